import type { PoolClient } from 'pg';
import type { FieldProblem } from '#/platform/errors.ts';
import { loadFacts } from '../facts/write.ts';
import type { CheckContext } from '../rulebook/check.ts';
import { citation, type Rule, type Rulebook } from '../rulebook/rulebook.ts';
import type { KindSpell } from './batch.ts';
import type { Bilingual } from './kind.ts';

/** What a kind's check may ask, of the register as the connection sees it; `told` hears what it finds. */
export function checkContext(
  client: PoolClient,
  rulebook: Rulebook,
  unitKinds: Map<string, KindSpell[]>,
  told: Pick<CheckContext, 'broken' | 'afterwards'>,
): CheckContext {
  const one = async (text: string, values: unknown[]) => (await client.query(text, values)).rows[0];
  return {
    ...told,
    rule: (key, on) => rulebook.rule(key, on),
    unitKind: async (unitId, on) =>
      (await kindSpells(client, unitKinds, unitId)).find(
        ({ from, to }) => (from === null || from <= on) && (to === null || on < to),
      ) ?? null,
    parentOf: async (unitId, on) =>
      (await one('select parent_id from unit_parent where unit_id = $1 and valid @> $2::date', [unitId, on]))
        ?.parent_id ?? null,
    memberCount: async (unitId, on, status) =>
      Number(
        (
          await one(
            `select count(*) as n from unit_line l join standing s on s.unit_id = l.unit_id
             where l.ancestor_id = $1 and l.valid @> $2::date and s.valid @> $2::date and ($3::text is null or s.status = $3)`,
            [unitId, on, status ?? null],
          )
        ).n,
      ),
    facts: async (table, subjectId) =>
      ((await loadFacts(client, table, [subjectId])).get(subjectId) ?? []).map(({ row }) => row),
    spellsAt: async (table, unitId, on) =>
      (await client.query(`select * from ${table.name} where unit_id = $1 and valid @> $2::date`, [unitId, on])).rows,
    record: async (personId, on) => {
      const row = await one('select * from person_record where person_id = $1 and valid @> $2::date', [personId, on]);
      return row === undefined
        ? null
        : Object.fromEntries(Object.entries(row).map(([key, value]) => [camel(key), value]));
    },
  };
}

/** Kinds of a unit, asked once a batch: a first load asks for the same superiors thousands of times. */
async function kindSpells(client: PoolClient, known: Map<string, KindSpell[]>, unitId: string): Promise<KindSpell[]> {
  const spells = known.get(unitId);
  if (spells !== undefined) return spells;
  const { rows } = await client.query(
    'select kind, type, lower(valid)::text as from, upper(valid)::text as to from unit_kind where unit_id = $1',
    [unitId],
  );
  known.set(unitId, rows);
  return rows;
}

/** A broken rule as what is wrong with an act. */
export function problemOf(actId: string, rule: Rule, field: string, { vi, en }: Bilingual): FieldProblem {
  const cited = citation(rule);
  return { actId, field, code: `rule.${rule.key}`, message: `${en} (${cited})`, vi: `${vi} (${cited})`, rule: cited };
}

function camel(name: string): string {
  return name.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase());
}
