import { afterAll, beforeAll, expect, test } from 'vitest';
import { runAudits } from '#/kernel/audit.ts';
import type { ActInput } from '#/kernel/journal/act.ts';
import { askFigure } from '#test/ask.ts';
import { testWorld, type World } from '#test/world.ts';

let world: World;
const act = (kind: string, effectiveOn: string, more: object): ActInput => ({
  kind,
  effectiveOn,
  paper: { issuer: 'Huyện ủy Thử', number: '7-QĐ/HU', issuedOn: effectiveOn },
  ...more,
});
const unit = (code: string, kind: string, parent?: string) =>
  act('unit.established', '2015-01-01', { unit: { code, name: `Đơn vị ${code}`, kind, parent } });
const member = (code: string, cell: string, more: object = {}) =>
  act('member.registered', '2016-01-01', {
    person: { code, name: `Trần ${code}`, sex: 'male', ...more },
    cell,
    status: 'official',
  });
const assume = (day: string, person: string, at: string, post: string, more: object = {}) =>
  act('post.assumed', day, { person, unit: at, post, how: 'elected', term: '2020-2025', ...more });
const left = (day: string, person: string, at: string, post: string, reason: string) =>
  act('post.left', day, { person, unit: at, post, reason });

beforeAll(async () => {
  world = await testWorld();
  await world.post([
    unit('H', 'district'),
    unit('C', 'grassroots-cell', 'H'),
    unit('D', 'grassroots-cell', 'H'),
    unit('B', 'grassroots-body', 'H'),
    unit('B1', 'cell', 'B'),
    unit('B2', 'cell', 'B'),
    member('An', 'C'),
    member('Ba', 'D'),
    member('Ca', 'D', { sex: 'female' }),
    member('Da', 'B1', { sex: 'female' }),
    member('Em', 'B1'),
    member('Gi', 'B2', { sex: undefined }),
    // In office when the register opened; elected again; the term is left by death.
    assume('2017-01-01', 'An', 'C', 'secretary', { term: '2015-2020', heldSince: '2012' }),
    assume('2020-05-01', 'An', 'C', 'secretary'),
    act('post.ratified', '2020-05-15', { person: 'An', unit: 'C', post: 'secretary' }),
    assume('2018-01-01', 'An', 'C', 'agency-head', { how: 'appointed', term: undefined }),
    act('member.died', '2021-02-03', { person: 'An' }),
    // A secretary who is the deputy of the agency, then its head.
    assume('2020-05-01', 'Ba', 'D', 'secretary'),
    assume('2020-05-01', 'Ba', 'D', 'agency-deputy-head', { how: 'appointed', term: undefined }),
    left('2021-01-01', 'Ba', 'D', 'agency-deputy-head', 'relieved'),
    assume('2021-01-01', 'Ba', 'D', 'agency-head', { how: 'appointed', term: undefined }),
    // Committee of B: one woman, one man, one whose record does not tell; all of them lead their cells too.
    assume('2020-06-01', 'Da', 'B', 'secretary'),
    assume('2020-06-01', 'Da', 'B', 'standing-committee-member'),
    assume('2020-06-01', 'Em', 'B', 'committee-member', { how: 'designated' }),
    assume('2020-06-01', 'Gi', 'B', 'committee-member'),
    assume('2020-06-01', 'Em', 'B1', 'secretary'),
    // Em goes to the other cell: stays in the committee, and nobody has recorded the end of the post in B1.
    act('member.transferred', '2021-03-01', { person: 'Em', to: 'B2' }),
    // Ca goes out for good, comes back later: not into office.
    assume('2020-06-01', 'Ca', 'D', 'committee-member'),
    act('member.nameRemoved', '2020-09-01', { person: 'Ca' }),
    act('member.readmitted', '2024-01-01', { person: 'Ca', cell: 'D' }),
    act('member.recognised', '2025-01-01', { person: 'Ca' }),
  ]);
});
afterAll(() => world.close());

const spells = (code: string) =>
  world.read(async ({ client }) => {
    const { rows } = await client.query(
      `select c.code as unit, p.post, p.valid, p.term, p.ratified_on::text as ratified, p.left_as as left
       from post p join person n using (person_id) join unit_code c on c.unit_id = p.unit_id
       where n.code = $1 order by p.post, p.valid`,
      [code],
    );
    return rows.map((row) => Object.values(row).join(' '));
  });
const on = async (figure: string, day: string, args: Record<string, string> = {}, at = 'H') =>
  (await askFigure(world, figure, at, { on: day, args })).value;
const during = async (figure: string, year: string, args: Record<string, string> = {}) =>
  (await askFigure(world, figure, 'H', { from: `${year}-01-01`, on: `${year}-12-31`, args, list: true })).value;
const why = async (figure: string, day: string, from?: string) => {
  const { notCounted = [] } = await askFigure(world, figure, 'H', { on: day, from, notCounted: true });
  return Object.fromEntries(notCounted.map((entry) => [entry.label?.replace('Trần ', ''), entry.why]));
};

