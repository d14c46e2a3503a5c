import type { z } from 'zod';
import type { CorrectionRead, readCorrection } from '#/domain/members/correction-contract.ts';
import { attachmentsOf } from '#/kernel/attachments/store.ts';
import { canonicalJson } from '#/platform/canonical-json.ts';
import { today } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import type { Api } from '../api.ts';
import { classOf, writtenValue } from './field.ts';
import { findCorrection, mayOpenEvidence, type Row, rightsOver, shown, type Wish, wishOf } from './rows.ts';
import { seenBy } from './seen.ts';
import { standing, standingOf } from './standing.ts';

/** A request with what the record says today and its evidence. Throws `correction.unknown`. */
export async function read({ id, ...place }: z.output<typeof readCorrection.input>, api: Api): Promise<CorrectionRead> {
  const seen = await seenBy(api, place);
  return seen.read(async (tx) => {
    const row = await findCorrection(tx, seen, id);
    const rights = await rightsOver(tx, [row], seen, api);
    return {
      ...shown(row, rights),
      ...(await nowOf(tx, row, wishOf(row, rights.vault), api)),
      evidence: mayOpenEvidence(row, rights) ? await attachmentsOf(tx, { correction: id }) : [],
    };
  });
}

/** Whether the record has moved since it was asked is told of a sensitive field too; what it says now is not. */
async function nowOf(
  tx: Tx,
  { person, field, decidedAt, cipher }: Row,
  { before }: Wish,
  { installation }: Api,
): Promise<Pick<CorrectionRead, 'now' | 'hasMoved'>> {
  const isSeen = (await tx.client.query('select from person where person_id = $1', [person])).rowCount !== 0;
  // Who asked sees the request also where they see the person no longer.
  if (decidedAt !== null || cipher === null || !isSeen) return { now: null, hasMoved: false };
  const current = standing(await standingOf(tx, person, today(installation.clock)), field);
  return {
    now: classOf(field) === null ? writtenValue(field, current) : null,
    hasMoved: canonicalJson(current ?? null) !== canonicalJson(before ?? null),
  };
}
