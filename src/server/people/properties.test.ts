import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { partyAge } from '#/domain/members/api.ts';
import { memberSorts } from '#/domain/members/list-contract.ts';
import type { FactRow, FactTable } from '#/kernel/facts/table.ts';
import { parseRange } from '#/kernel/facts/table.ts';
import type { CheckContext } from '#/kernel/rulebook/check.ts';
import { earliest, wholeYearsBetween } from '#/platform/day.ts';
import { nameKey, nameOrder } from '#/platform/names.ts';
import { bareDatabase, type TestDatabase } from '#test/database.ts';
import { type Installation, openInstallation } from '../installation.ts';
import { makeServer } from '../server.ts';
import { makeSessions } from '../sessions.ts';
import { verifyRegister } from '../verify-register.ts';
import { actsOf, life, pick, unit, unitsOf } from './random-lives.ts';

let database: TestDatabase;
let installation: Installation;
let app: FastifyInstance;
const folder = mkdtempSync(join(tmpdir(), 'sotay-people-'));
const seed = Math.floor(Math.random() * 2 ** 31);

beforeAll(async () => {
  database = await bareDatabase();
  installation = await openInstallation({ env: { DATABASE_URL: database.adminUrl, SOTAY_DATA: folder } });
  await installation.addTenant({ code: 'R', name: 'Đảng bộ tỉnh R' });
  app = await makeServer(installation, { token: 't', sessions: makeSessions(installation.clock) });
  const units = [
    unit('R', 'provincial'),
    unit('R.1', 'grassroots-body', 'R'),
    unit('R.1.1', 'cell', 'R.1'),
    unit('R.1.2', 'cell', 'R.1'),
    unit('R.2', 'grassroots-cell', 'R'),
  ];
  const acts = fc.sample(life, { seed, numRuns: 40 }).map(actsOf);
  // Some come in the first load, some one after the other: both ways keep the roster.
  await ask('/api/acts', { acts: [...units, ...acts.slice(0, 25).flat()] });
  for (const one of acts.slice(25)) await ask('/api/acts', { acts: one });
  facts = await readFacts();
}, 120_000);
afterAll(async () => {
  await app.close();
  await installation.close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(url: string, payload?: object) {
  const answer = await app.inject({
    url,
    headers: { authorization: 'Bearer t' },
    ...(payload === undefined ? {} : { method: 'POST', payload }),
  });
  const body = answer.json();
  if (answer.statusCode !== 200) throw new Error(`seed ${seed}: ${url} ${JSON.stringify(body).slice(0, 500)}`);
  return body;
}

let facts: Record<string, FactRow[]>;

async function readFacts() {
  const room = await installation.room('R');
  return room.read({ actor: 'test' }, async ({ client }) => {
    const found: Record<string, FactRow[]> = {};
    for (const table of ['standing', 'person_record', 'exemption', 'post', 'member_event', 'unit_code', 'person'])
      found[table] = (await client.query(`select * from ${table}`)).rows;
    return found;
  });
}

const holds = (row: FactRow, on: string) => {
  const { from, to } = parseRange(row.valid as string);
  return (from === null || from <= on) && (to === null || on < to);
};

interface Person {
  id: string;
  code: string;
  unit: string;
  record: FactRow;
  months: number | null;
  isExempt: boolean;
  isLeader: boolean;
  status: string;
}

async function membersOn(on: string): Promise<Person[]> {
  const rows = (table: string) => facts[table] ?? [];
  const context = {
    facts: async ({ name }: FactTable, id: string) => rows(name).filter((row) => row.person_id === id),
  } as unknown as CheckContext;
  const standing = rows('standing').filter((row) => holds(row, on));
  return Promise.all(
    standing.map(async ({ person_id, unit_id, status }) => ({
      id: person_id as string,
      status: status as string,
      code: rows('person').find((row) => row.person_id === person_id)?.code as string,
      unit: rows('unit_code').find((row) => row.unit_id === unit_id)?.code as string,
      record: rows('person_record').find((row) => row.person_id === person_id && holds(row, on)) as FactRow,
      months: await partyAge(context, person_id as string, on),
      isExempt: rows('exemption').some((row) => row.person_id === person_id && holds(row, on)),
      isLeader: rows('post').some((row) => row.person_id === person_id && holds(row, on)),
    })),
  );
}

const anyQuestion = fc.record(
  {
    unit: pick(...Object.keys(unitsOf)),
    on: pick('2016-06-30', '2020-02-28', '2025-12-31'),
    scope: pick('R', 'R.1', 'R.2'),
    sort: pick(...memberSorts),
    q: pick('thi', 'ha', 'nguyen b', 'P1', 'uoc do', 'xyz'),
    status: pick('official', 'probationary'),
    sex: pick(['male'], ['female', 'untold'], ['untold']),
    ethnicity: pick(['kinh'], ['tay', 'muong']),
    exempt: pick('yes', 'no'),
    retired: pick('yes', 'no'),
    post: pick('any', 'secretary', 'committee-member'),
    ageFrom: pick(60, 44, 80),
    ageTo: pick(59, 60, 80),
    partyAgeFrom: pick(10, 20, 30),
    partyAgeTo: pick(9, 22, 40),
    admittedFrom: pick('1997-01-01', '2010-09-01'),
    admittedTo: pick('1996-06-19', '1997-01-01'),
  },
  { requiredKeys: ['on', 'sort'] },
);
/** Few filters at a time: with all of them nobody would be left to look at. */
const question = fc
  .tuple(anyQuestion, fc.subarray(['unit', 'scope'] as const), fc.nat(), fc.nat())
  .map(([asked, places, first, second]) => {
    const { on, sort, unit, scope, ...filters } = asked;
    const names = Object.keys(filters) as (keyof typeof filters)[];
    const kept = new Set([names[first % names.length], names[second % names.length]]);
    return {
      on,
      sort,
      ...(unit !== undefined && places.includes('unit') ? { unit } : {}),
      ...(scope !== undefined && places.includes('scope') ? { scope } : {}),
      ...(Object.fromEntries(Object.entries(filters).filter(([name]) => kept.has(name as never))) as typeof filters),
    };
  })
  .filter(
    ({ ageFrom = 0, ageTo = 99, partyAgeFrom = 0, partyAgeTo = 99, admittedFrom = '', admittedTo = '~' }) =>
      ageFrom <= ageTo && partyAgeFrom <= partyAgeTo && admittedFrom <= admittedTo,
  );
type Question = typeof anyQuestion extends fc.Arbitrary<infer T> ? T : never;

function fits(one: Person, asked: Question): boolean {
  const { record, months } = one;
  const text = (field: string) => record[field] as string | null;
  const age = text('born') === null ? null : wholeYearsBetween(earliest(text('born') as string), asked.on);
  const admitted = text('admitted_on') === null ? null : earliest(text('admitted_on') as string);
  const years = months === null ? null : Math.floor(months / 12);
  const within = <T extends number | string>(value: T | null, low: T | undefined, high: T | undefined) =>
    (low === undefined && high === undefined) ||
    (value !== null && (low === undefined || value >= low) && (high === undefined || value <= high));
  const words = ` ${nameKey(text('name') as string)}`;
  return [
    asked.unit === undefined || unitsOf[asked.unit]?.includes(one.unit),
    asked.scope === undefined || unitsOf[asked.scope]?.includes(one.unit),
    asked.q === undefined ||
      (/\d/.test(asked.q)
        ? one.code.startsWith(asked.q)
        : asked.q.split(' ').every((word) => words.includes(` ${word}`))),
    asked.status === undefined || one.status === asked.status,
    asked.sex === undefined || asked.sex.includes(text('sex') ?? 'untold'),
    asked.ethnicity === undefined || asked.ethnicity.includes(text('ethnicity') ?? ''),
    asked.exempt === undefined || one.isExempt === (asked.exempt === 'yes'),
    asked.retired === undefined || record.retired === (asked.retired === 'yes'),
    asked.post === undefined || (one.isLeader && asked.post !== 'committee-member'),
    within(age, asked.ageFrom, asked.ageTo),
    within(years, asked.partyAgeFrom, asked.partyAgeTo),
    within(admitted, asked.admittedFrom, asked.admittedTo),
  ].every(Boolean);
}

function inOrder(members: Person[], sort: string): string[] {
  const base = sort.replace('-', '');
  const first = ({ record, unit: at, months }: Person): string => {
    if (base === 'unit') return at;
    if (base === 'partyAge') return months === null ? '~' : String(100_000 - months);
    const day = base === 'name' ? '' : (record[base === 'born' ? 'born' : 'admitted_on'] as string | null);
    return day === null ? '~' : day === '' ? '' : earliest(day);
  };
  const key = (one: Person) => `${first(one)}\u0000${nameOrder(one.record.name as string)}\u0000${one.id}`;
  const sorted = members.map((one) => [key(one), one.id] as const).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return (sort.startsWith('-') ? sorted.toReversed() : sorted).map(([, id]) => id);
}

test('pages put together, and the count, are what a filter over the facts gives; nobody outside the scope', async () => {
  await fc.assert(
    fc.asyncProperty(question, async (asked) => {
      fc.pre(
        asked.unit === undefined ||
          asked.scope === undefined ||
          unitsOf[asked.unit]?.every((one) => unitsOf[asked.scope as string]?.includes(one)) === true,
      );
      const address = new URLSearchParams(
        Object.entries(asked).flatMap(([key, value]) =>
          [value].flat().map((one) => [key, String(one)] as [string, string]),
        ),
      );
      const listed: string[] = [];
      let next: string | null = null;
      do {
        const page: { rows: { person: string }[]; next: string | null } = await ask(
          `/api/people?${address}&limit=7${next === null ? '' : `&cursor=${next}`}`,
        );
        listed.push(...page.rows.map(({ person }) => person));
        next = page.next;
      } while (next !== null);
      const wanted = (await membersOn(asked.on)).filter((one) => fits(one, asked));
      // Within a month, who is longer in the Party depends on the day, of which party age says nothing.
      if (asked.sort.endsWith('partyAge')) expect(listed.toSorted()).toEqual(wanted.map(({ id }) => id).toSorted());
      else expect(listed).toEqual(inOrder(wanted, asked.sort));
      address.delete('sort');
      expect((await ask(`/api/people/count?${address}`)).total).toBe(wanted.length);
    }),
    { numRuns: 100, seed, interruptAfterTimeLimit: 60_000 },
  );
}, 120_000);

test('the roster says what the facts say, and verify sees where it does not', async () => {
  const room = await installation.room('R');
  const audits = async () =>
    (await verifyRegister(installation, room)).audits.findings.filter(({ audit }) => audit === 'roster');
  expect(await audits()).toEqual([]);
  await asAdmin(`update roster set name_key = 'x' where ctid = (select min(ctid) from roster)`);
  expect(await audits()).toHaveLength(2);
  // What the migration lays for those who were there before it is the same.
  const migration = readFileSync('db/migrations/0030_tenant_roster.sql', 'utf8');
  await asAdmin(`delete from roster; ${/insert into roster\n.*?;\n/s.exec(migration)?.[0]}`);
  expect(await audits()).toEqual([]);
}, 60_000);

test('the order of names that the migration lays is the one that names.ts makes', async () => {
  const migration = readFileSync('db/migrations/0029_tenant_name_order.sql', 'utf8');
  const [made] = /create function pg_temp.*?end \$\$;/s.exec(migration) ?? [''];
  const names = [
    'Nguyễn Văn Mẫu',
    'Ân',
    'Lê Thị Thu Hà',
    'H’Hen Niê',
    'Đỗ Ñandú 2',
    'TRẦN ĐỨC ~x',
    'Y Ðiêng',
    'Lò Văn Ưởng',
  ];
  const rows = await asAdmin(
    `${made} select n, pg_temp.name_order(n) as key from unnest(array[${names.map((name) => `'${name}'`)}]) n`,
  );
  expect(rows).toEqual(names.map((name) => ({ n: name, key: nameOrder(name) })));
});

async function asAdmin(statements: string): Promise<unknown[]> {
  const client = new Client({ connectionString: database.adminUrl });
  await client.connect();
  try {
    await client.query('set search_path = t_r, public');
    const done = await client.query(statements);
    return [done].flat().at(-1)?.rows ?? [];
  } finally {
    await client.end();
  }
}
