import type { ActSubject } from '#/kernel/journal/list-contract.ts';
import type { Day } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';

/** Names persons and units as they were called on a day. */
export type NameOf = (type: ActSubject['type'], id: string, on: Day) => ActSubject;

interface Spell {
  id: string;
  text: string;
  since: Day | null;
}

const personSql = `
  select r.person_id as id, r.name as text, lower(r.valid)::text as since from person_record r where r.person_id = any($1::uuid[])
  union all
  select t.person_id, t.name, null from person_record_twin t
  where t.person_id = any($1::uuid[]) and not exists (select from person_record r where r.person_id = t.person_id)
  order by 1, 3 nulls first`;

/** Names of these, as the asker may see them: who once was in the register and is no longer keeps the name known then. */
export async function namesOf({ client }: Tx, persons: Iterable<string>, units: Iterable<string>): Promise<NameOf> {
  const [personIds, unitIds] = [[...new Set(persons)], [...new Set(units)]];
  const ask = async (sql: string, ids: string[]) =>
    spells(ids.length === 0 ? [] : (await client.query(sql, [ids])).rows);
  const personNames = await ask(personSql, personIds);
  const personCodes = await ask(
    'select person_id as id, code as text, null as since from person where person_id = any($1::uuid[])',
    personIds,
  );
  const unitNames = await ask(unitSql('name'), unitIds);
  const unitCodes = await ask(unitSql('code'), unitIds);
  return (type, id, on) => {
    const [names, codes] = type === 'person' ? [personNames, personCodes] : [unitNames, unitCodes];
    return { type, id, code: spellOn(codes, id, on), name: spellOn(names, id, on) };
  };
}

function unitSql(what: 'name' | 'code'): string {
  return `select u.unit_id as id, u.${what} as text, lower(u.valid)::text as since from unit_${what} u where u.unit_id = any($1::uuid[])
    union all
    select t.unit_id, t.${what}, null from unit_${what}_twin t
    where t.unit_id = any($1::uuid[]) and not exists (select from unit_${what} u where u.unit_id = t.unit_id)
    order by 1, 3 nulls first`;
}

function spells(rows: readonly Spell[]): Map<string, Spell[]> {
  const byId = new Map<string, Spell[]>();
  for (const row of rows) byId.set(row.id, [...(byId.get(row.id) ?? []), row]);
  return byId;
}

/** What it was called on the day; before its first day the first, after its last the last. */
function spellOn(of: ReadonlyMap<string, Spell[]>, id: string, on: Day): string | null {
  const all = of.get(id) ?? [];
  return (all.findLast(({ since }) => since === null || since <= on) ?? all[0])?.text ?? null;
}
