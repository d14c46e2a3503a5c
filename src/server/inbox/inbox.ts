import { inFrame } from '#/kernel/figures/frame.ts';
import { dayOf, isDay } from '#/platform/day.ts';
import type { Attention } from '#/reports/home/contract.ts';
import type { InboxLine, InboxShown } from '#/reports/inbox/contract.ts';
import { unitsCalled } from '../access/units-called.ts';
import { attention } from '../home/attention.ts';
import { spansOf } from '../home/spans.ts';
import { corrections } from './corrections.ts';
import { delegations } from './delegations.ts';
import { erasures } from './erasures.ts';
import { grants } from './grants.ts';
import { returned, toDecide } from './proposals.ts';
import type { Asked, Source } from './source.ts';
import { stopped } from './stopped.ts';
import { transfers } from './transfers.ts';

/** Whatever puts lines into inboxes, in the order in which they are told. A part of the work adds its source here. */
const sources: readonly Source[] = [toDecide, returned, corrections, erasures, grants, stopped, transfers, delegations];

/** What waits for a unit, and what comes due there. */
export async function inboxOf(asked: Asked, part: 'all' | 'waiting'): Promise<InboxShown> {
  const { room, actor, on, unitId, seat } = asked;
  const lines: InboxLine[] = [];
  for (const { needs, lines: tell } of sources) if (seat.may(needs)) lines.push(...(await tell(asked)).map(sinceDay));
  const called = await room.read({ actor }, (tx) => unitsCalled(tx, [unitId], on));
  return {
    on,
    unit: unitId === null ? null : (called.get(unitId) ?? null),
    waiting: lines.filter(({ isWaiting }) => isWaiting).length,
    lines,
    due: part === 'all' && seat.may('figures.read') ? await dueIn(asked) : [],
  };
}

/** Since which day, told as Viet Nam counts its days: cut from the instant it would be the day before until seven in the morning. */
const sinceDay = (line: InboxLine): InboxLine =>
  isDay(line.since) ? line : { ...line, since: dayOf(new Date(line.since)) };

/** As on the overview; of the whole register there is no unit to count at. */
async function dueIn({ installation, room, actor, on, unitId, seat }: Asked): Promise<Attention[]> {
  if (unitId === null) return [];
  const spans = spansOf(on);
  const { rulebook } = await room.journal();
  const question = { unitId, on, from: spans.year.from, to: on, args: {}, knownAt: null };
  const found = await room.read({ actor }, ({ db }) =>
    inFrame(db, question, (frame) =>
      attention(frame, installation.figures, rulebook, { spans, isNamed: seat.may('members.read') }),
    ),
  );
  return found.map((one) => ({ ...one, act: one.act !== null && seat.mayRecord(one.act) ? one.act : null }));
}
