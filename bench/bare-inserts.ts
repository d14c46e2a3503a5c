import { asOwner, schemaOf } from '#/platform/db/migrate.ts';
import { insertStatement, literals, peerOf, rowTables } from './peer.ts';
import type { Stage } from './stage.ts';

/** The statements that bring a batch's rows into the peer: what it replaced goes out, what it wrote comes in. */
async function statementsOf(stage: Stage, recordedAt: string): Promise<string[]> {
  const statements: string[] = [];
  await asOwner(stage.installation.adminUrl, async (client) => {
    await client.query(`set search_path to ${schemaOf(stage.code)}, public`);
    const at = client.escapeLiteral(recordedAt);
    const subjectOf = new Map(stage.installation.register.tables.map((table) => [table.name, table.subjectColumn]));
    const add = async (table: string, condition: string) => {
      const { rows } = await client.query(`${await literals(client, table)} where ${condition}`);
      if (rows.length > 0) statements.push(insertStatement(table, rows as { tuple: string }[]));
    };
    for (const [table, subject] of subjectOf) {
      const { rows } = await client.query(
        `select string_agg(quote_literal(${subject}), ',') as subjects, string_agg(ordinal::text, ',') as ordinals from ${table}_twin where known_until = ${at}`,
      );
      if (rows[0].subjects === null) continue;
      statements.push(
        `delete from ${table} where ${subject} in (${rows[0].subjects}) and ordinal in (${rows[0].ordinals})`,
      );
      await add(`${table}_twin`, `known_until = ${at}`);
    }
    const ofAct = `act_id in (select id from act where recorded_at = ${at})`;
    for (const table of rowTables(stage))
      await add(table, table === 'act' ? `recorded_at = ${at}` : subjectOf.has(table) ? `known_from = ${at}` : ofAct);
  });
  return statements;
}

/** Runs each batch's statements as one transaction, by the application's role; the milliseconds of each. */
export async function insertBare(stage: Stage, batches: readonly string[]): Promise<number[]> {
  const schema = await peerOf(stage);
  const client = await stage.installation.hall.connect();
  const taken: number[] = [];
  try {
    for (const recordedAt of batches) {
      const statements = await statementsOf(stage, recordedAt);
      const start = performance.now();
      await client.query('begin');
      await client.query("select public.set_ctx('bench', '|')");
      await client.query(`set local search_path to ${schema}, public`);
      for (const statement of statements) await client.query(statement);
      await client.query('commit');
      taken.push(performance.now() - start);
    }
  } finally {
    client.release();
  }
  return taken;
}
