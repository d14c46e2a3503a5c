import type { PoolClient } from 'pg';
import type { FactTable } from '../facts/table.ts';
import { unitLine } from '../tree/lines.ts';
import type { FactFinding } from './verify-facts.ts';

const findingLimit = 100;

/**
 * When something was believed: from the recording of a batch until that of a later one, and not before the act that it
 * follows from was recorded. What was believed in between is not folded again: a twin that was taken out whole, or
 * changed within those bounds, is not found here.
 */
export async function verifyBeliefs(
  client: PoolClient,
  tables: readonly FactTable[],
  findings: FactFinding[],
): Promise<void> {
  const byName = new Map([...tables, unitLine].map((table) => [table.name, table]));
  for (const table of byName.values()) {
    await report(client, table, table.name, 'true', findings);
    const until = 'x.known_from < x.known_until and exists (select from act b where b.recorded_at = x.known_until)';
    await report(client, table, `${table.name}_twin`, until, findings);
  }
}

async function report(
  client: PoolClient,
  { subjectColumn }: FactTable,
  name: string,
  until: string,
  findings: FactFinding[],
): Promise<void> {
  const { rows } = await client.query(
    `select x.${subjectColumn} as subject_id, x.act_id from ${name} x left join act a on a.id = x.act_id
     where not (a.recorded_at is not null and a.recorded_at <= x.known_from
       and exists (select from act b where b.recorded_at = x.known_from) and ${until}) limit $1`,
    [findingLimit],
  );
  for (const row of rows)
    findings.push({
      table: name,
      subjectId: row.subject_id,
      actId: row.act_id,
      what: 'unfounded',
      message: 'No batch made the register believe this at that time.',
    });
}
