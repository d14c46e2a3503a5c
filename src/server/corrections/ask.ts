import type { z } from 'zod';
import type { askCorrection, Correction } from '#/domain/members/correction-contract.ts';
import { factSource } from '#/kernel/figures/source.ts';
import { today } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import { uuidv7 } from '#/platform/ids.ts';
import type { Api } from '../api.ts';
import { now, personFacts } from '../member/facts.ts';
import { changeOf, standing } from './field.ts';
import { correctionRows, shown, unknownCorrection } from './rows.ts';
import { type Seen, seenBy } from './seen.ts';

/** Asks that a field be corrected; nothing changes by it. Throws `person.unknown`, `self.not-tied`, `correction.value`. */
export async function ask(asked: z.output<typeof askCorrection.input>, api: Api): Promise<Correction> {
  const { field, after, reason, id = uuidv7() } = asked;
  const seen = await seenBy(api, asked);
  const person = asked.person ?? seen.own;
  if (person === null || (seen.isOwnOnly && person !== seen.own))
    throw new Problem('person.unknown', 'There is no such person.', { status: 404 });
  changeOf(field, after); // what could never be recorded is not asked for
  const { vault } = await seen.room.journal();
  const on = today(api.installation.clock);
  const before = await seen.read(async (tx) => standing(await recordOf(tx, person, on), field));
  const { cipher } = vault.conceal({ before, after, reason }, id, 'correction');
  const values = [id, person, field, cipher, vault.keyId, api.now().toISOString(), api.actor];
  await seen.room.write({ actor: api.actor, scope: seen.path }, ({ client }) =>
    client.query(
      `insert into correction (id, person_id, field, cipher, key_id, asked_at, asked_by)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (id) do nothing`,
      values,
    ),
  );
  return one(seen, id, api);
}

/** A request that the caller may see. Throws `correction.unknown`. */
export async function one(seen: Seen, id: string, api: Api): Promise<Correction> {
  const { vault } = await seen.room.journal();
  const [row] = await seen.read((tx) => correctionRows(tx, { id, person: seen.isOwnOnly ? seen.own : null }));
  if (row === undefined) throw unknownCorrection();
  return shown(row, vault, api);
}

async function recordOf(tx: Tx, person: string, on: string): Promise<Record<string, unknown>> {
  const record = now(await personFacts(factSource(tx.db, null), person, on).spells('personRecord'));
  if (record === null) throw new Problem('person.unknown', 'There is no such person.', { status: 404 });
  return record;
}
