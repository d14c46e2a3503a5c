import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CheckContext } from '#/kernel/rulebook/check.ts';
import { readRules } from '#/kernel/rulebook/load.ts';
import { rulebook } from '#/kernel/rulebook/rulebook.ts';
import { addDays } from '#/platform/day.ts';
import { memberActs } from './acts.ts';
import { acts, on, someone } from './fold-members.ts';
import { workingDaysBetween } from './working-days.ts';

const rules = rulebook(await readRules());

interface Known {
  record?: Record<string, unknown>;
  events?: { event: string; on_day: string }[];
}

/** What the check of an act reports, as `effect key: instrument`. */
async function broken(kindName: string, effectiveOn: string, fields: object, known: Known = {}): Promise<string[]> {
  const found: string[] = [];
  const context = {
    rule: rules.rule,
    broken: (rule) => found.push(`${rule.effect} ${rule.key}: ${rule.instrument}`),
    record: async () => known.record ?? null,
    facts: async () => known.events ?? [],
  } as Pick<CheckContext, 'rule' | 'broken' | 'record'> as CheckContext;
  const [act] = acts([on(effectiveOn, kindName, { ...fields })]);
  await memberActs.find(({ kind }) => kind === kindName)?.check?.(act as never, context);
  return found;
}

const paper = (issuedOn?: string) => ({ paper: { issuer: 'Huyện ủy A', number: '7-QĐ/HU', issuedOn } });

test('admission is from full 18 years on, counted by the month (29-QĐ/TW, 25/7/2016; 24-QĐ/TW, 30/7/2021; 208-QĐ/TW, 26/7/2026)', async () => {
  const at = (effectiveOn: string, born: string) =>
    broken('member.admitted', effectiveOn, { person: { ...someone, born }, cell: 'B' });
  expect(await at('2020-04-30', '2002-05-01')).toEqual(['block admission.age.min: 29-QĐ/TW']);
  expect(await at('2020-05-01', '2002-05-31')).toEqual([]);
  expect(await at('2022-04-30', '2004-05-01')).toEqual(['block admission.age.min: 24-QĐ/TW']);
  expect(await at('2026-09-01', '2008-10-01')).toEqual(['block admission.age.min: 208-QĐ/TW']);
  // The text of 20-QĐ/TW was not seen: it only warns.
  expect(await at('2026-05-01', '2008-10-01')).toEqual(['warn admission.age.min: 20-QĐ/TW']);
  expect(await at('2010-05-01', '2000-05-31')).toEqual([]);
  // Of a year, the oldest that the person can be.
  expect(await at('2020-01-01', '2002')).toEqual([]);
  expect(await at('2020-01-01', '2003')).toEqual(['block admission.age.min: 29-QĐ/TW']);
});

test('over 60, by the month, a higher committee decides: a warning', async () => {
  const at = (effectiveOn: string, born: string) =>
    broken('admission.approved', effectiveOn, { person: { ...someone, born }, cell: 'B' });
  expect(await at('2020-05-31', '1960-05-01')).toEqual([]);
  expect(await at('2020-06-01', '1960-05-31')).toEqual(['warn admission.age.max: 29-QĐ/TW']);
  expect(await at('2020-06-01', '1960')).toEqual([]);
});

test('somebody approved before is judged by the record; at the ceremony not again', async () => {
  const known = { record: { born: '2005-01-01' } };
  expect(await broken('admission.approved', '2020-01-01', { cell: 'B' }, known)).toEqual([
    'block admission.age.min: 29-QĐ/TW',
  ]);
  expect(await broken('member.admitted', '2020-01-01', { cell: 'B' }, known)).toEqual([]);
});

test('probation is twelve months from the ceremony (Charter of 2011, article 5)', async () => {
  const at = (effectiveOn: string, admittedOn: unknown) =>
    broken('member.recognised', effectiveOn, {}, { record: { admittedOn } });
  expect(await at('2020-05-18', '2019-05-19')).toEqual(['block probation.months: Điều lệ Đảng Cộng sản Việt Nam']);
  expect(await at('2020-05-19', '2019-05-19')).toEqual([]);
  expect(await at('2020-05-01', '2019-05')).toEqual([]);
  expect(await at('2020-04-30', '2019-05')).toHaveLength(1);
  expect(await at('2020-01-01', null)).toEqual([]);
});

