import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportJournal } from '#/exchange/export/export-journal.ts';
import { runAudits } from '#/kernel/audit.ts';
import { answerFigure } from '#/kernel/figures/answer.ts';
import type { FigureAnswer } from '#/kernel/figures/figure.ts';
import { inTransaction } from '#/platform/db/transaction.ts';
import type { Problem } from '#/platform/errors.ts';
import { openReport, runReport } from '#/reports/reports.ts';
import { figures } from '#/server/parts.ts';
import type { World } from '../world.ts';
import { act, movedCell, secrets, told } from './moved-cell.ts';

let world: World;
let ids: Map<string, string>;
let paths: Map<string, string>;
beforeAll(async () => {
  ({ world, ids, paths } = await movedCell());
});
afterAll(() => world?.close());

const year = { on: '2020-12-31', from: '2020-01-01', to: '2020-12-31' };

/** As G's office asks, with a scope of G alone. */
async function asOffice<T>(code: string, work: (tx: Parameters<Parameters<World['read']>[0]>[0]) => Promise<T>) {
  const scope = paths.get(code) as string;
  return inTransaction(world.journal.pool, { actor: 'office', scope, readOnly: true }, work);
}

/** The narrowings of each figure that bring other reasons up. */
const narrowed: Record<string, Record<string, string>[]> = {
  commendations: [{}, { title: 'exemplary' }, { recipient: 'organisation' }, { issuer: 'Nơi khác' }],
  'contest-entries': [{ contest: 'thi-viet' }],
  'contest-prizes': [{ contest: 'thi-viet' }],
};

async function everything(code: string, of: string): Promise<Map<string, FigureAnswer>> {
  return asOffice(code, async ({ db }) => {
    const answers = new Map<string, FigureAnswer>();
    for (const { name, type } of figures.all)
      for (const args of narrowed[name] ?? [{}]) {
        const question = { figure: name, unitId: ids.get(of) as string, ...year, knownAt: null };
        const target: Record<string, string> =
          type === 'target' || name.startsWith('target') ? { of: 'admissions' } : {};
        const options = { list: true, notCounted: true, byUnit: type === 'count' };
        const answer = await answerFigure(db, figures, { ...question, args: { ...args, ...target } }, options).catch(
          (error: Problem) => {
            if (error.code === 'figure.args') return null; // needs a value that says nothing of its own
            throw error;
          },
        );
        if (answer !== null) answers.set(`${name} ${JSON.stringify(args)}`, answer);
      }
    return answers;
  });
}

describe('what was once under a unit and lies elsewhere today', () => {
  it('is counted, and neither its names nor its words are shown: in lists, reasons, ids', async () => {
    const answers = await everything('G', 'G');
    expect(answers.size).toBeGreaterThan(80);
    for (const [name, answer] of answers)
      expect({ name, told: told(JSON.stringify(answer)) }).toEqual({ name, told: [] });
    for (const name of [
      'members-disciplined',
      'members-inspected-or-supervised',
      'petitions-received',
      'documents-issued',
    ])
      expect({ name, value: answers.get(`${name} {}`)?.value }).toEqual({ name, value: 1 });
  });

  it('is shown to whom it belongs today', async () => {
    const all = JSON.stringify([...(await everything('R', 'R')).values()]);
    const { complainant: _, ...open } = secrets;
    expect(told(all)).toEqual(Object.keys(open));
  });

  it('is no part of the annual report but as numbers, nor of what its rows open into', async () => {
    const request = {
      unitId: ids.get('G') as string,
      ...year,
      knownAt: null,
      rounding: 'half-up',
      decimals: 1,
    } as const;
    await asOffice('G', async ({ db }) => {
      const report = await runReport(db, figures, 'annual', request);
      expect(told(JSON.stringify(report))).toEqual([]);
      for (const { row } of report.figures) {
        if (row === undefined) continue;
        for (const side of ['', '/not-counted', '/denominator']) {
          const list = await openReport(db, figures, 'annual', request, `${row}${side}`).catch(() => []);
          expect({ row, told: told(JSON.stringify(list)) }).toEqual({ row, told: [] });
        }
      }
    });
  });

  it('says nothing at all to a unit beside it', async () => {
    await asOffice('E', async ({ db }) => {
      for (const code of ['G', 'C', 'F', 'R']) {
        const question = {
          figure: 'members-disciplined',
          unitId: ids.get(code) as string,
          ...year,
          args: {},
          knownAt: null,
        };
        await expect(answerFigure(db, figures, question, { list: true })).rejects.toMatchObject({
          code: 'unit.unknown',
        });
      }
    });
  });
});

