import type { Cell } from '#/platform/documents/table.ts';
import { type FormColumn, type FormSheet, writeForm } from '#/platform/documents/xlsx-writer.ts';
import type { Column } from './columns.ts';
import { forms, type TableKind } from './layout.ts';

const guideSheet = 'Hướng dẫn';
export const listSheet = 'Danh mục';

/** The empty template: a sheet of units, a sheet of members, and what each column means. */
export function templateWorkbook(): Promise<Uint8Array> {
  const kinds = ['units', 'members'] as const;
  return writeForm(
    [
      ...kinds.map((kind) => ({ name: forms[kind].sheet, columns: forms[kind].columns.map(formColumn) })),
      guideSheetOf(kinds),
    ],
    listSheet,
  );
}

/** What each column means, whether it has to be filled in, and how. */
export function guideSheetOf(kinds: readonly TableKind[]): FormSheet {
  return {
    name: guideSheet,
    columns: [
      { heading: 'Trang', width: 14 },
      { heading: 'Cột', width: 34 },
      { heading: 'Bắt buộc', width: 10 },
      { heading: 'Ý nghĩa', width: 60 },
      { heading: 'Cách ghi', width: 44 },
      { heading: 'Danh mục', width: 80 },
    ],
    rows: [...general, ...kinds.flatMap(guideOf)],
  };
}

export function formColumn({ heading, isRequired, meaning, type }: Column): FormColumn {
  const width = Math.min(30, Math.max(12, heading.length + 2));
  return { heading, width, isRequired, note: `${meaning} ${sentence(type.form)}`, choices: type.choices };
}

function guideOf(kind: TableKind): Cell[][] {
  const { sheet, columns } = forms[kind];
  return columns.map(({ heading, isRequired, meaning, type }) => [
    sheet,
    heading,
    isRequired ? 'x' : null,
    meaning,
    sentence(type.form),
    type.choices?.join('; ') ?? null,
  ]);
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

const general: Cell[][] = [
  'Mỗi dòng là một tổ chức hoặc một đảng viên; điều chưa biết thì để trống, không đoán.',
  'Dòng đầu là tên cột: đổi thứ tự, bỏ bớt cột được; không đặt thêm tên cột khác.',
  'Ô đã định dạng chữ: mã, số thẻ, số căn cước giữ nguyên số 0 ở đầu; ngày ghi dd/mm/yyyy.',
  `Số thẻ loại khác: cột "Số khác: <loại>"; mục khác của phiếu đảng viên: cột "Mục khác: <tên>".`,
  'Nhập: sotay import <tệp> [--opening <ngày mở sổ>]; thử trước, không ghi gì: thêm --dry-run.',
].map((words) => [null, null, null, words]);
