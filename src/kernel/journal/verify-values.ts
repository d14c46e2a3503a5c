import { readRows } from '#/platform/db/read-rows.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import { openValue } from './sensitive.ts';
import type { Vault } from './vault.ts';

export interface ValueFinding {
  what: 'unreadable' | 'changed' | 'unknown-key' | 'not-in-act' | 'erased-without-record';
  ref: string;
  actId: string;
  field: string;
}

interface ValueRow {
  ref: string;
  act_id: string;
  field: string;
  cipher: Buffer | null;
  key_id: string;
  commitment: string | null;
}

const findingsAtMost = 100;

/** Whether every sensitive value that is not erased opens, and is the one its act vouches for. */
export async function verifyValues(
  { client }: Pick<Tx, 'client'>,
  vault: Vault,
): Promise<{ checked: number; findings: ValueFinding[] }> {
  const findings: ValueFinding[] = [];
  let checked = 0;
  const sql = `select s.ref, s.act_id, s.field, s.cipher, s.key_id,
      jsonb_path_query_first(a.body, '$.** ? (@.ref == $ref).commitment', jsonb_build_object('ref', s.ref)) #>> '{}' as commitment
    from sensitive_value s join act a on a.id = s.act_id where s.cipher is not null or s.erased_on is null`;
  for await (const rows of readRows<ValueRow>(client, sql))
    for (const row of rows) {
      checked += 1;
      const what = faultOf(row, vault);
      if (what !== null && findings.length < findingsAtMost)
        findings.push({ what, ref: row.ref, actId: row.act_id, field: row.field });
    }
  return { checked, findings };
}

function faultOf(row: ValueRow, vault: Vault): ValueFinding['what'] | null {
  if (row.cipher === null) return 'erased-without-record';
  if (row.key_id !== vault.keyId) return 'unknown-key';
  if (row.commitment === null) return 'not-in-act';
  try {
    openValue({ ref: row.ref, commitment: row.commitment }, row.cipher, vault);
    return null;
  } catch (error) {
    if (error instanceof Problem) return error.code === 'value.changed' ? 'changed' : 'unreadable';
    throw error;
  }
}