describe('every table of facts and its twin', () => {
  it('holds back all of its rows without a context, and by one policy lets through those of the path', async () => {
    const names = [...new Set(world.journal.register.tables.filter(({ scoped }) => scoped).map(({ name }) => name))];
    const relations = names.flatMap((name) => [name, `${name}_twin`]);
    expect(relations).toEqual(expect.arrayContaining(['discipline', 'petition_twin', 'post', 'badge', 'review']));
    const { rows } = await world.read(({ client }) =>
      client.query(`select tablename as name, qual from pg_policies where schemaname = 't_t' and tablename = any($1)`, [
        relations,
      ]),
    );
    const guard = "(strpos(scope, NULLIF(current_setting('sotay.scope'::text, true), ''::text)) > 0)";
    expect(new Map(rows.map(({ name, qual }) => [name, qual]))).toEqual(
      new Map(relations.map((name) => [name, guard])),
    );
    expect(rows).toHaveLength(relations.length); // a second policy would be added by "or"
    const filled: string[] = [];
    for (const name of relations) {
      const count = ({ client }: { client: { query: (sql: string) => Promise<{ rows: { n: number }[] }> } }) =>
        client.query(`select count(*)::int as n from ${name}`).then((found) => found.rows[0]?.n ?? 0);
      if ((await world.read(count)) > 0) filled.push(name);
      const client = await world.journal.pool.connect();
      try {
        expect({ name, n: await count({ client }) }).toEqual({ name, n: 0 });
      } finally {
        client.release();
      }
      expect({ name, n: (await asOffice('E', count)) > 0 && !SEEN_BY_E.includes(name) }).toEqual({ name, n: false });
    }
    expect(filled).toEqual(expect.arrayContaining(['discipline', 'petition', 'post', 'card_event', 'inspection']));
  });
});

/** Of the cell E there is one member, and nothing else is recorded. */
const SEEN_BY_E = ['person', 'person_record', 'standing', 'person_number', 'member_event'];

describe('whoever complained', () => {
  it('stands sealed in one place, and in no export, list or word of the house', async () => {
    const lines: unknown[] = [];
    await world.read(async (tx) => {
      for await (const line of exportJournal(tx)) lines.push(line);
      const tables = [...new Set(world.journal.register.tables.map(({ name }) => name))];
      for (const name of [...tables, ...tables.map((one) => `${one}_twin`), 'act', 'act_subject', 'sensitive_value'])
        lines.push(...(await tx.client.query(`select t::text as text from ${name} t`)).rows);
      lines.push(await runAudits(world.journal.register.audits, tx.db, world.journal.rulebook));
    });
    expect(JSON.stringify(lines)).not.toContain(secrets.complainant);
  });

  it.each([
    ['too long', { complainant: secrets.complainant.repeat(40) }],
    ['with an anonymous letter', { complainant: secrets.complainant, anonymous: true }],
    ['no text', { complainant: [secrets.complainant] }],
    ['under another field', { complainants: secrets.complainant }],
    ['with a code that is taken', { complainant: secrets.complainant, code: secrets.petition }],
  ])('is not repeated in a refusal: %s', async (_, more) => {
    const input = act('2020-09-01', 'petition.received', { unit: 'C', code: '1', sort: 'complaint', ...more });
    const problem: Problem = await world.post([input]).then(
      () => Promise.reject(new Error('it was taken')),
      (error) => error,
    );
    expect(JSON.stringify([problem.message, problem.fields, problem.cause])).not.toContain(secrets.complainant);
  });
});
