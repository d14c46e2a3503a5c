import { expect, test } from 'vitest';
import type { ActInput } from '#/kernel/journal/act.ts';
import { askForm, formsWorld, numbersOf, openForm, smallDistrict } from '#test/forms.ts';

let number = 0;
const act = (kind: string, on: string, more: object): ActInput => ({
  kind,
  effectiveOn: on,
  paper: { issuer: 'Huyện ủy Mẫu', number: `${++number}-QĐ/KT`, issuedOn: on },
  ...more,
});
const commended = (unit: string, form: string, more: object = {}) =>
  act('unit.commended', '2024-12-20', { unit, form, issuer: 'Tỉnh ủy Mẫu', level: 'province', ...more });
const praised = (person: string, form: string) =>
  act('member.commended', '2024-12-20', { person, form, issuer: 'Huyện ủy Mẫu', level: 'district' });

const world = formsWorld([
  ...smallDistrict,
  commended('H', 'flag'),
  commended('A', 'flag'),
  commended('B', 'certificate'),
  commended('B', 'praise', { occasion: 'tong-ket' }),
  commended('S', 'higher-certificate'),
  commended('A1', 'certificate'),
  commended('A', 'certificate', { recipient: 'Ban Dân vận' }),
  praised('tay', 'certificate'),
  praised('old', 'praise'),
  act('badge.awarded', '2024-02-03', { person: 'old', years: 50 }),
  act('badge.awarded', '2024-05-19', { person: 'docent', years: 45 }),
  act('card.issued', '2021-02-03', { person: 'tay' }),
  act('card.reissued', '2024-03-01', { person: 'tay' }),
  act('card.exchanged', '2024-03-01', { person: 'docent' }),
  act('card.issued', '2024-09-02', { person: 'mute' }),
  act('member.transferred', '2024-08-01', { person: 'year', to: 'C1' }),
  act('transfer.flagged', '2024-10-01', { person: 'year', direction: 'in', flag: 'irregular' }),
]);

test('commendations by form and kind of organisation, badges by years, cards, transfers', async () => {
  expect(numbersOf(await askForm(world(), 'form-7', 'H'))).toEqual({
    'I.1': 6,
    'I.1a': 1,
    'I.1a.flag': 1,
    'I.1b': 3,
    'I.1b.flag': 1,
    'I.1b.certificate': 1,
    'I.1b.praise': 1, // a note: the form has no row for it
    'I.1c': 1,
    'I.1c.higher-certificate': 1,
    'I.1d': 1,
    'I.1d.certificate': 1,
    'I.1.within': 1,
    'I.2': 2,
    'I.2.certificate': 1,
    'I.2.praise': 1,
    II: 2,
    'II.45': 1,
    'II.50': 1,
    'III.1': 1,
    'III.2': 1,
    'III.3': 1,
    'IV.2a': 1,
    'IV.2b': 1,
    'IV.3': 1,
  });
});

test('forms of commendation that the form does not print are notes, so that the printed row is explained', async () => {
  const { rows, notes } = await askForm(world(), 'form-7', 'H');
  expect(rows.find(({ row }) => row === 'I.1b.praise')).toMatchObject({
    print: 'note',
    label: 'Tổ chức cơ sở đảng: Biểu dương',
  });
  expect(notes).toEqual([]); // every sum holds
});

test('a unit of the district counts what happened in it', async () => {
  expect(numbersOf(await askForm(world(), 'form-7', 'C'))).toEqual({ 'III.1': 1, 'IV.2b': 1, 'IV.3': 1 });
  const badges = await openForm(world(), 'form-7', 'H', 'II.50');
  expect(badges).toMatchObject([{ label: 'Nguyễn Văn old', on: '2024-02-03', unit: { code: 'A1' } }]);
});
