import type { PoolClient } from 'pg';
import type { FactRow } from '../facts/table.ts';

/** Brings the shared directory of unit codes up to date for some units of a tenant. */
export async function writeDirectory(
  client: PoolClient,
  tenant: string,
  unitIds: readonly string[],
  codes: readonly FactRow[],
): Promise<void> {
  await client.query('delete from public.unit_directory where tenant = $1 and unit_id = any($2::uuid[])', [
    tenant,
    unitIds,
  ]);
  await client.query(
    `insert into public.unit_directory (tenant, unit_id, code, valid)
     select $1, unit_id, code, valid from json_to_recordset($2::json) as entry (unit_id uuid, code text, valid daterange)`,
    [tenant, JSON.stringify(codes)],
  );
}
