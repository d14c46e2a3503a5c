import { sql } from 'kysely';
import type { Session } from '#/exchange/intake/session.ts';
import type { CountFigure } from '#/kernel/figures/figure.ts';
import { factSource } from '#/kernel/figures/source.ts';
import { today } from '#/platform/day.ts';
import * as contract from '#/reports/home/contract.ts';
import { route } from '../api.ts';

const finished = new Set<Session['state']>(['recorded', 'undone']);

/** What the register itself knows of the way to the first form; who read or printed what it does not keep. */
export const readFirstHour = route(contract.readFirstHour, async ({ tenant }, { installation, desk, actor }) => {
  const code = tenant ?? (await installation.tenants())[0]?.code ?? null; // the first of those that are there for the caller
  const sessions = (await desk.sessions()).filter((one) => one.tenant === code || one.tenant === null);
  const imports = {
    unfinished: sessions
      .filter(({ state }) => !finished.has(state))
      .map(({ id, name, found }) => ({ id, name, problems: found?.counts.withProblems ?? null })),
    leftOut: sessions
      .filter(({ state }) => state === 'recorded')
      .reduce((sum, { receipt }) => sum + (receipt?.leftOut ?? 0), 0),
  };
  if (code === null) return { units: 0, members: 0, incomplete: 0, signed: false, ...imports };
  const on = today(installation.clock);
  const gaps = installation.figures.get('records-incomplete') as CountFigure;
  const room = await installation.room(code);
  return room.read({ actor }, async ({ db }) => {
    const facts = factSource(db, null, { from: on, to: on });
    const holds = sql`valid @> ${on}::date`;
    const { rows } = await sql<{ units: number; members: number; incomplete: number; signed: boolean }>`
      select (select count(*)::integer from ${facts.table('unitLife', 'l')} join unit_scope u on u.unit_id = l.unit_id
          where l.${holds} and strpos(u.path, ${room.path}) > 0) as units,
        (select count(*)::integer from ${facts.table('standing', 's')} where s.${holds}) as members,
        (select count(distinct r.subject_id)::integer from ${gaps.rows(facts, {})} r where r.${holds}) as incomplete,
        exists (select from paper_signature) as signed`.execute(db);
    return { ...(rows[0] as (typeof rows)[number]), ...imports };
  });
});
