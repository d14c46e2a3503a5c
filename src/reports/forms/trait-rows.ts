import { catalogues } from '#/domain/catalogues/api.ts';
import { byDistrict, count, type FormRow, type FormSum, line, noted, type Wording } from './form.ts';

/** A block of rows by one trait of the record, with what completes their sum. */
export interface Block {
  rows: FormRow[];
  sum: FormSum;
}

interface Asked {
  /** members-by or admissions-by */
  figure: string;
  /** Asked of every row. */
  args?: Readonly<Record<string, string>>;
  /** What the rows make up. */
  whole: string;
  level: number;
}

const NOT_TOLD = 'Chưa ghi trong hồ sơ';

// What the rows of the occupation list are called since the districts and townships ended on 1/7/2025: our wording, for no
// new annex has been seen; the printed form of 2020–2022 has the other.
const renamed: Readonly<Record<string, readonly Wording[]>> = {
  'state-cadre': byDistrict(
    'Cán bộ, công chức cơ quan Nhà nước từ cấp huyện trở lên',
    'Cán bộ, công chức cơ quan Nhà nước từ cấp tỉnh trở lên',
  ),
  'party-cadre': byDistrict(
    'Cán bộ, công chức cơ quan Đảng, Mặt trận Tổ quốc, đoàn thể chính trị - xã hội từ cấp huyện trở lên',
    'Cán bộ, công chức cơ quan Đảng, Mặt trận Tổ quốc, đoàn thể chính trị - xã hội từ cấp tỉnh trở lên',
  ),
  'commune-cadre': byDistrict(
    'Cán bộ, công chức; người hoạt động không chuyên trách ở xã, phường, thị trấn',
    'Cán bộ, công chức; người hoạt động không chuyên trách ở xã, phường, đặc khu',
  ),
};

/** The occupation list of Forms 2 and 3; a row with parts counts them, and whom it does not tell of as which. */
export function occupationRows(asked: Asked): Block {
  const { entries } = catalogues.occupation;
  const wholes = new Set(entries.map(({ within }) => within));
  const rows = entries.flatMap(({ code, vi, within }) => {
    const row = lineOf(asked, 'occupation', code, renamed[code] ?? vi, within === undefined ? 0 : 1);
    return wholes.has(code)
      ? [row, noted(lineOf(asked, 'occupation', `${code}.untold`, `${vi}: chưa ghi rõ`, 1))]
      : [row];
  });
  return completed(
    asked,
    'occupation',
    rows,
    `${NOT_TOLD} nghề nghiệp`,
    ({ row }) => !/^occupation\.[^.]+\./.test(row),
  );
}

export const ENTERPRISE: FormSum = {
  whole: 'occupation.enterprise',
  parts: catalogues.occupation.entries
    .filter(({ within }) => within === 'enterprise')
    .map(({ code }) => `occupation.${code}`)
    .concat('occupation.enterprise.untold'),
};

const ages: readonly [string, string][] = [
  ['18-30', '18 - 30 tuổi'],
  ['31-35', '31 - 35 tuổi'],
  ['36-40', '36 - 40 tuổi'],
  ['41-45', '41 - 45 tuổi'],
  ['46-50', '46 - 50 tuổi'],
  ['51-55', '51 - 55 tuổi'],
  ['56-60', '56 - 60 tuổi'],
  ['over-60', 'Trên 60 tuổi'],
];

/** The bands, and the average, which is no part of their sum. */
export function ageRows(asked: Asked, average: string): Block {
  const { rows, sum } = blockOf(asked, 'age', ages, `${NOT_TOLD} ngày sinh`);
  const averageRow = line({ row: 'age.average', mark: '-', level: asked.level }, 'Tuổi bình quân', count(average));
  return { rows: [...rows.slice(0, -1), averageRow, rows.at(-1) as FormRow], sum };
}

const eras: readonly [string, string][] = [
  ['to-1945', 'Trước 19/8/1945'],
  ['1945-1954', 'Từ 19/8/1945 đến 20/7/1954'],
  ['1954-1975', 'Từ 21/7/1954 đến 30/4/1975'],
  ['from-1975', 'Từ 01/5/1975 đến nay'],
];

export const eraRows = (asked: Asked): Block => blockOf(asked, 'era', eras, `${NOT_TOLD} ngày vào Đảng`);

/** Rows by a catalogue. Nobody ticks "none": who has no diploma and of whom none is recorded look alike. */
export function catalogueRows(
  asked: Asked,
  arg: 'schooling' | 'qualification' | 'title' | 'theory',
  untold = 'không có hoặc chưa ghi trong hồ sơ',
): Block {
  const catalogue = {
    schooling: catalogues.generalEducation,
    qualification: catalogues.qualification,
    title: catalogues.academicTitle,
    theory: catalogues.theoryLevel,
  }[arg];
  return blockOf(
    asked,
    arg,
    catalogue.entries.map(({ code, vi }) => [code, vi]),
    `${catalogue.vi}: ${untold}`,
  );
}

export const schoolingRows = (asked: Asked): Block => catalogueRows(asked, 'schooling', 'chưa ghi trong hồ sơ');

function blockOf(asked: Asked, arg: string, values: readonly (readonly [string, string])[], untold: string): Block {
  const rows = values.map(([value, label]) => lineOf(asked, arg, value, label));
  return completed(asked, arg, rows, untold, () => true);
}

/** With the row of those whom the record does not tell, as a note. */
function completed(
  asked: Asked,
  arg: string,
  rows: readonly FormRow[],
  label: string,
  isPart: (row: FormRow) => boolean,
): Block {
  const last = noted(lineOf(asked, arg, 'untold', label));
  const parts = [...rows.filter(isPart), last].map(({ row }) => row);
  return { rows: [...rows, last], sum: { whole: asked.whole, parts } };
}

function lineOf(
  { figure, args, level }: Asked,
  arg: string,
  value: string,
  label: string | readonly Wording[],
  deeper = 0,
): FormRow {
  const place = { row: `${arg}.${value}`, mark: deeper === 0 ? '-' : '+', level: level + deeper };
  return line(place, label, count(figure, { ...args, [arg]: value }));
}