test('a post is held by terms, ratified on a day, and ends with the membership', async () => {
  expect(await spells('An')).toEqual([
    'C agency-head [2018-01-01,2021-02-03)   ',
    'C secretary [2017-01-01,2020-05-01) 2015-2020  term-ended',
    'C secretary [2020-05-01,2021-02-03) 2020-2025 2020-05-15 ',
  ]);
});

test('who leaves the Party and comes back does not come back into office', async () => {
  expect(await spells('Ca')).toEqual(['D committee-member [2020-06-01,2020-09-01) 2020-2025  ']);
  await world.post([assume('2025-05-01', 'Ca', 'D', 'committee-member', { term: '2025-2030' })]);
  // The spell that the membership ended was not left by the later election.
  expect(await spells('Ca')).toEqual([
    'D committee-member [2020-06-01,2020-09-01) 2020-2025  ',
    'D committee-member [2025-05-01,) 2025-2030  ',
  ]);
});

test('several posts at once are several; each person sits in the committees once', async () => {
  expect(await on('posts-held', '2020-12-31', {}, 'B')).toBe(5);
  expect(await on('posts-held', '2020-12-31', { how: 'designated' })).toBe(1);
  expect(await on('posts-held', '2020-12-31', { post: 'secretary', term: '2020-2025' })).toBe(4);
  expect(await on('committee-members', '2020-12-31', {}, 'B')).toBe(3);
  expect(await on('committee-members', '2020-12-31', { kind: 'cell' })).toBe(1);
  expect(await on('female-committee-members', '2020-12-31', {}, 'B')).toBe(1);
  expect(await why('female-committee-members', '2020-12-31')).toEqual({
    An: 'nam',
    Ba: 'nam',
    Em: 'nam',
    Gi: 'hồ sơ chưa ghi giới tính',
  });
  expect(await on('female-committee-members-share', '2020-12-31', {}, 'B')).toBe(33.3);
});

test('secretaries of grassroots organisations who head their agency are told from those who do not', async () => {
  expect(await on('secretaries', '2020-12-31')).toBe(4);
  expect(await on('secretaries', '2020-12-31', { kind: 'cell' })).toBe(1);
  expect(await on('grassroots-secretaries', '2020-12-31')).toBe(3);
  expect(await on('secretaries-heading-their-agency', '2020-12-31')).toBe(1);
  expect(await on('secretaries-heading-their-agency-share', '2020-12-31')).toBe(33.3);
  expect(await why('secretaries-heading-their-agency', '2020-12-31')).toEqual({
    Ba: 'là cấp phó của thủ trưởng cơ quan, đơn vị',
    Da: 'không phải là thủ trưởng cơ quan, đơn vị',
  });
  // On 1/1/2021 Ba becomes the head, in February An dies.
  expect(await on('secretaries-heading-their-agency', '2021-01-01')).toBe(2);
  expect(await on('secretaries-heading-their-agency', '2021-12-31')).toBe(1);
});

test('a unit whose secretary died has none', async () => {
  expect(await on('units-without-secretary', '2021-02-02')).toBe(0);
  const after = await askFigure(world, 'units-without-secretary', 'H', { on: '2021-02-03', list: true });
  expect(after.codes).toEqual(['C']);
  expect(await on('units-without-secretary', '2021-02-03', { kind: 'cell' })).toBe(1); // B2
});

test('posts are assumed and left on their days; who was in office before, or died, is told beside', async () => {
  expect(await during('posts-assumed', '2017')).toBe(0);
  expect(await why('posts-assumed', '2017-12-31', '2017-01-01')).toEqual({
    An: 'đã giữ chức vụ từ 2012, trước khi vào sổ',
  });
  expect(await during('posts-assumed', '2020')).toBe(9);
  expect(await during('posts-assumed', '2020', { post: 'secretary', how: 'elected' })).toBe(4);
  expect(await during('posts-left', '2020', { reason: 'term-ended' })).toBe(1);
  expect(await during('posts-left', '2021')).toBe(1);
  expect(await why('posts-left', '2021-12-31', '2021-01-01')).toEqual({
    An: 'thôi sinh hoạt đảng ở đảng bộ này; chưa ghi thôi giữ chức vụ',
  });
});

test('who moves to another cell stays in the committee above; the post in the cell that was left is noted', async () => {
  expect(await on('committee-members', '2021-12-31', {}, 'B')).toBe(3);
  const findings = await world.read(({ db }) => runAudits(world.journal.register.audits, db, world.journal.rulebook));
  const notes = findings.filter(({ audit }) => audit === 'posts-in-cells-left');
  expect(notes.map(({ level, message }) => `${level}: ${message}`)).toEqual([
    'note: Em is still secretary of the cell B1, but has stood in another cell since 2021-03-01: record post.left.',
  ]);
});
