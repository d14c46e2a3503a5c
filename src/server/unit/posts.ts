import { sql } from 'kysely';
import { z } from 'zod';
import type { Holder, Vacancy } from '#/domain/units/page-contract.ts';
import type { Rulebook } from '#/kernel/rulebook/rulebook.ts';
import { citation } from '#/kernel/rulebook/rulebook.ts';
import { addDays, type Day } from '#/platform/day.ts';
import type { OpenUnit } from './open-unit.ts';
import { kindOn } from './overview.ts';
import { sourcesOf } from './sources.ts';
import { vacanciesOf } from './vacancies.ts';

interface Row extends Omit<Holder, 'source' | 'to'> {
  until: Day | null;
  actId: string;
}

/** Who holds which post in the unit on the day, and who did before. What was recorded of later days is not told yet. */
export async function postsOf(unit: OpenUnit): Promise<{ now: Holder[]; before: Holder[]; vacant: Vacancy[] }> {
  const { db, facts, unitId, on } = unit;
  const { rows } = await sql<Row>`
    select p.person_id as person, r.name, p.post, p.how, p.term, lower(p.valid) as from, upper(p.valid) as until,
      p.held_since, p.ratified_on, p.left_as, p.act_id
    from ${facts.table('post', 'p')}
    left join lateral (
      select r.name from ${facts.table('personRecord', 'r')} where r.person_id = p.person_id
      order by r.valid @> ${on}::date desc, lower(r.valid) desc nulls last limit 1
    ) r on true
    where p.unit_id = ${unitId}::uuid and lower(p.valid) <= ${on}::date
    order by upper(p.valid) desc nulls first, lower(p.valid), r.name`.execute(db);
  const source = await sourcesOf(
    unit,
    rows.map(({ actId }) => actId),
  );
  const holders = rows.map(({ until, actId, ...row }) => ({
    isNow: until === null || until > on,
    holder: { ...row, to: until === null ? null : addDays(until, -1), source: source(actId) },
  }));
  const now = holders.filter(({ isNow }) => isNow).map(({ holder }) => holder);
  const before = holders.filter(({ isNow }) => !isNow).map(({ holder }) => holder);
  return { now, before, vacant: vacanciesOf(now, before) };
}

/** The most that a committee of this kind of unit may have, and the instrument that says so. */
export async function seatsOf(unit: OpenUnit, rules: Rulebook): Promise<{ most: number; rule: string } | null> {
  const rule = rules.rule('post.committee-size', unit.on);
  const kind = await kindOn(unit);
  const limits = z.record(z.string(), z.number()).safeParse(rule?.value);
  const most = limits.success && kind !== null ? limits.data[kind] : undefined;
  return rule === null || most === undefined ? null : { most, rule: citation(rule) };
}
