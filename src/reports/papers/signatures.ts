import type { Day } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { checkSignature, type SignatureBlock } from './signature.ts';

/** Forms and reports in prose are often signed by different people. */
export type PaperKind = 'form' | 'report';

/** How a unit's papers are signed on a day, and since which; null where nothing was entered. */
export async function rememberedSignature(
  { client }: Pick<Tx, 'client'>,
  unitId: string,
  paper: PaperKind,
  on: Day,
): Promise<{ block: SignatureBlock; since: Day } | null> {
  const { rows } = await client.query<{ block: SignatureBlock; since: Day }>(
    'select block, lower(valid)::text as since from paper_signature where unit_id = $1 and paper = $2 and valid @> $3::date',
    [unitId, paper, on],
  );
  return rows[0] ?? null;
}

interface Remembered {
  unitId: string;
  paper: PaperKind;
  from: Day;
  block: SignatureBlock;
  recordedAt: string;
  recordedBy: string;
}

/** From this day on papers are signed so; what was entered for later days is replaced. Throws `signature.incomplete`. */
export async function rememberSignature({ client }: Pick<Tx, 'client'>, entered: Remembered): Promise<void> {
  const { unitId, paper, from, block, recordedAt, recordedBy } = entered;
  checkSignature(block);
  await client.query('delete from paper_signature where unit_id = $1 and paper = $2 and lower(valid) >= $3::date', [
    unitId,
    paper,
    from,
  ]);
  await client.query(
    `update paper_signature set valid = daterange(lower(valid), $3::date)
     where unit_id = $1 and paper = $2 and valid @> $3::date`,
    [unitId, paper, from],
  );
  await client.query(
    `insert into paper_signature (unit_id, paper, valid, block, recorded_at, recorded_by)
     values ($1, $2, daterange($3::date, null), $4, $5, $6)`,
    [unitId, paper, from, JSON.stringify(block), recordedAt, recordedBy],
  );
}
