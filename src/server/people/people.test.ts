import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleFile } from '#/cli/docs/sample-file.ts';
import { memberColumns } from '#/domain/members/list-contract.ts';
import { nameKey } from '#/platform/names.ts';
import { bareDatabase, type TestDatabase } from '#test/database.ts';
import { type Installation, openInstallation } from '../installation.ts';
import { makeServer } from '../server.ts';
import { makeSessions } from '../sessions.ts';
import { worthWalking } from './page.ts';

let database: TestDatabase;
let installation: Installation;
let app: FastifyInstance;
const folder = mkdtempSync(join(tmpdir(), 'sotay-people-'));

beforeAll(async () => {
  database = await bareDatabase();
  installation = await openInstallation({ env: { DATABASE_URL: database.adminUrl, SOTAY_DATA: folder } });
  await installation.addTenant({ code: 'A', name: 'Đảng bộ tỉnh A' });
  app = await makeServer(installation, { token: 'the-token', sessions: makeSessions(installation.clock) });
  await ask('/api/acts', { acts: sampleFile });
});
afterAll(async () => {
  await app.close();
  await installation.close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(url: string, payload?: object) {
  const answer = await app.inject({
    url,
    headers: { authorization: 'Bearer the-token' },
    ...(payload === undefined ? {} : { method: 'POST', payload }),
  });
  return { status: answer.statusCode, ...answer.json() };
}

const names = (answer: { rows: { name: string }[] }) => answer.rows.map(({ name }) => name);

test('members stand by given name; a page goes on where the one before ended', async () => {
  const all = await ask('/api/people?on=2020-07-01');
  expect(names(all)).toEqual(['Trần Thị Ví Dụ', 'Nguyễn Văn Mẫu', 'Phạm Thị Mới', 'Lê Văn Thử']);
  expect(all.next).toBeNull();
  const first = await ask('/api/people?on=2020-07-01&limit=3');
  const rest = await ask(`/api/people?on=2020-07-01&limit=3&cursor=${first.next}`);
  expect([...names(first), ...names(rest)]).toEqual(names(all));
  expect(names(await ask('/api/people?on=2020-07-01&sort=-name'))).toEqual(names(all).toReversed());
  expect(await ask('/api/people/count?on=2020-07-01')).toMatchObject({ on: '2020-07-01', total: 4 });
});

test('every order pages through everybody once', async () => {
  for (const sort of ['born', '-born', 'admittedOn', '-admittedOn', 'partyAge', '-partyAge', 'unit', '-unit']) {
    const all = await ask(`/api/people?on=2020-07-01&sort=${sort}`);
    expect(all.rows, sort).toHaveLength(4);
    let cursor = '';
    const paged: string[] = [];
    do {
      const page = await ask(`/api/people?on=2020-07-01&sort=${sort}&limit=1${cursor}`);
      paged.push(...names(page));
      cursor = page.next === null ? '' : `&cursor=${page.next}`;
    } while (cursor !== '');
    expect(paged, sort).toEqual(names(all));
  }
});

test('a cursor is bound to its order', async () => {
  const { next } = await ask('/api/people?on=2020-07-01&limit=1');
  for (const cursor of [`${next}&sort=born`, 'bm90aGluZw', 'WyJuYW1lIiwxXQ'])
    expect(await ask(`/api/people?on=2020-07-01&cursor=${cursor}`), cursor).toMatchObject({
      status: 400,
      code: 'people.cursor',
    });
});

test('columns are told where they are asked for, and nothing sensitive is', async () => {
  const columns =
    'name,cardNumber,age,partyAge,nextBadge,posts,exempt,suspended,away,inTransit,retired,classification,ethnicity';
  const { rows } = await ask(`/api/people?on=2020-08-01&unit=A.H.01.1&columns=${columns}`);
  expect(rows).toEqual([
    {
      person: expect.any(String),
      code: 'P1',
      name: 'Nguyễn Văn Mẫu',
      born: '1960',
      sex: 'male',
      unit: { code: 'A.H.01.1', name: 'Chi bộ thôn Một' },
      status: 'official',
      cardNumber: null,
      age: 60,
      partyAge: { years: 30, months: 5 },
      nextBadge: { years: 30, on: '2020-03-19', isDue: true },
      posts: [],
      exempt: null,
      suspended: false,
      away: null,
      inTransit: false,
      retired: null,
      classification: null,
      ethnicity: null,
    },
  ]);
  expect((await ask('/api/people?columns=name,citizenId')).status).toBe(400);
});

test('a unit narrows the list to its subtree on that day, a scope to what may be seen', async () => {
  expect(names(await ask('/api/people?on=2020-07-01&unit=A.H.01.1'))).toEqual(['Trần Thị Ví Dụ', 'Nguyễn Văn Mẫu']);
  expect(names(await ask('/api/people?on=2020-08-01&unit=A.H.01.1'))).toEqual(['Nguyễn Văn Mẫu']);
  expect(names(await ask('/api/people?on=2020-07-01&unit=A'))).toHaveLength(4);
  // Who has moved away since stands outside the scope, also on a day before.
  expect((await ask('/api/people?on=2020-07-01&scope=A.H.01.2&unit=A.H.01.1')).status).toBe(404);
  expect(names(await ask('/api/people?on=2020-07-01&scope=A.H.01.1'))).toEqual(['Trần Thị Ví Dụ', 'Nguyễn Văn Mẫu']);
});

test('a value that is in no list is refused by the name of its field, in Vietnamese too', async () => {
  const answer = await app.inject({
    url: '/api/people?sex=other&ethnicity=kinh&ageFrom=40&ageTo=30',
    headers: { authorization: 'Bearer the-token', 'accept-language': 'vi' },
  });
  expect(answer.json()).toMatchObject({ status: 400, code: 'people.filter', title: expect.stringContaining('lọc') });
  expect(answer.json().errors.map(({ field }: { field: string }) => field)).toEqual(['sex', 'ageTo']);
});

test('the people behind a figure, by its own rule', async () => {
  const admitted = await ask('/api/people?unit=A&on=2020-12-31&figure=admissions');
  expect(names(admitted)).toEqual(['Phạm Thị Mới']);
  expect(names(await ask('/api/people?unit=A&on=2020-12-31&figure=members-by&arg=sex=female'))).toHaveLength(2);
  expect(await ask('/api/people/count?on=2020-12-31&figure=members-by&arg=sex=female')).toMatchObject({ total: 2 });
  expect(await ask('/api/people?unit=A&figure=units')).toMatchObject({ status: 422, code: 'people.figure' });
  expect(await ask('/api/people?unit=A&figure=members-by&arg=sx=female')).toMatchObject({ code: 'figure.args' });
});

test('a person is found by words of the name without accents, by code and by card', async () => {
  const found = async (q: string) => {
    const { people } = await ask(`/api/person-search?q=${encodeURIComponent(q)}&on=2020-07-01`);
    return people.map(({ code }: { code: string }) => code);
  };
  expect(await found('thi')).toEqual(['P2', 'P4']);
  expect(await found('phạm moi')).toEqual(['P4']);
  expect(await found('hi')).toEqual([]);
  expect(await found('p1')).toEqual(['P1']);
  expect(await found('P')).toHaveLength(4);
  const { people } = await ask('/api/person-search?q=P4&on=2019-01-01');
  expect(people).toMatchObject([{ code: 'P4', unit: null, status: null }]);
});

test('who is called by the word comes before who has it elsewhere in the name, however few are asked for', async () => {
  const found = async (q: string, limit: number) => {
    const { people } = await ask(`/api/person-search?q=${encodeURIComponent(q)}&on=2020-07-01&limit=${limit}`);
    return people.map(({ name }: { name: string }) => name);
  };
  const all: { name: string }[] = (await ask('/api/people?on=2020-07-01')).rows;
  const words = new Set(all.flatMap(({ name }) => nameKey(name).split(' ')));
  for (const q of [...words].flatMap((word) => [word, word.slice(0, 1), word.slice(0, 2)])) {
    const whole = await found(q, 20);
    const given = whole.map((name: string) => (nameKey(name).split(' ').at(-1) as string).startsWith(q));
    expect(given, q).toEqual(given.toSorted((a: boolean, b: boolean) => Number(b) - Number(a)));
    // Few are found along the index of given names, all by looking at each name.
    for (const limit of [1, 2]) expect(await found(q, limit), q).toEqual(whole.slice(0, limit));
  }
});

test('more rows are walked where the first say that a page is near, and not where few fit', () => {
  expect(worthWalking(40, 51)).toBe(7_650);
  expect(worthWalking(6, 51)).toBe(51_000);
  expect(worthWalking(5, 51)).toBeNull();
  expect(worthWalking(0, 51)).toBeNull();
});

test('a list is saved under a name, by its owner only changed, shared or not', async () => {
  const view = { unit: 'A.H', filters: { sex: 'female', ageFrom: 40 }, columns: ['name', 'age'], sort: 'born' };
  const saved = await ask('/api/people/views', { name: 'Nữ từ 40 tuổi', view });
  expect(saved).toMatchObject({ name: 'Nữ từ 40 tuổi', isMine: true, isShared: false, view: { sort: 'born' } });
  expect(await ask('/api/people/views', { name: 'Nữ từ 40 tuổi', view })).toMatchObject({ code: 'view.name-taken' });
  const changed = await ask(`/api/people/views/${saved.id}`, { name: 'Nữ', isShared: true });
  expect(changed).toMatchObject({ name: 'Nữ', isShared: true, view: { columns: ['name', 'age'] } });
  const room = await installation.room('A');
  const seenBy = (actor: string) =>
    room.read({ actor }, async ({ client }) => (await client.query('select name from member_view')).rows.length);
  expect(await seenBy('somebody else')).toBe(1);
  await ask(`/api/people/views/${saved.id}`, { isShared: false });
  expect(await seenBy('somebody else')).toBe(0);
  expect(await ask('/api/people/views', { name: 'x', view: { ...view, columns: ['citizenId'] } })).toMatchObject({
    status: 400,
  });
  expect(await ask(`/api/people/views/${saved.id}/delete`, {})).toMatchObject({ status: 200 });
  expect(await ask(`/api/people/views/${saved.id}/delete`, {})).toMatchObject({ code: 'view.unknown' });
  expect((await ask('/api/people/views')).views).toEqual([]);
});

/** Waits for an export and reads its file. */
async function exported(asked: Record<string, unknown>) {
  const begun = await ask('/api/people/export', asked);
  expect(begun).toMatchObject({ state: 'running' });
  const until = Date.now() + 20_000;
  let now = begun;
  while (now.state === 'running' && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    now = await ask(`/api/people/export/${begun.id}`);
  }
  expect(now).toMatchObject({ state: 'done', total: 2, done: 2 });
  const file = await app.inject({
    url: `/api/people/export/${begun.id}/file`,
    headers: { authorization: 'Bearer the-token' },
  });
  const { sheets } = await readXlsx(new Uint8Array(file.rawPayload));
  return { begun, name: file.headers['content-disposition'], rows: sheets[0]?.rows ?? [] };
}

test('a filtered list is exported in the background, logged, and nothing in it begins a formula', async () => {
  await ask('/api/acts', {
    acts: [
      {
        kind: 'member.updated',
        effectiveOn: '2020-02-01',
        person: 'P3',
        paper: { issuer: 'x', number: '1', issuedOn: '2020-02-01' },
        record: { name: '=HYPERLINK("http://x")' },
      },
    ],
  });
  const columns = ['name', 'sex', 'unit', 'partyAge', 'born'];
  const { begun, rows } = await exported({ on: '2020-07-01', sex: 'male', columns });
  expect(rows[0]).toEqual(['Họ và tên', 'Giới tính', 'Tổ chức đảng', 'Tuổi đảng', 'Ngày sinh']);
  expect(rows.slice(1).map(([name]) => name)).toContain('Nguyễn Văn Mẫu');
  expect(rows.slice(1).map(([name]) => name)).toContain('=HYPERLINK("http://x")');
  expect(rows[1]?.[1]).toBe('Nam');
  const room = await installation.room('A');
  const logged = await room.read({ actor: 'x' }, ({ client }) =>
    client.query("select action, person_count from access_log where action = 'list.exported'"),
  );
  expect(logged.rows).toEqual([{ action: 'list.exported', person_count: 2 }]);
  expect(await ask(`/api/people/export/${begun.id}/cancel`, {})).toMatchObject({ state: 'cancelled' });
  expect(await ask(`/api/people/export/${begun.id}`)).toMatchObject({ status: 404, code: 'export.unknown' });
  expect(await ask('/api/people/export', { sex: 'x', columns })).toMatchObject({ status: 400, code: 'people.filter' });
});

test('a list is exported in the language of the screen: no heading and no value of the other', async () => {
  const question = { on: '2020-07-01', sex: 'male', columns: memberColumns };
  const [vi, en] = [await exported(question), await exported({ ...question, language: 'en' })];
  expect([vi.name, en.name]).toEqual([expect.stringContaining('dang-vien-'), expect.stringContaining('members-')]);
  const [own, other] = [vi.rows[0] ?? [], en.rows[0] ?? []];
  expect(own).toHaveLength(memberColumns.length);
  for (const [at, heading] of other.entries()) {
    expect(heading).toMatch(/^[A-Za-z ]+$/);
    expect(heading).not.toBe(own[at]);
  }
  const cell = ({ rows }: typeof vi, column: (typeof memberColumns)[number]) =>
    rows[1]?.[memberColumns.indexOf(column)];
  expect([cell(vi, 'sex'), cell(en, 'sex')]).toEqual(['Nam', 'Male']);
  expect([cell(vi, 'status'), cell(en, 'status')]).toEqual(['Chính thức', 'Official']);
  expect(cell(vi, 'partyAge')).toMatch(/năm/);
  expect(cell(en, 'partyAge')).toMatch(/^\d+ years \d+ months$/);
});
