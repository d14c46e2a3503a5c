import fc from 'fast-check';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ListEntry } from '#/kernel/figures/figure.ts';
import type { ActInput } from '#/kernel/journal/act.ts';
import { syncRulebook } from '#/kernel/rulebook/sync.ts';
import { addDays, daysBetween } from '#/platform/day.ts';
import { derivedId } from '#/platform/ids.ts';
import { askFigure } from '#test/ask.ts';
import { testWorld, type World } from '#test/world.ts';

let world: World;
const act = (kind: string, effectiveOn: string, more: object): ActInput => ({
  kind,
  effectiveOn,
  paper: null,
  ...more,
});
const unit = (code: string, kind: string, parent?: string) =>
  act('unit.established', '2015-01-01', {
    paper: { issuer: 'Tỉnh ủy Thử', number: '1-QĐ/TU', issuedOn: '2015-01-01' },
    unit: { code, name: `Đơn vị ${code}`, kind, parent },
  });
const received = (day: string, at: string, code: string, sort: string, more: object = {}) =>
  act('petition.received', day, { unit: at, code, sort, ...more });
const settled = (day: string, at: string, code: string, outcome: string) =>
  act('petition.settled', day, { unit: at, code, outcome });
const paper = { issuer: 'Tỉnh ủy Thử', number: '9-QĐ/TU', issuedOn: '2023-06-20' };

/** A register whose database knows the rules too: a deadline is worked out by the figure. */
async function worldWithRules(): Promise<World> {
  const made = await testWorld();
  const owner = new Client({ connectionString: made.adminUrl });
  await owner.connect();
  try {
    await syncRulebook(owner);
  } finally {
    await owner.end();
  }
  return made;
}

beforeAll(async () => {
  world = await worldWithRules();
  await world.post([
    unit('R', 'provincial'),
    unit('H', 'district', 'R'),
    unit('K', 'district', 'R'),
    unit('A', 'grassroots-body', 'H'),
    unit('B', 'grassroots-body', 'K'),
    unit('C', 'grassroots-body', 'H'),
    received('2023-01-02', 'A', '1/2023', 'denunciation', { about: 'member', complainant: 'Người Gửi Đơn' }),
    settled('2023-05-20', 'A', '1/2023', 'partly-founded'),
    received('2023-01-02', 'A', '2/2023', 'petition', { about: 'policy' }),
    received('2023-02-01', 'A', '3/2023', 'complaint', { about: 'cadre-work', dueOn: '2023-03-15' }),
    received('2023-02-01', 'A', '4/2023', 'denunciation', { anonymous: true }),
    settled('2023-02-01', 'A', '4/2023', 'filed'),
    // The same number in another unit is another petition.
    received('2023-03-01', 'B', '1/2023', 'complaint'),
    received('2023-03-01', 'C', '1/2023', 'petition'),
    // A goes up into B, of the other district; C is dissolved and leaves nobody behind but its superior.
    act('unit.merged', '2023-07-01', { units: ['A'], into: 'B', paper }),
    act('unit.dissolved', '2023-08-01', { unit: 'C', paper }),
    settled('2023-10-01', 'A', '3/2023', 'unfounded'),
  ]);
});
afterAll(() => world.close());

const on = (figure: string, day: string, at = 'R', args: Record<string, string> = {}) =>
  askFigure(world, figure, at, { on: day, args, list: true, notCounted: true });
const during = (figure: string, at: string, args: Record<string, string> = {}) =>
  askFigure(world, figure, at, { from: '2023-01-01', on: '2023-12-31', args, list: true, notCounted: true });
const shown = (list: unknown) => (list as ListEntry[]).map(({ label, unit }) => `${unit?.code} ${label}`);
const refusal = (...acts: ActInput[]) =>
  world.post(acts).then(
    () => null,
    (error) => error.code as string,
  );

test('petitions are received by sort and subject, each listed by its number alone', async () => {
  const all = await during('petitions-received', 'R');
  expect(shown(all.list)).toEqual(['A 1/2023', 'A 2/2023', 'A 3/2023', 'A 4/2023', 'B 1/2023', 'C 1/2023']);
  expect((await during('petitions-received', 'R', { sort: 'denunciation' })).value).toBe(2);
  expect((await during('petitions-received', 'R', { about: 'cadre-work' })).value).toBe(1);
  expect((await during('petitions-received', 'R', { anonymous: 'yes' })).value).toBe(1);
});

test('who complained stands in no journal line, fact or list', async () => {
  const everything = await world.read(async ({ client }) => {
    const acts = await client.query('select * from act');
    const facts = await client.query('select * from petition');
    const secret = await client.query('select field, cipher is not null as kept from sensitive_value');
    return { text: JSON.stringify([acts.rows, facts.rows]), secret: secret.rows };
  });
  expect(everything.text).not.toContain('Người Gửi');
  expect(everything.text).toContain('commitment');
  expect(everything.secret).toEqual([{ field: 'complainant', kept: true }]);
});

test('what is pending passes to the successor, or to the superior where there is none', async () => {
  expect(shown((await on('petitions-pending', '2023-02-10', 'H')).list)).toEqual(['A 1/2023', 'A 2/2023', 'A 3/2023']);
  expect(shown((await on('petitions-pending', '2023-07-01', 'K')).list)).toEqual(['B 1/2023', 'B 2/2023', 'B 3/2023']);
  expect(shown((await on('petitions-pending', '2023-07-31', 'H')).list)).toEqual(['C 1/2023']);
  expect(shown((await on('petitions-pending', '2023-08-01', 'H')).list)).toEqual(['H 1/2023']);
});

