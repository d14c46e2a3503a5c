import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ActInput } from '#/kernel/journal/act.ts';
import { readRules } from '#/kernel/rulebook/load.ts';
import { citation } from '#/kernel/rulebook/rulebook.ts';
import type { FieldProblem } from '#/platform/errors.ts';
import { testWorld, type World } from './world.ts';

// Every rule of the rulebook that refuses or warns is broken once: whoever reads Vietnamese and whoever reads English is
// told what was broken, in a whole sentence, with its instrument.

const act = (effectiveOn: string, kind: string, fields: Record<string, unknown>): ActInput => ({
  kind,
  effectiveOn,
  paper: { issuer: 'Huyện ủy A', number: '9-QĐ/HU', issuedOn: effectiveOn },
  ...fields,
});
const unit = (code: string, kind: string, parent?: string, on = '2002-01-01', more: object = {}) =>
  act(on, 'unit.established', { unit: { code, name: `Tổ chức ${code}`, kind, parent, ...more } });
const person = (code: string) => ({ code, name: `Lê Văn ${code}` });
const member = (code: string, cell = 'B.1', more: object = {}) =>
  act('2013-01-01', 'member.registered', {
    person: { ...person(code), ...more },
    cell,
    status: code.startsWith('Dự') ? 'probationary' : 'official',
  });

const superior = { actor: { unit: 'H', body: 'standing-committee' } };
const by = (code: string, body: string) => ({ actor: { unit: code, body } });
const disciplined = (on: string, fields: object) =>
  act(on, 'member.disciplined', { content: ['responsibility'], ...superior, ...fields });
const admitted = (on: string, born: string, more: object = {}) =>
  act(on, 'member.admitted', { person: { ...person(`K${on}${born}`), born }, cell: 'B.1', ...more });
const graded = (code: string, level: string) =>
  act('2021-12-20', 'member.classified', { person: code, forYear: 2021, level });
const unitGraded = (code: string, level: string) =>
  act('2022-01-20', 'unit.classified', { unit: code, forYear: 2021, level });
const assumed = (on: string, code: string, at: string, more: object) =>
  act(on, 'post.assumed', { person: code, unit: at, post: 'secretary', how: 'elected', ...more });
const met = (on: string, at: string, more: object = {}) =>
  act(on, 'meeting.held', { unit: at, sort: 'regular', convened: 1, present: 1, ...more });
const badge = (on: string, code: string, years: number, more: object = {}) =>
  act(on, 'badge.awarded', { person: code, years, ...more });

