import type { Cell } from '#/platform/documents/table.ts';
import { toTcvn3 } from '#/platform/text/tcvn3.ts';
import { withoutAccents } from '#/platform/text/vietnamese.ts';
import { toVni } from '#/platform/text/vni.ts';
import type { List, ListColumn } from './list.ts';
import type { Somebody } from './people.ts';

/** Something that wards do to their lists. Of the same `kind` a list has one at most. */
export interface Oddity {
  name: string;
  kind: string;
  apply: (list: List) => List;
}

function odd(kind: string, name: string, apply: Oddity['apply']): Oddity {
  return { name, kind, apply };
}

type Change = (column: ListColumn) => ListColumn | ListColumn[];

/** The list with columns of these keys changed, split or left out. */
function columns(list: List, changes: Readonly<Record<string, Change>>): List {
  return { ...list, columns: list.columns.flatMap((column) => changes[column.key]?.(column) ?? [column]) };
}

const headed =
  (...levels: string[]): Change =>
  (column) => ({ ...column, levels });
const valued =
  (cell: (value: Cell, who: Somebody, at: number) => Cell): Change =>
  (column) => ({
    ...column,
    cell: (who, at) => cell(column.cell(who, at), who, at),
  });
const texts = (change: (text: string) => string) => (cell: Cell) => (typeof cell === 'string' ? change(cell) : cell);
const asText = (form: (year: string, month: string, date: string) => string) =>
  valued((cell) => {
    if (!(cell instanceof Date)) return cell;
    const [year = '', month = '', date = ''] = cell.toISOString().slice(0, 10).split('-');
    return form(year, month, date);
  });
const days = (change: Change) => ({
  born: change,
  admittedOn: change,
  officialOn: change,
  cardOn: change,
  male: change,
  female: change,
});

const twoRows: Readonly<Record<string, Change>> = {
  admittedOn: headed('Ngày vào Đảng', 'Dự bị'),
  officialOn: headed('Ngày vào Đảng', 'Chính thức'),
  card: headed('Thẻ đảng viên', 'Số'),
  cardOn: headed('Thẻ đảng viên', 'Ngày cấp'),
  generalEducation: headed('Trình độ', 'Văn hóa'),
  qualification: headed('Trình độ', 'Chuyên môn'),
  theoryLevel: headed('Trình độ', 'LLCT'),
};

const headings: Oddity[] = [
  odd('headings', 'two heading rows with merged cells', (list) => ({ ...columns(list, twoRows), isMerged: true })),
  odd('headings', 'two heading rows of which nothing says what is merged', (list) => columns(list, twoRows)),
  odd('headings', 'three heading rows', (list) => {
    const deeper = columns(list, twoRows);
    const under = deeper.columns.map((column) =>
      ['citizenId', 'phone'].includes(column.key)
        ? { ...column, levels: ['Thông tin', 'Liên hệ', ...column.levels] }
        : column,
    );
    return { ...deeper, columns: under, isMerged: true };
  }),
  odd('headings', 'headings in short', (list) =>
    columns(list, {
      ordinal: headed('TT'),
      born: headed('Ng/th/năm sinh'),
      admittedOn: headed('Ngày vào Đảng'),
      officialOn: headed('Ngày vào Đảng CT'),
      card: headed('Số TĐV'),
      citizenId: headed('CCCD'),
      phone: headed('SĐT'),
      hometown: headed('Q.quán'),
      residence: headed('HKTT'),
      generalEducation: headed('TĐ VH'),
      qualification: headed('TĐ CM'),
      theoryLevel: headed('TĐ LLCT'),
    }),
  ),
  odd('headings', 'headings without accents, with slips of the hand', (list) => ({
    ...list,
    columns: list.columns.map((column) => ({
      ...column,
      levels: column.levels.map((text) => withoutAccents(text).replace('chinh', 'chnih')),
    })),
  })),
  odd('headings', 'headings in capitals over lines', (list) => ({
    ...list,
    columns: list.columns.map((column) => ({
      ...column,
      levels: column.levels.map((text) => `${text.toUpperCase().replace(' ', '\n')} `),
    })),
  })),
];

