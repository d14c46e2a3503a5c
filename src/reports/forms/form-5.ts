import { typeLabels, type UnitType } from '#/domain/units/api.ts';
import {
  always,
  type Content,
  cells,
  count,
  DISTRICTS_ENDED,
  type Form,
  type FormRow,
  noted,
  SECTIONS_ENDED,
} from './form.ts';

/** The numbers of one type of organisation: columns 2 to 7. */
function numbers(type: string): Record<string, Content> {
  return {
    2: count('grassroots-units', { type }),
    3: count('grassroots-bodies', { type }),
    4: count('grassroots-cells', { type }),
    5: count('intermediate-bodies', { organisation: type }),
    6: count('subordinate-cells', { organisation: type }),
    7: count('members-by', { unitType: type }),
  };
}

const typed = (type: UnitType, mark: string, level = 0, label: string = typeLabels[type].vi): FormRow =>
  cells({ row: type, mark, level }, label, numbers(type));

const untoldPart = (type: UnitType, label: string, level: number): FormRow =>
  noted(cells({ row: `${type}.untold`, mark: '', level }, `${label}: chưa ghi rõ`, numbers(`${type}.untold`)));

const main: FormRow[] = [
  typed('commune', '1'),
  typed('ward', '2'),
  { ...typed('township', '3'), until: DISTRICTS_ENDED },
  { ...typed('special-zone', '3'), since: DISTRICTS_ENDED },
  typed('party-agency', '4'),
  typed('state-agency', '5'),
  typed('service-unit', '6'),
  typed('army', '7'),
  typed('police', '8'),
  typed('enterprise', '9'),
  typed('overseas', '10'),
  typed('other', '11'),
];

const untold = noted(
  cells(
    { row: 'untold', mark: '', level: 0 },
    'Chưa ghi loại hình, hoặc không thuộc tổ chức cơ sở đảng nào',
    numbers('untold'),
  ),
);

/** The rows under a main one. */
const under: Partial<Record<string, FormRow[]>> = {
  'service-unit': [
    typed('public-service-unit', 'a)', 1, 'Công lập'),
    typed('non-public-service-unit', 'b)', 1, 'Ngoài công lập'),
    untoldPart('service-unit', 'Đơn vị sự nghiệp', 1),
  ],
  enterprise: [
    typed('enterprise-state', 'a)', 1),
    typed('enterprise-state-100', '-', 2),
    typed('enterprise-state-50', '-', 2),
    typed('enterprise-state-below-50', '-', 2),
    untoldPart('enterprise-state', 'Doanh nghiệp có vốn Nhà nước', 2),
    typed('enterprise-non-state', 'b)', 1),
    typed('enterprise-joint-stock', '-', 2),
    typed('enterprise-private', '-', 2),
    typed('enterprise-limited', '-', 2),
    typed('enterprise-partnership', '-', 2),
    typed('enterprise-foreign', '-', 2),
    typed('enterprise-foreign-100', '', 3, 'Trong đó: 100% vốn nước ngoài'),
    untoldPart('enterprise-non-state', 'Doanh nghiệp ngoài khu vực Nhà nước', 2),
    typed('cooperative', 'c)', 1),
    untoldPart('enterprise', 'Doanh nghiệp và hợp tác xã', 1),
  ],
};

const total = [...main, untold].map(({ row }) => row);

/** Biểu số 5-BTCTW (11-HD/BTCTW, 13/12/2021). */
export const form5: Form = {
  name: 'form-5',
  number: 'Biểu số 5-BTCTW',
  title: {
    vi: 'Thống kê tổ chức đảng và đảng viên trong các loại hình cơ sở',
    en: 'Party organisations and members by type of grassroots organisation',
  },
  definition: {
    vi: 'Tổ chức đảng và đảng viên hiện có ngày cuối kỳ, theo loại hình của tổ chức cơ sở đảng: của chính tổ chức (cột 2, 3, 4), của tổ chức cơ sở đảng gần nhất mà đơn vị, đảng viên thuộc về (cột 5, 6, 7). Cột 5 đến 25/7/2026 là đảng bộ bộ phận, từ 26/7/2026 là đảng bộ trực thuộc cơ sở; một dòng có phần chi tiết thì gồm cả các phần.',
    en: 'Organisations and members on the last day, by the type of the grassroots organisation: its own (columns 2, 3, 4), or of the nearest one that a unit or a member belongs to (columns 5, 6, 7). Column 5 is the sections to 25/7/2026, the sub-grassroots bodies from 26/7/2026; a row with parts counts them.',
  },
  columns: [
    { key: '2', label: always('Tổng số TCCSĐ') },
    { key: '3', label: always('Đảng bộ cơ sở') },
    { key: '4', label: always('Chi bộ cơ sở') },
    {
      key: '5',
      label: [
        { to: SECTIONS_ENDED, text: 'Đảng bộ bộ phận' },
        { to: null, text: 'Đảng bộ trực thuộc cơ sở' },
      ],
    },
    {
      key: '6',
      label: [
        { to: SECTIONS_ENDED, text: 'Chi bộ trực thuộc' },
        { to: null, text: 'Chi bộ' },
      ],
    },
    { key: '7', label: always('Tổng số đảng viên') },
  ],
  rows: [
    ...main.flatMap((row) => [row, ...(under[row.row] ?? [])]),
    untold,
    cells(
      { row: 'total', mark: '', level: 0 },
      'Cộng (1 + … + 11)',
      Object.fromEntries(Object.keys(numbers('other')).map((key) => [key, { sumOf: total }])),
    ),
  ],
  sums: [
    { whole: 'service-unit', parts: ['public-service-unit', 'non-public-service-unit', 'service-unit.untold'] },
    { whole: 'enterprise', parts: ['enterprise-state', 'enterprise-non-state', 'cooperative', 'enterprise.untold'] },
    {
      whole: 'enterprise-state',
      parts: ['enterprise-state-100', 'enterprise-state-50', 'enterprise-state-below-50', 'enterprise-state.untold'],
    },
    {
      whole: 'enterprise-non-state',
      parts: [
        'enterprise-joint-stock',
        'enterprise-private',
        'enterprise-limited',
        'enterprise-partnership',
        'enterprise-foreign',
        'enterprise-non-state.untold',
      ],
    },
  ],
};