/** Acts that break the rule, in one batch. */
const breaking: Record<string, ActInput[]> = {
  'card.schemes': [act('2021-09-02', 'card.issued', { person: 'Một', number: '123', scheme: 'card-8' })],
  'card.official-only': [act('2021-09-02', 'card.issued', { person: 'Dự1', number: '12345678' })],
  'classification.levels.unit': [
    act('2018-01-20', 'unit.classified', { unit: 'B', forYear: 2018, level: 'clean-and-strong' }),
  ],
  'classification.levels.member': [
    act('2018-12-20', 'member.classified', { person: 'Một', forYear: 2018, level: 'violated' }),
  ],
  'classification.cap.members': [graded('Một', 'excellent'), graded('Hai', 'good')],
  'classification.cap.units': [unitGraded('B', 'excellent'), unitGraded('C', 'good')],
  // Of another list than today's, and before the party age is reached.
  'badge.years': [
    act('2003-01-01', 'member.registered', { person: person('Xưa'), cell: 'B.1', status: 'official' }),
    badge('2004-02-03', 'Xưa', 30),
    badge('2022-02-03', 'Già', 70),
  ],
  'badge.early-months': [badge('2022-02-03', 'Già', 85, { early: true })],
  'badge.discipline-months': [
    disciplined('2021-12-01', { person: 'Già', form: 'warning' }),
    badge('2022-02-03', 'Già', 50),
  ],
  'commendation.forms': [act('2022-02-03', 'unit.commended', { unit: 'B', form: 'flag', level: 'grassroots' })],
  'commendation.titles': [
    act('2020-01-20', 'unit.classified', { unit: 'B', forYear: 2019, level: 'completed' }),
    act('2020-02-03', 'unit.commended', {
      unit: 'B',
      form: 'title',
      title: 'exemplary',
      forYear: 2019,
      level: 'district',
    }),
  ],
  'discipline.forms.probationary': [disciplined('2023-05-05', { person: 'Dự1', form: 'expulsion' })],
  'discipline.removal.needs-post': [disciplined('2023-03-04', { person: 'Hai', form: 'removal-from-post' })],
  'discipline.deceased': [
    act('2022-12-01', 'member.died', { person: 'Mất' }),
    disciplined('2023-03-04', { person: 'Mất', form: 'warning' }),
  ],
  'discipline.time-bar.member': [disciplined('2023-06-15', { person: 'Hai', form: 'reprimand', violatedOn: '2017' })],
  'discipline.time-bar.unit': [
    act('2023-06-15', 'unit.disciplined', {
      unit: 'B',
      form: 'reprimand',
      content: ['unity'],
      violatedOn: '2017',
      ...superior,
    }),
  ],
  'discipline.acting-bodies': [
    disciplined('2025-10-11', { person: 'Hai', form: 'reprimand', ...by('B.1', 'cell-committee') }),
  ],
  'background.before-admission': [
    admitted('2022-05-19', '1990-01-01', { person: { ...person('Thẩm'), born: '1990-01-01', sex: 'female' } }),
    act('2022-06-01', 'background.verified', {
      person: 'Thẩm',
      confirmations: [{ by: 'Đảng ủy xã B', on: '2022-05-30' }],
    }),
  ],
  'vetting.acting-bodies': [
    act('2023-06-01', 'vetting.concluded', {
      ...{ person: 'Một', occasion: 'planning', conclusion: 'meets', ...by('H', 'inspection-commission') },
    }),
  ],
  'discipline.cell-forms': [disciplined('2025-10-10', { person: 'Hai', form: 'expulsion', ...by('B.1', 'cell') })],
  'discipline.unit.direct-superior': [
    act('2025-10-10', 'unit.disciplined', {
      unit: 'B',
      form: 'reprimand',
      content: ['unity'],
      ...by('T', 'committee'),
    }),
  ],
  'document.secrecy-marks': [
    act('2021-04-12', 'document.issued', { unit: 'H', type: 'resolution', subject: 'TUYỆT MẬT' }),
  ],
  'meeting.regular.months': [met('2020-01-03', 'B.2'), met('2020-05-03', 'B.2')],
  'meeting.thematic.months': [met('2021-01-03', 'B.2'), met('2021-04-03', 'B.2')],
  'meeting.convened': [met('2022-01-03', 'B.2', { convened: 9 })],
  'meeting.cell-kinds': [met('2022-01-03', 'B', { body: 'cell' })],
  'admission.age.min': [admitted('2020-05-01', '2003-01-01')],
  'admission.age.max': [admitted('2020-05-02', '1950-01-01')],
  'probation.months': [act('2020-09-01', 'member.recognised', { person: 'Dự2' })],
  'admission.ceremony.days': [
    admitted('2022-10-01', '1990-01-01', {
      paper: { issuer: 'Huyện ủy A', number: '1-QĐ/HU', issuedOn: '2022-01-04' },
    }),
  ],
  'transfer.letter.start-days': [
    act('2025-12-01', 'transfer.issued', {
      person: 'Ba',
      destination: { place: 'province', name: 'Tỉnh ủy B' },
      movedOn: '2025-07-02',
    }),
  ],
  'transfer.receipt.days': [
    act('2025-12-01', 'transfer.received', {
      person: person('Tới'),
      cell: 'B.1',
      status: 'official',
      origin: { place: 'province', name: 'Tỉnh ủy B' },
      paper: { issuer: 'Tỉnh ủy B', number: '410-GTSHĐ', issuedOn: '2025-08-01' },
    }),
  ],
  'readmission.wait-months': [
    act('2020-12-01', 'member.left', { person: 'Bốn' }),
    act('2021-12-01', 'member.readmitted', { person: 'Bốn', cell: 'B.1' }),
  ],
  'paper.date-required': [
    act('2021-04-12', 'document.issued', {
      unit: 'H',
      type: 'resolution',
      paper: { issuer: 'Huyện ủy A', number: '05-NQ/HU', issuedOn: '2021-04' },
    }),
  ],
  'model.unit-kinds': [act('2023-01-15', 'model.registered', { unit: 'B', title: 'model-cell' })],
  'model.registered-first': [act('2023-12-20', 'model.recognised', { unit: 'B.1', title: 'model-cell' })],
  'oversight.acting-bodies': [
    act('2025-10-10', 'member.supervised', { person: 'Hai', mode: 'regular', ...by('B.1', 'cell-committee') }),
  ],
  'oversight.acting-bodies.violation-signs': [
    act('2025-10-10', 'unit.inspected', { unit: 'B.1', topic: 'violation-signs', ...by('B', 'advisory-department') }),
  ],
  'oversight.commission-kinds': [
    act('2025-10-10', 'unit.inspected', { unit: 'G', topic: 'compliance', ...by('G', 'inspection-commission') }),
  ],
  'oversight.cell-thematic.members': [
    act('2025-10-10', 'member.supervised', { person: 'Hai', mode: 'thematic', ...by('B.1', 'cell') }),
  ],
  'oversight.from-above': [
    act('2025-10-10', 'unit.inspected', { unit: 'B.1', topic: 'compliance', ...by('G', 'cell') }),
  ],
  'petition.anonymous': [
    act('2024-03-04', 'petition.received', { unit: 'B', code: '12/2024', sort: 'denunciation', anonymous: true }),
  ],
  'post.official.elected': [assumed('2020-05-20', 'Dự1', 'B.1', {})],
  'post.official.other': [assumed('2020-05-20', 'Dự1', 'B.1', { how: 'designated' })],
  'post.own-cell': [assumed('2020-05-20', 'Hai', 'B.2', {})],
  'post.only-one': [assumed('2020-06-01', 'Một', 'B', {}), assumed('2020-06-02', 'Hai', 'B', {})],
  'post.committee-size': Array.from({ length: 8 }, (_, i) =>
    assumed('2020-05-20', `Đông${i}`, 'G', { post: 'committee-member' }),
  ),
  'certificate.awareness.months': [
    act('2012-01-02', 'certificate.granted', { person: 'Dự2', course: 'awareness', number: '0123' }),
  ],
  'unit.kinds': [unit('M1', 'sub-grassroots-body', 'B', '2026-07-01')],
  'unit.kinds-ended': [unit('M2', 'district', 'T', '2025-08-01')],
  'unit.levels': [unit('M3', 'district', 'B', '2020-01-01')],
  'unit.kinds-undivided': [unit('M4', 'cell', 'B.1', '2020-01-01')],
  'unit.parent-kinds': [unit('M5', 'cell', 'H', '2020-01-01')],
  'unit.types': [unit('M6', 'grassroots-body', 'H', '2025-08-01', { type: 'township' })],
  'unit.official-members-least': [act('2020-02-02', 'unit.retyped', { unit: 'B.2', unitKind: 'cell' })],
  'unit.members-least': [
    unit('N', 'grassroots-cell', 'H'),
    member('Lẻ', 'N'),
    act('2020-02-01', 'unit.upgraded', { unit: 'N' }),
  ],
  'unit.members-below': [
    act('2019-02-02', 'unit.upgraded', { unit: 'G' }),
    act('2019-03-02', 'unit.downgraded', { unit: 'G' }),
  ],
};