test('what a successor settles counts there, on its day; the rest says how it stands', async () => {
  const atK = await during('petitions-settled', 'K');
  expect(shown(atK.list)).toEqual(['B 3/2023']);
  const all = await during('petitions-settled', 'R');
  expect(all.value).toBe(3);
  expect(all.notCounted?.map(({ why }) => why)).toEqual(Array(3).fill('đang giải quyết'));
  expect((await during('petitions-settled', 'R', { sort: 'denunciation', outcome: 'filed' })).value).toBe(1);
  // Beyond 90 working days after 2/1/2023 (8/5/2023), and beyond its own deadline.
  expect(shown((await during('petitions-settled', 'R', { late: 'yes' })).list)).toEqual(['A 1/2023', 'B 3/2023']);
});

test('overdue is what passed its own deadline, or 90 working days (22-QĐ/TW, 28/7/2021); a petition has none', async () => {
  const overdue = async (day: string) => shown((await on('petitions-overdue', day)).list);
  expect(await overdue('2023-03-15')).toEqual([]);
  expect(await overdue('2023-03-16')).toEqual(['A 3/2023']);
  expect(await overdue('2023-05-08')).toEqual(['A 3/2023']);
  expect(await overdue('2023-05-09')).toEqual(['A 1/2023', 'A 3/2023']);
  const why = (await on('petitions-overdue', '2023-05-08')).notCounted?.map(({ why }) => why);
  expect(why).toEqual([
    'còn trong thời hạn, đến ngày 08/05/2023',
    'không có thời hạn',
    'còn trong thời hạn, đến ngày 05/07/2023',
    'không có thời hạn',
  ]);
});

test('a number is used once in a unit; only what was received is settled, once', async () => {
  expect(await refusal(received('2023-12-01', 'B', '1/2023', 'complaint'))).toBe('petition.code-taken');
  expect(await refusal(settled('2023-12-01', 'B', '9/2023', 'founded'))).toBe('petition.not-received');
  expect(await refusal(settled('2023-12-01', 'A', '1/2023', 'founded'))).toBe('petition.settled-already');
  expect(await refusal(settled('2023-02-28', 'B', '1/2023', 'founded'))).toBe('petition.not-received');
  expect(await refusal(received('2023-12-01', 'A', '8/2023', 'complaint'))).toBe('petition.unit-not-there');
  expect(await refusal(received('2023-12-01', 'B', '8/2023', 'complaint', { dueOn: '2023-11-30' }))).toBe(
    'petition.due-before',
  );
  const named = { anonymous: true, complainant: 'Ai Đó' };
  expect(await refusal(received('2023-12-01', 'B', '8/2023', 'petition', named))).toBe('field.invalid');
});

test('an anonymous denunciation warns and has no deadline', async () => {
  const id = derivedId('test', 'anonymous');
  const { warnings } = await world.post([
    { ...received('2024-01-02', 'B', '5/2024', 'denunciation', { anonymous: true }), id },
  ]);
  expect(warnings.map(({ code }) => code)).toEqual(['rule.petition.anonymous']);
  expect(shown((await on('petitions-overdue', '2025-12-31', 'B')).list)).not.toContain('B 5/2024');
  await world.post([act('act.withdrawn', '2026-07-01', { withdraws: id, reason: 'nhập nhầm' })]);
  expect(shown((await on('petitions-pending', '2025-12-31', 'B')).list)).not.toContain('B 5/2024');
});

test('the number of a petition never passes for the code of a unit; the new code of a unit does', async () => {
  await world.post([
    unit('N', 'grassroots-body', 'K'),
    received('2024-02-01', 'N', 'K', 'petition'),
    act('unit.renamed', '2024-02-01', { unit: 'K', name: 'Đổi tên', paper }),
    act('unit.recoded', '2024-02-01', { unit: 'N', code: 'N2', paper }),
    act('unit.renamed', '2024-02-02', { unit: 'N2', name: 'Tên mới', paper }),
  ]);
  const { rows } = await world.read(({ client }) =>
    client.query(
      `select n.name, c.code from unit_name n join unit_code c using (unit_id)
       where n.name in ('Đổi tên', 'Tên mới') and upper_inf(c.valid) order by 1 desc`,
    ),
  );
  expect(rows).toEqual([
    { name: 'Đổi tên', code: 'K' },
    { name: 'Tên mới', code: 'N2' },
  ]);
});

/** Monday to Friday, one day after another. */
function afterWorkingDays(from: string, count: number): string {
  let day = from;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    const weekday = (daysBetween('1970-01-01', day) + 4) % 7;
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return day;
}

test('for every day of receipt, the deadline is the ninetieth working day after it', async () => {
  const fresh = await worldWithRules();
  try {
    await fresh.post([unit('R', 'provincial')]);
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 1300 }), { minLength: 12, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(days, fc.uuid(), async (offsets, run) => {
        const dates = offsets.map((offset) => addDays('2021-08-01', offset));
        await fresh.post(dates.map((day) => received(day, 'R', `${run} ${day}`, 'complaint')));
        for (const day of dates) {
          const due = afterWorkingDays(day, 90);
          const overdue = async (asked: string) =>
            shown((await askFigure(fresh, 'petitions-overdue', 'R', { on: asked, list: true })).list);
          expect(await overdue(due)).not.toContain(`R ${run} ${day}`);
          expect(await overdue(addDays(due, 1))).toContain(`R ${run} ${day}`);
        }
      }),
      { numRuns: 3 },
    );
  } finally {
    await fresh.close();
  }
});
