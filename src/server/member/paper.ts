import type { Member, SheetItem } from '#/domain/members/member-contract.ts';
import type { FileAnswer } from '#/platform/contract/route.ts';
import { cleaned } from '#/platform/documents/paper.ts';
import { type RecordSheet, writeSheetDocx, writeSheetPdf } from '#/platform/documents/record-sheet.ts';
import { writtenDay } from './words.ts';

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** The record sheet of the day as a paper, form 2-HSĐV; in Vietnamese, as it is filed. */
export async function memberPaper(member: Member, format: keyof typeof types): Promise<FileAnswer> {
  const sheet = cleaned(sheetOf(member));
  const stem = `phieu-dang-vien-${(member.code ?? member.person).replaceAll(/[^\p{L}\p{N}._]+/gu, '_').slice(0, 60)}`;
  const body = format === 'pdf' ? await writeSheetPdf(sheet) : await writeSheetDocx(sheet);
  return { name: `${stem}-${member.on}.${format}`, type: types[format], body };
}

function sheetOf({ name, on, placement, sheet, entries, card }: Member): RecordSheet {
  const { path, unit } = placement;
  const dossier = entries.find(({ table, says }) => table === 'number' && says.vi.startsWith('Số lý lịch'));
  return {
    title: `Phiếu đảng viên: ${name}`,
    units: unit === null ? ['Đảng bộ: ………………………'] : [...path, unit].map((one) => one.name),
    numbers: [`Số LL: ${dossier?.says.vi.split(': ').at(-1) ?? '……………'}`, `Số TĐV: ${card?.number ?? '……………'}`],
    corner: 'Mẫu 2-HSĐV',
    photo: 'Ảnh 3 x 4',
    heading: 'PHIẾU ĐẢNG VIÊN',
    items: sheet.map(printed),
    asOf: `Theo sổ ngày ${writtenDay(on)}. ••• : đã ghi, không in ra ở đây.`,
    dateLine: '………, ngày …… tháng …… năm ……',
    signers: [
      { title: 'TM. CẤP ỦY CƠ SỞ', hint: '(Ký, ghi rõ họ tên, đóng dấu)' },
      { title: 'NGƯỜI KHAI', hint: '(Ký, ghi rõ họ tên)' },
    ],
  };
}

const gap = '…………………';

/** An item with its first line beside the label; what is not recorded leaves room to write. */
function printed({ no, label, lines }: SheetItem): RecordSheet['items'][number] {
  const texts = lines.map((line) => {
    const text = line.text?.vi ?? gap;
    return line.label === null ? text : `${line.label.vi}: ${text}`;
  });
  const [first = gap, ...others] = texts;
  const isOwn = lines[0]?.label === null;
  return {
    no: String(no).padStart(2, '0'),
    label: label.vi,
    first: isOwn ? first : null,
    lines: isOwn ? others : texts,
  };
}
