import { type CellType, text } from '#/exchange/tables/cell-types.ts';
import { address, admittedOn, born, detail, listed, name, officialOn, openText, said } from './fields.ts';
import type { Field, LayoutColumn, NationalLayout } from './layout.ts';
import { gone, remarks, service } from './movement.ts';

type Described = Omit<LayoutColumn, 'no' | 'confidence'>;

const onLines = (heading: string, width: number, ...fields: Field[]): Described => ({
  heading,
  width,
  fields,
  between: 'lines',
});
const one = <V>(heading: string, width: number, path: readonly string[], type: CellType<V>): Described => ({
  heading,
  width,
  fields: [said(path, type)],
});

const columns: Described[] = [
  { heading: 'Số TT', width: 6, fields: [], isOrdinal: true },
  // The printed form has four thin lines for each member; the day of birth on the third is ours [?]: without it two
  // people of one name cannot be told apart.
  onLines('HỌ VÀ TÊN\nHọ và tên khai sinh', 24, name, openText(['person', 'birthName']), born),
  onLines('Nam, nữ, dân tộc, tôn giáo', 12, listed('sex'), listed('ethnicity'), listed('religion')),
  {
    heading: 'QUÊ QUÁN',
    width: 24,
    fields: ['detail', 'commune', 'province', 'country'].map((part) => address('hometown', part)),
    between: 'commas',
    target: 'address.hometown.whole',
  },
  onLines(
    'Văn hóa, lý luận, CMNV, ngoại ngữ',
    20,
    listed('generalEducation'),
    listed('theoryLevel'),
    listed('qualification'),
    detail('languages'),
  ),
  onLines('Nghề nghiệp trước khi vào Đảng, nghề nghiệp hiện nay', 24, detail('occupationBefore'), listed('occupation')),
  onLines('Ngày vào Đảng, ngày chính thức', 12, admittedOn, officialOn),
  onLines(
    'Số thẻ đảng viên, số lý lịch đảng viên, số Huy hiệu Đảng',
    16,
    openText(['cards', 'any', 'number'], /^(\d{8}|\d{12})$/),
    openText(['person', 'dossierNumber'], /^\d{1,6}[\s./-]*\p{L}{1,4}$/u),
    openText(['cards', 'badge', 'number']),
  ),
  one('Bộ đội, công an, hưu trí', 10, ['service'], service),
  one('Ngày chuyển đi, đến đảng bộ cơ sở', 14, ['movement', 'away'], gone),
  one('Ngày chuyển đến, ở đảng bộ cơ sở nào đến', 14, ['person', 'details', 'arrival'], text),
  one('Ngày từ trần\nLý do', 12, ['movement', 'death'], gone),
  one('Ngày ra khỏi Đảng, hình thức ra Đảng', 14, ['movement', 'out'], gone),
  one('Ghi chú', 16, ['remarks'], remarks),
];

/** Sổ danh sách đảng viên: the register that a cell keeps on paper, compared every three months with those above and below. */
export const register7: NationalLayout = {
  name: '7-hsdv',
  title: 'SỔ DANH SÁCH ĐẢNG VIÊN',
  mark: '(Mẫu 7-HSĐV)',
  label: { vi: 'Sổ danh sách đảng viên, mẫu 7-HSĐV', en: 'Register of members, form 7-HSĐV' },
  sheet: 'Sổ danh sách đảng viên',
  versions: [
    {
      from: '2012-05-17',
      instrument: '12-HD/BTCTW, 17/5/2012; 09-HD/BTCTW, 5/6/2017; 12-HD/BTCTW, 18/1/2022',
      source:
        'the 14 headings on two public pages that print the form (of 2012, of 2017) and in a university’s program; whether 38-HD/BTCTW (2025) changed them was not seen',
      columns: columns.map((column, at) => ({ ...column, no: at + 1, confidence: 'V' })),
    },
  ],
  namesCellsInRows: true,
  signatures: ['NGƯỜI LẬP SỔ', 'T/M CẤP ỦY'],
};