let world: World;
beforeAll(async () => {
  world = await testWorld();
  await world.post([
    unit('T', 'provincial'),
    unit('H', 'district', 'T'),
    unit('B', 'grassroots-body', 'H'),
    unit('C', 'grassroots-body', 'H'),
    unit('G', 'grassroots-cell', 'H'),
    unit('B.1', 'cell', 'B'),
    unit('B.2', 'cell', 'B'),
    ...['Một', 'Hai', 'Ba', 'Bốn', 'Dự1', 'Mất'].map((code) => member(code)),
    member('Già', 'B.1', { admittedOn: '1972-02-03' }),
    member('Dự2', 'B.1', { admittedOn: '2020-01-01' }),
    member('Ít', 'B.2'),
    ...Array.from({ length: 31 }, (_, i) => member(`Đông${i}`, 'G')),
  ]);
}, 60_000);
afterAll(() => world?.close());

const rules = (await readRules()).filter(({ effect }) => effect !== 'compute');
const keys = [...new Set(rules.map(({ key }) => key))];

const told = (acts: ActInput[]): Promise<FieldProblem[]> =>
  world.post(acts).then(
    ({ warnings }) => warnings,
    (problem) => problem.fields,
  );

test('every rule that refuses or warns has acts that break it here', () => {
  expect(Object.keys(breaking).toSorted()).toEqual(keys.toSorted());
});

test.each(keys)('%s is told in Vietnamese and in English, with its instrument', async (key) => {
  const all = await told(breaking[key] ?? []);
  const found = all.filter(({ code }) => code === `rule.${key}`);
  expect(found, JSON.stringify(all)).not.toEqual([]);
  for (const { message, vi = '', rule } of found) {
    expect(rules.filter((one) => one.key === key).map(citation)).toContain(rule);
    expect([message, vi].map((text) => text.endsWith(` (${rule})`))).toEqual([true, true]);
    const [en, own] = [message, vi].map((text) => text.slice(0, -` (${rule})`.length)) as [string, string];
    expect(en).toMatch(/^(?:[A-Z0-9"].*)[.]$|: .*at most/u);
    expect(own).toMatch(/[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/iu);
    // A code is no word of Vietnamese.
    expect(own).not.toMatch(/\b[a-z]{3,}-[a-z]{3,}\b/u);
    expect(own).not.toBe(en);
  }
});
