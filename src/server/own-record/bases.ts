import { z } from 'zod';
import type { Basis, sayConsent } from '#/domain/members/own-record-contract.ts';
import { citation, type Rulebook } from '#/kernel/rulebook/rulebook.ts';
import { type Day, today } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import type { Api } from '../api.ts';
import { mustOwn, readOwn } from './whose.ts';

const prefix = 'processing.basis.';
const value = z.strictObject({ vi: z.string(), en: z.string(), basis: z.enum(['duty', 'law', 'consent']) });

/** For which purposes a person's data are kept on a day, by which right, and what the person has said where it is consent. */
export async function basesOf({ client }: Tx, person: string, rulebook: Rulebook, on: Day): Promise<Basis[]> {
  const { rows } = await client.query<{ purpose: string; isGiven: boolean; at: string }>(
    `select distinct on (purpose) purpose, is_given as "isGiven", said_at as at from consent
     where person_id = $1 order by purpose, said_at desc, id desc`,
    [person],
  );
  const said = new Map(rows.map(({ purpose, isGiven, at }) => [purpose, { isGiven, at: new Date(at).toISOString() }]));
  const keys = new Set(rulebook.all().flatMap(({ key }) => (key.startsWith(prefix) ? [key] : [])));
  return [...keys].toSorted().flatMap((key): Basis[] => {
    const rule = rulebook.rule(key, on);
    if (rule === null) return [];
    const { basis, ...label } = value.parse(rule.value);
    const purpose = key.slice(prefix.length);
    const { confidence, note } = rule;
    const consent = basis === 'consent' ? (said.get(purpose) ?? null) : null;
    return [{ purpose, label, basis, rule: citation(rule), confidence, note, consent }];
  });
}

/** Consent, or its withdrawal, is a row of its own. Throws `consent.not-asked` where something else is the basis. */
export async function say(
  { purpose, isGiven }: z.output<typeof sayConsent.input>,
  api: Api,
): Promise<{ bases: Basis[] }> {
  const own = await mustOwn(api);
  const { room, person } = own;
  const { rulebook } = await room.journal();
  const on = today(api.installation.clock);
  const bases = () => readOwn(own, api, (tx) => basesOf(tx, person, rulebook, on));
  if (!(await bases()).some((one) => one.purpose === purpose && one.basis === 'consent'))
    throw new Problem('consent.not-asked', 'The basis of this purpose is not consent.', { status: 409 });
  await room.write({ actor: api.actor }, ({ client }) =>
    client.query('insert into consent (person_id, purpose, is_given, said_at, said_by) values ($1, $2, $3, $4, $5)', [
      ...[person, purpose, isGiven, api.now().toISOString(), api.actor],
    ]),
  );
  return { bases: await bases() };
}
