import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ClientBase } from 'pg';
import { z } from 'zod';
import { isDay } from '#/platform/day.ts';
import { type FieldProblem, Problem } from '#/platform/errors.ts';
import { parseRange } from '../facts/table.ts';
import { type Rule, type Rulebook, rulebook } from './rulebook.ts';

/** Where the package keeps its rules: one JSON array a file. */
export const rulebookFolder = fileURLToPath(new URL('../../../db/seed/rulebook/', import.meta.url));

const day = z.string().refine(isDay, { error: 'not a day of the calendar (YYYY-MM-DD)' });

const ruleSchema = z
  .strictObject({
    key: z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/, { error: 'a key is words joined by dots' }),
    from: day.nullable(),
    to: day.nullable(),
    value: z.json(),
    effect: z.enum(['block', 'warn', 'compute']),
    instrument: z.string().trim().min(1),
    issuedOn: day.nullable(),
    article: z.string().trim().min(1).nullable(),
    confidence: z.enum(['V', 'R', 'K', '?']),
    note: z.string().trim().min(1).nullable(),
  })
  .refine((rule) => rule.from === null || rule.to === null || rule.from < rule.to, {
    error: 'the rule ends before it begins ("to" is the first day it is no longer in force)',
    path: ['to'],
  });

/** Reads every rule file of a folder. A fault names the file and the index of the rule in it. */
export async function readRules(folder: string = rulebookFolder): Promise<Rule[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted();
  const problems: FieldProblem[] = [];
  const found: Placed[] = [];
  for (const name of names) found.push(...parseFile(name, await readFile(join(folder, name), 'utf8'), problems));
  problems.push(...overlaps(found));
  if (problems.length > 0)
    throw new Problem('rulebook.invalid', problems.map((p) => `${p.field}: ${p.message}`).join('\n'), {
      fields: problems,
    });
  return found.map(({ rule }) => rule);
}

interface Placed {
  rule: Rule;
  at: string;
}

function parseFile(name: string, text: string, problems: FieldProblem[]): Placed[] {
  const fault = (field: string, message: string) => problems.push({ field, code: 'rulebook.invalid', message });
  let entries: unknown;
  try {
    entries = JSON.parse(text);
  } catch (error) {
    fault(name, (error as Error).message);
    return [];
  }
  if (!Array.isArray(entries)) {
    fault(name, 'the file is not an array of rules');
    return [];
  }
  return entries.flatMap((entry, index) => {
    const at = `${name}[${index}]`;
    const parsed = ruleSchema.safeParse(entry);
    if (parsed.success) return [{ rule: parsed.data, at }];
    for (const issue of parsed.error.issues) fault([at, ...issue.path].join('.'), issue.message);
    return [];
  });
}

// Two rules of one key on one day would leave the choice to chance. The table's key refuses them too, but cannot say
// which file they stand in.
function overlaps(found: readonly Placed[]): FieldProblem[] {
  const byKey = Map.groupBy(found, ({ rule }) => rule.key);
  return [...byKey.values()].flatMap((rules) => {
    const sorted = rules.toSorted((a, b) => ((a.rule.from ?? '') < (b.rule.from ?? '') ? -1 : 1));
    return sorted.slice(1).flatMap(({ rule, at }, i) => {
      const earlier = sorted[i] as Placed;
      const isApart = earlier.rule.to !== null && rule.from !== null && earlier.rule.to <= rule.from;
      const message = `${rule.key} overlaps with ${earlier.at}`;
      return isApart ? [] : [{ field: at, code: 'rulebook.overlap', message }];
    });
  });
}

/** The rulebook as known at an instant, or as it is now (null). */
export async function loadRulebook(tx: { client: ClientBase }, knownAt: string | null): Promise<Rulebook> {
  const columns = 'key, valid, value, effect, instrument, issued_on, article, confidence, note';
  const { rows } =
    knownAt === null
      ? await tx.client.query(`select ${columns} from public.rule`)
      : await tx.client.query(
          `select ${columns} from public.rule where known_from <= $1
            union all select ${columns} from public.rule_twin where known_from <= $1 and $1 < known_until`,
          [knownAt],
        );
  return rulebook(rows.map(ruleOf));
}

interface RuleRow extends Omit<Rule, 'from' | 'to' | 'issuedOn'> {
  valid: string;
  issued_on: string | null;
}

/** A row of the rule table as a rule. */
export function ruleOf({ valid, issued_on, ...row }: RuleRow): Rule {
  const { key, value, effect, instrument, article, confidence, note } = row;
  const { from, to } = parseRange(valid);
  return { key, from, to, value, effect, instrument, issuedOn: issued_on, article, confidence, note };
}
