import { type RawBuilder, sql } from 'kysely';
import type { UnitPaper } from '#/domain/units/page-contract.ts';
import { nameKey } from '#/platform/names.ts';
import { actsAbout } from './acts-about.ts';
import { groupOf } from './history-groups.ts';
import type { OpenUnit } from './open-unit.ts';
import { titleOf } from './sources.ts';

/** Papers on one page. */
const pageOf = 50;

interface Row {
  paper: UnitPaper['paper'];
  kinds: Record<string, number>;
}

/** Each paper once, with what was recorded about the unit by it; those that are dated only by year go by its end. */
export async function papersOf(
  unit: OpenUnit,
  { q = '', page }: { q?: string | undefined; page: number },
): Promise<{ papers: UnitPaper[]; next: number | null }> {
  const { db, register } = unit;
  const { own, named } = asked(register);
  const isAsked = sql`h.paper is not null and h.kind = any(case s.role when 'unit' then ${own}::text[] else ${named}::text[] end)`;
  const { rows } = await sql<Row>`
    select (array_agg(k.paper order by k.paper->>'abstract' nulls last))[1] as paper, jsonb_object_agg(k.kind, k.count) as kinds
    from (
      select h.paper, h.kind, count(*)::integer as count from (${actsAbout(unit, isAsked)}) h
      where ${holdsWords(q)} group by h.paper, h.kind
    ) k
    group by k.paper->>'issuer', k.paper->>'number', k.paper->>'issuedOn'
    order by rpad(coalesce(k.paper->>'issuedOn', ''), 10, '~') desc, k.paper->>'issuer', k.paper->>'number'
    limit ${pageOf + 1} offset ${page * pageOf}`.execute(db);
  return {
    papers: rows.slice(0, pageOf).map(({ paper, kinds }) => ({
      paper,
      kinds: Object.entries(kinds).map(([kind, count]) => ({ kind, title: titleOf(register, kind), count })),
    })),
    next: rows.length > pageOf ? page + 1 : null,
  };
}

/** Of acts about the unit itself all, of those that only name it posts and what was decided below. */
function asked(register: OpenUnit['register']): { own: string[]; named: string[] } {
  const kinds = [...register.kinds.keys()];
  return {
    own: kinds.filter((kind) => groupOf(kind, true) !== null),
    named: kinds.filter((kind) => groupOf(kind, false) !== null),
  };
}

/** Every word, without accents, anywhere in the paper. */
function holdsWords(q: string): RawBuilder<unknown> {
  const words = nameKey(q ?? '')
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return sql`true`;
  const paper = sql`public.unaccent(lower(concat_ws(' ', h.paper->>'number', h.paper->>'abstract', h.paper->>'issuer', h.paper->>'type')))`;
  return sql.join(
    words.map((word) => sql`strpos(${paper}, ${word}) > 0`),
    sql` and `,
  );
}
