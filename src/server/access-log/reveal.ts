import type { z } from 'zod';
import type { Revealed, revealField } from '#/domain/members/reveal-contract.ts';
import { classOfField } from '#/domain/members/sensitive-classes.ts';
import { fieldWords } from '#/domain/words/field-words.ts';
import { checkReason } from '#/kernel/access/access-log.ts';
import { today } from '#/platform/day.ts';
import { Problem } from '#/platform/errors.ts';
import type { Api } from '../api.ts';
import { findRoom, scopePath } from '../find-unit.ts';
import { logLimited } from './log-limited.ts';
import { linesOf, mustReveal, openedValue, unknownField } from './read-value.ts';

type Field = keyof typeof classOfField;

/** One sensitive value of a record, as of a day. The line of the log is there before the answer leaves: no line, no answer. */
export async function reveal(asked: z.output<typeof revealField.input>, api: Api): Promise<Revealed> {
  const { id, field, on, tenant, scope } = asked;
  if (!Object.hasOwn(classOfField, field)) throw unknownField(field);
  const fieldClass = classOfField[field as Field];
  mustReveal(api.seat, fieldClass);
  const reason = checkReason(asked.reason);
  const { installation, actor } = api;
  const room = await findRoom(installation, { tenant, scope });
  const context = { actor, scope: await scopePath(installation, room, scope) };
  const day = on ?? today(installation.clock);
  const { vault } = await room.journal();
  const value = await room.read(context, async (tx) => {
    const { rows } = await tx.client.query<{ sealed: unknown }>(
      'select details -> $2 as sealed from person_record where person_id = $1 and valid @> $3::date',
      [id, field, day],
    );
    if (rows.length === 0) throw new Problem('person.unknown', 'There is no such person.', { status: 404 });
    return openedValue(tx, rows[0]?.sealed, vault);
  });
  const line = { action: 'field.revealed', detail: { field, class: fieldClass, on: day }, unitId: null, reason };
  const access = await logLimited(room, context, { ...line, persons: [id] }, 'reveals', api);
  return {
    ...{ field, access, lines: linesOf(value), loggedAt: installation.clock.now().toISOString() },
    label: fieldWords[field] ?? { vi: field, en: field },
    value,
  };
}
