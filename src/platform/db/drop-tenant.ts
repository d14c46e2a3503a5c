import { escapeIdentifier } from 'pg';
import { asOwner } from './migrate.ts';

/**
 * Takes away a tenant that holds no act: one made for an import that was then refused. Does nothing to any other, nor
 * where there is no such tenant.
 */
export async function dropEmptyTenant(adminUrl: string, code: string): Promise<void> {
  await asOwner(adminUrl, async (client) => {
    await client.query('begin');
    const { rows } = await client.query('select schema_name from public.tenant where code = $1 for update', [code]);
    const schema = rows.length === 0 ? null : escapeIdentifier(rows[0].schema_name);
    if (schema !== null) {
      // Under the lock of the head nobody posts the first act meanwhile.
      await client.query(`select from ${schema}.journal_head for update`);
      const acts = await client.query(`select exists (select from ${schema}.act) as yes`);
      if (!acts.rows[0].yes) {
        await client.query(`drop schema ${schema} cascade`);
        await client.query('delete from public.unit_directory where tenant = $1', [code]);
        await client.query('delete from public.migration where schema = $1', [rows[0].schema_name]);
        await client.query('delete from public.tenant where code = $1', [code]);
      }
    }
    await client.query('commit');
  });
}
