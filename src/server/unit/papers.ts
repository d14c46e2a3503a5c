import { type RawBuilder, sql } from 'kysely';
import type { PapersOf, UnitPaper } from '#/domain/units/page-contract.ts';
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

interface Asked {
  of: PapersOf;
  q?: string | undefined;
  page: number;
}

/** Each paper once, with what was recorded by it, those dated only by year by its end: about the unit, or by it about others. */
export async function papersOf(
  unit: OpenUnit,
  { of, q = '', page }: Asked,
): Promise<{ papers: UnitPaper[]; next: number | null }> {
  const { db, register } = unit;
  const { rows } = await (of === 'issued' ? issued(unit, wordsOf(q), page) : about(unit, wordsOf(q), page)).execute(db);
  return {
    papers: rows.slice(0, pageOf).map(({ paper, kinds }) => ({
      paper,
      kinds: Object.entries(kinds).map(([kind, count]) => ({ kind, title: titleOf(register, kind), count })),
    })),
    next: rows.length > pageOf ? page + 1 : null,
  };
}

function about(unit: OpenUnit, words: readonly string[], page: number): RawBuilder<Row> {
  const { own, named } = asked(unit.register);
  const isAsked = sql`h.paper is not null and h.kind = any(case s.role when 'unit' then ${own}::text[] else ${named}::text[] end)`;
  return sql<Row>`
    select (array_agg(k.paper order by k.paper->>'abstract' nulls last))[1] as paper, jsonb_object_agg(k.kind, k.count) as kinds
    from (
      select h.paper, h.kind, count(*)::integer as count from (${actsAbout(unit, isAsked)}) h
      where ${holdsWords(words)} group by h.paper, h.kind
    ) k
    group by k.paper->>'issuer', k.paper->>'number', k.paper->>'issuedOn'
    order by rpad(coalesce(k.paper->>'issuedOn', ''), 10, '~') desc, k.paper->>'issuer', k.paper->>'number'
    limit ${pageOf + 1} offset ${page * pageOf}`;
}

/** A district decides about tens of thousands: the database finds the page along an index. */
function issued({ register, unitId, knownAt }: OpenUnit, words: readonly string[], page: number): RawBuilder<Row> {
  const { named } = asked(register);
  return sql<Row>`select paper, kinds from papers_issued(
    ${unitId}::uuid, ${named}::text[], ${words}::text[], ${knownAt}::timestamptz, ${page * pageOf}::integer, ${pageOf + 1}::integer)`;
}

/** Of acts about the unit itself all, of those that only name it posts and what was decided below. */
function asked(register: OpenUnit['register']): { own: string[]; named: string[] } {
  const kinds = [...register.kinds.keys()];
  return {
    own: kinds.filter((kind) => groupOf(kind, true) !== null),
    named: kinds.filter((kind) => groupOf(kind, false) !== null),
  };
}

const wordsOf = (q: string): string[] =>
  nameKey(q)
    .split(' ')
    .filter((word) => word !== '');

/** Every word, without accents, anywhere in the paper. */
function holdsWords(words: readonly string[]): RawBuilder<unknown> {
  if (words.length === 0) return sql`true`;
  const paper = sql`public.unaccent(lower(concat_ws(' ', h.paper->>'number', h.paper->>'abstract', h.paper->>'issuer', h.paper->>'type')))`;
  return sql.join(
    words.map((word) => sql`strpos(${paper}, ${word}) > 0`),
    sql` and `,
  );
}