test('the ceremony follows within 30 working days: of receiving the decision until 208-QĐ/TW, of its date since', async () => {
  const at = (effectiveOn: string, fields: object) => broken('member.admitted', effectiveOn, { cell: 'B', ...fields });
  // 3 January 2022 was a Monday: 14 February is the 30th working day after it.
  expect(await at('2022-02-14', paper('2022-01-03'))).toEqual([]);
  expect(await at('2022-02-15', paper('2022-01-03'))).toEqual(['warn admission.ceremony.days: 24-QĐ/TW']);
  expect(await at('2022-02-15', { ...paper('2022-01-03'), decisionReceivedOn: '2022-01-04' })).toEqual([]);
  const late = { ...paper('2026-08-03'), decisionReceivedOn: '2026-08-10' };
  expect(await at('2026-09-15', late)).toEqual(['warn admission.ceremony.days: 208-QĐ/TW']);
});

test('a transfer begins within 60 working days, its letter is presented within 30 (294-QĐ/TW, 26/5/2025)', async () => {
  const issued = (movedOn: string) =>
    broken('transfer.issued', '2025-12-01', { to: 'F', movedOn, ...paper('2025-12-01') });
  expect(await issued('2025-09-08')).toEqual([]);
  expect(await issued('2025-09-05')).toEqual(['warn transfer.letter.start-days: 294-QĐ/TW']);
  const received = (issuedOn: string) => broken('transfer.received', '2025-12-01', { cell: 'F', ...paper(issuedOn) });
  expect(await received('2025-10-20')).toEqual([]);
  expect(await received('2025-10-17')).toEqual(['warn transfer.receipt.days: 294-QĐ/TW']);
});

test('36 months pass before a readmission, by the register or as the act tells', async () => {
  const at = (effectiveOn: string, fields: object, known?: Known) =>
    broken('member.readmitted', effectiveOn, { cell: 'B', ...fields }, known);
  const events = [
    { event: 'left', on_day: '2020-03-01' },
    { event: 'admitted', on_day: '2012-03-01' },
    { event: 'left', on_day: '2015-03-01' },
  ];
  expect(await at('2023-02-28', {}, { events })).toEqual(['warn readmission.wait-months: 24-QĐ/TW']);
  expect(await at('2023-03-01', {}, { events })).toEqual([]);
  expect(await at('2023-03-01', { leftOn: '2021' })).toEqual(['warn readmission.wait-months: 24-QĐ/TW']);
  expect(await at('2023-03-01', { leftOn: '2020' })).toEqual([]);
});

test('a paper needs its date with the day; the opening balance does not', async () => {
  expect(await broken('member.died', '2020-03-01', paper('2020-03'))).toEqual(['warn paper.date-required: Sổ Tay']);
  expect(await broken('member.died', '2020-03-01', paper())).toHaveLength(1);
  expect(await broken('member.died', '2020-03-01', {})).toEqual([]);
  const person = { person: someone, cell: 'B', status: 'official' };
  expect(await broken('member.registered', '2020-01-01', { ...person, ...paper() })).toEqual([]);
});

test('for every two days, working days are the Mondays to Fridays after the first up to the second', () => {
  const isWorking = (day: string) => ![0, 6].includes(new Date(day).getUTCDay());
  fc.assert(
    fc.property(fc.integer({ min: -4000, max: 30_000 }), fc.nat(100), (start, length) => {
      const from = addDays('1970-01-01', start);
      const days = Array.from({ length }, (_, i) => addDays(from, i + 1));
      expect(workingDaysBetween(from, addDays(from, length))).toBe(days.filter(isWorking).length);
    }),
  );
  expect(workingDaysBetween('2020-01-10', '2020-01-01')).toBe(0);
});

test('rules about members name their instrument with its date; what is unsure only warns', () => {
  const keys = ['admission', 'probation', 'transfer', 'readmission', 'paper'];
  const own = rules.all().filter(({ key }) => keys.includes(key.split('.')[0] as string));
  for (const rule of own) {
    if (rule.confidence === '?') expect(rule).toMatchObject({ effect: 'warn' });
    else if (rule.instrument !== 'Sổ Tay') expect(rule.issuedOn).not.toBeNull();
  }
  for (const key of ['admission.age.min', 'admission.age.max', 'readmission.wait-months'])
    expect(own.filter((rule) => rule.key === key)).toHaveLength(6);
});
