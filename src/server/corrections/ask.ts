import type { z } from 'zod';
import type { askCorrection, Correction } from '#/domain/members/correction-contract.ts';
import { today } from '#/platform/day.ts';
import { uuidv7 } from '#/platform/ids.ts';
import type { Api } from '../api.ts';
import { changeOf } from './field.ts';
import { findCorrection, rightsOver, shown } from './rows.ts';
import { type Seen, seenBy, whose } from './seen.ts';
import { standing, standingOf } from './standing.ts';

/** Asks that a field be corrected; nothing changes by it. Throws `person.unknown`, `self.not-tied`, `correction.value`. */
export async function ask(asked: z.output<typeof askCorrection.input>, api: Api): Promise<Correction> {
  const { field, after, reason, id = uuidv7() } = asked;
  const seen = await seenBy(api, asked);
  const person = whose(seen, asked.person);
  changeOf(field, after); // what could never be recorded is not asked for
  const { vault } = await seen.room.journal();
  const on = today(api.installation.clock);
  const before = await seen.read(async (tx) => standing(await standingOf(tx, person, on), field));
  const { cipher } = vault.conceal({ before, after, reason }, id, 'correction');
  const by = [api.actor, api.seat.person?.accountId ?? null, api.seat.capacity?.grant.id ?? null];
  const values = [id, person, field, cipher, vault.keyId, api.now().toISOString(), ...by];
  await seen.room.write({ actor: api.actor, scope: seen.path }, ({ client }) =>
    client.query(
      `insert into correction (id, person_id, field, cipher, key_id, asked_at, asked_by, asked_account, asked_grant)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (id) do nothing`,
      values,
    ),
  );
  return one(seen, id, api);
}

/** A request that the caller may see. Throws `correction.unknown`. */
export async function one(seen: Seen, id: string, api: Api): Promise<Correction> {
  return seen.read(async (tx) => {
    const row = await findCorrection(tx, seen, id);
    return shown(row, await rightsOver(tx, [row], seen, api));
  });
}