const rows: Oddity[] = [
  odd('numbers', 'a row that numbers the columns', (list) => ({ ...list, hasNumberRow: true })),
  odd('blank', 'blank rows', (list) => ({ ...list, blankAfter: 3 })),
  odd('foot', 'a total, a place and day, and signatures below', (list) => ({
    ...list,
    foot: [
      ['Tổng cộng', `${list.people.length} đồng chí`],
      [],
      [null, null, null, null, null, 'An Mẫu, ngày 31 tháng 12 năm 2024'],
      [null, 'NGƯỜI LẬP BIỂU', null, null, null, 'T/M ĐẢNG ỦY'],
      [null, null, null, null, null, 'BÍ THƯ'],
      [],
      [null, 'Nguyễn Thị Lập', null, null, null, 'Trần Văn Ký'],
    ],
  })),
  odd('titles', 'no titles but one long line over the table', (list) => ({
    ...list,
    titles: [['DANH SÁCH ĐẢNG VIÊN ĐẢNG BỘ PHƯỜNG, CÓ ĐẾN NGÀY 31 THÁNG 12 NĂM 2024'], ['Đảng bộ phường An Mẫu'], []],
  })),
  ...['I. Chi bộ Tổ', 'Chi bộ: Tổ'].map((form, at) =>
    odd('groups', `cells named in rows of their own (${form})`, (list) => ({
      ...list,
      columns: list.columns.filter(({ key }) => key !== 'cell'),
      groupName: (cell, count, group) =>
        at === 0
          ? [['I', 'II', 'III', 'IV', 'V', 'VI'][group] ?? 'X', cell]
          : [`${group + 1}. ${cell} (${count} đồng chí)`],
    })),
  ),
  odd('groups', 'cells merged over the rows of their members', (list) => ({
    ...list,
    columns: list.columns.map((column) => (column.key === 'cell' ? { ...column, isMergedDown: true } : column)),
  })),
];

const people: Oddity[] = [
  odd('sex', 'the birth date stands under Nam or Nữ', (list) =>
    columns(list, {
      sex: () => [],
      born: (born) => [
        {
          ...born,
          key: 'male',
          levels: ['Ngày tháng năm sinh', 'Nam'],
          cell: (who, at) => (who.sex === 'male' ? born.cell(who, at) : null),
        },
        {
          ...born,
          key: 'female',
          levels: ['Ngày tháng năm sinh', 'Nữ'],
          cell: (who, at) => (who.sex === 'female' ? born.cell(who, at) : null),
        },
      ],
    }),
  ),
  odd('sex', 'a cross under Nam or Nữ', (list) =>
    columns(list, {
      sex: (sex) => [
        { ...sex, key: 'isMale', levels: ['Giới tính', 'Nam'], cell: (who) => (who.sex === 'male' ? 'x' : null) },
        { ...sex, key: 'isFemale', levels: ['Giới tính', 'Nữ'], cell: (who) => (who.sex === 'female' ? 'X' : null) },
      ],
    }),
  ),
  odd('name', 'the name in two columns', (list) =>
    columns(list, {
      name: (name) => [
        {
          ...name,
          key: 'family',
          levels: ['Họ và tên đệm'],
          cell: ({ name: all }) => all.split(' ').slice(0, -1).join(' '),
        },
        { ...name, key: 'given', levels: ['Tên'], cell: ({ name: all }) => all.split(' ').at(-1) ?? null },
      ],
    }),
  ),
  odd('name', 'the name in two columns under one heading', (list) =>
    columns(list, {
      name: (name) => [
        { ...name, key: 'family', cell: ({ name: all }) => all.split(' ').slice(0, -1).join(' ') },
        { ...name, key: 'given', levels: [''], cell: ({ name: all }) => all.split(' ').at(-1) ?? null },
      ],
    }),
  ),
  odd('name', 'names in capitals', (list) => columns(list, { name: valued((_cell, { name }) => name.toUpperCase()) })),
  odd('marks', 'a cross under the level of education', (list) =>
    columns(list, {
      qualification: (column) =>
        (['intermediate', 'college', 'university', 'master'] as const).map((level, at) => ({
          ...column,
          key: level,
          levels: ['Trình độ chuyên môn', ['TC', 'CĐ', 'ĐH', 'ThS'][at] ?? ''],
          cell: ({ qualification }: Somebody) => (qualification === level ? 'x' : null),
        })),
    }),
  ),
];

const first = new Set(['ordinal', 'name', 'family', 'given']);

