import type { ClientBase } from 'pg';
import { canonicalJson } from '#/platform/canonical-json.ts';
import { rangeText } from '../facts/table.ts';
import { readRules, ruleOf } from './load.ts';
import type { Rule } from './rulebook.ts';

export interface RulebookChange {
  added: number;
  /** Rules that went to the twin: changed in any part, or no longer in the files. */
  replaced: number;
  unchanged: number;
}

// The first rules were not learned on the day of the installation: a journal restored into a new database speaks of
// years before it, and has to be counted by them.
const SINCE_EVER = '2000-01-01T00:00:00Z';

/**
 * Makes public.rule say what the rule files say. Runs as the owner of the tables, in a transaction of its own; rows
 * that did not change stay untouched, replaced ones keep in the twin the span in which they were believed.
 */
export async function syncRulebook(client: ClientBase, rules?: readonly Rule[]): Promise<RulebookChange> {
  const wanted = new Map((rules ?? (await readRules())).map((rule) => [canonicalJson(rule), rule]));
  await client.query('begin');
  try {
    await client.query('set local role sotay_owner');
    // Several processes start at once; the second one then finds nothing to do.
    await client.query('lock table public.rule in share row exclusive mode');
    const change = await replaceRules(client, wanted);
    await client.query('commit');
    return change;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function replaceRules(client: ClientBase, wanted: Map<string, Rule>): Promise<RulebookChange> {
  const { rows } = await client.query('select * from public.rule');
  const { rows: history } = await client.query('select exists (select from public.rule_twin) as has');
  const { rows: clock } = await client.query('select clock_timestamp() as now');
  const knownFrom = rows.length === 0 && !history[0].has ? SINCE_EVER : clock[0].now;
  const missing = new Map(wanted);
  const gone: number[] = [];
  for (const row of rows) if (!missing.delete(canonicalJson(ruleOf(row)))) gone.push(row.ordinal);
  // All replaced rows leave before the first new one comes: the key allows no two rules on one day, even for a moment.
  await client.query(
    `with gone as (delete from public.rule where ordinal = any ($1::bigint[]) returning *)
     insert into public.rule_twin select gone.*, $2::timestamptz from gone`,
    [gone, clock[0].now],
  );
  for (const rule of missing.values())
    await client.query(
      `insert into public.rule (key, valid, value, effect, instrument, issued_on, article, confidence, note, known_from)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        rule.key,
        rangeText(rule.from, rule.to),
        JSON.stringify(rule.value),
        rule.effect,
        rule.instrument,
        rule.issuedOn,
        rule.article,
        rule.confidence,
        rule.note,
        knownFrom,
      ],
    );
  return { added: missing.size, replaced: gone.length, unchanged: rows.length - gone.length };
}
