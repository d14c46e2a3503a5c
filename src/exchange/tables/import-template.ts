import type { Cell } from '#/platform/documents/table.ts';
import { writeForm } from '#/platform/documents/xlsx-writer.ts';
import { forms, type TableKind } from './layout.ts';
import { formColumn, guideSheetOf, listSheet } from './template.ts';

// People and units who do not exist; whoever fills the sheet in writes over them.
const units: Record<string, string>[] = [
  { 'unit.code': 'VD', 'unit.name': 'Đảng bộ xã Ví Dụ', 'unit.kind': 'Đảng bộ cơ sở', 'unit.type': 'Xã' },
  { 'unit.code': 'VD.01', 'unit.name': 'Chi bộ thôn Mẫu', 'unit.kind': 'Chi bộ', 'unit.parent': 'VD' },
];
const members: Record<string, string>[] = [
  {
    'person.code': 'VD-001',
    'person.name': 'Nguyễn Văn Ví Dụ',
    'person.born': '03/02/1990',
    'person.sex': 'Nam',
    'person.ethnicity': 'Kinh',
    'person.religion': 'Không',
    cell: 'VD.01',
    status: 'Chính thức',
    'person.admissionDecidedOn': '05/05/2015',
    'person.admittedOn': '19/05/2015',
    'person.officialOn': '19/05/2016',
    'person.generalEducation': '12/12',
    'person.qualification': 'Đại học',
    'person.theoryLevel': 'Trung cấp',
  },
];
const examples: Record<TableKind, Record<string, string>[]> = { units, members };

/** The template of one kind with rows that show how it is filled in, what each column means and what may be chosen. */
export function importTemplate(kind: TableKind): Promise<Uint8Array> {
  const { sheet, columns } = forms[kind];
  const rows = examples[kind].map((row): Cell[] => columns.map(({ path }) => row[path.join('.')] ?? null));
  return writeForm([{ name: sheet, columns: columns.map(formColumn), rows }, guideSheetOf([kind])], listSheet);
}