const values: Oddity[] = [
  odd('days', 'days as text', (list) => columns(list, days(asText((year, month, date) => `${date}/${month}/${year}`)))),
  odd('days', 'the days of admission and of becoming official in one cell', (list) =>
    columns(list, {
      officialOn: () => [],
      admittedOn: (column) => ({
        ...column,
        levels: ['Ngày vào Đảng, ngày chính thức'],
        cell: ({ admittedOn, officialOn }) =>
          [admittedOn, officialOn].flatMap((on) => on?.split('-').toReversed().join('/') ?? []).join('\n'),
      }),
    }),
  ),
  odd('days', 'days with dots and blanks', (list) =>
    columns(list, days(asText((year, month, date) => ` ${Number(date)} . ${Number(month)}.${year} `))),
  ),
  odd('days', 'days with two digits of the year', (list) =>
    columns(list, days(asText((year, month, date) => `${Number(date)}-${Number(month)}-${year.slice(2)}`))),
  ),
  odd('days', 'days as numbers of Excel', (list) =>
    columns(
      list,
      days(valued((cell) => (cell instanceof Date ? (cell.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000 : cell))),
    ),
  ),
  odd('zeros', 'numbers that lost their zeros', (list) => {
    const number = valued((cell) => Number(cell));
    return columns(list, { citizenId: number, phone: number, card: number });
  }),
  odd('zeros', 'numbers with dots and blanks', (list) =>
    columns(list, {
      phone: valued((cell) => String(cell).replace(/^(\d{4})(\d{3})(\d{3})$/, '$1.$2.$3')),
      citizenId: valued((cell) => String(cell).replace(/^(\d{3})(\d{3})(\d{3})(\d{3})$/, '$1 $2 $3 $4')),
    }),
  ),
  odd('lists', 'lists in short', (list) =>
    columns(list, {
      sex: valued((cell) => (cell === 'Nam' ? 'nam' : 'NỮ')),
      ethnicity: valued((cell) => String(cell).toUpperCase()),
      religion: valued((cell, { religion }, at) =>
        religion === 'none' ? (['0', '-', 'không', 'Ko'][at % 4] ?? null) : cell,
      ),
      generalEducation: valued((_cell, who) => (who.generalEducation === 'upper-secondary' ? 'THPT' : 'cấp II')),
      qualification: valued(
        (_cell, { qualification }) =>
          ({ intermediate: 'TC', college: 'CĐ', university: 'ĐH', master: 'Ths' })[qualification],
      ),
      theoryLevel: valued(
        (_cell, { theoryLevel }) => ({ elementary: 'SC', intermediate: 'T.cấp', advanced: 'CC' })[theoryLevel],
      ),
    }),
  ),
  odd('signs', 'signs for what is not there', (list) =>
    columns(list, { officialOn: valued((cell) => cell ?? 'Dự bị') }),
  ),
  odd('signs', 'dashes for what is not there', (list) => columns(list, { officialOn: valued((cell) => cell ?? '-') })),
  odd('ditto', '"as above" in two ways', (list) =>
    columns(list, {
      ethnicity: valued((cell, who, at) =>
        list.people[at - 1]?.ethnicity === who.ethnicity ? (at % 2 === 0 ? 'nt' : '//') : cell,
      ),
    }),
  ),
  odd('more', 'columns of no use, and one of notes', (list) => ({
    ...list,
    columns: [
      ...list.columns.slice(0, 6),
      { key: 'age', levels: ['Tuổi đảng'], cell: (_who, at) => 3 + at },
      ...list.columns.slice(6),
      { key: 'note', levels: ['Ghi chú'], cell: (_who, at) => (at % 2 === 0 ? 'đã nộp hồ sơ' : null) },
    ],
  })),
  odd('order', 'columns in another order', (list) => ({
    ...list,
    columns: [
      ...list.columns.filter(({ key }) => first.has(key)),
      ...list.columns.filter(({ key }) => !first.has(key)).toReversed(),
    ],
  })),
];

const letters: Oddity[] = [
  odd('letters', 'letters and accents apart (NFD)', (list) => ({
    ...list,
    change: [texts((text) => text.normalize('NFD'))],
  })),
  odd('letters', 'typed for ABC fonts (TCVN3)', (list) => ({ ...list, change: [texts(toTcvn3)] })),
  odd('letters', 'typed for VNI fonts', (list) => ({ ...list, change: [texts(toVni)] })),
  odd('blanks', 'blanks around, hard ones and some of no width', (list) => ({
    ...list,
    change: [...list.change, texts((text) => `\u00A0${text.replaceAll(' ', '  ')}\u200B \u00A0`)],
  })),
];

/** In the order in which they are applied. */
export const oddities: readonly Oddity[] = [...people, ...headings, ...rows, ...values, ...letters];
