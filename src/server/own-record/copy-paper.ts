import type { OwnCopy } from '#/domain/members/own-record-contract.ts';
import { cleaned } from '#/platform/documents/paper.ts';
import { type RecordSheet, writeSheetPdf } from '#/platform/documents/record-sheet.ts';
import { linesOf } from '../access-log/read-value.ts';
import { labelOf } from '../corrections/field.ts';
import { writtenDay } from '../member/words.ts';

type Item = RecordSheet['items'][number];

/** The copy as a paper: the items of the record sheet, then what else is held; in Vietnamese, as records are. */
export function copyPdf(copy: OwnCopy): Promise<Uint8Array> {
  const { record, madeAt } = copy;
  const { path, unit } = record.placement;
  const sheet = record.sheet.map(
    ({ no, label, lines }): Item => ({
      no: String(no).padStart(2, '0'),
      label: label.vi,
      first: null,
      lines: lines.map(({ label: of, text }) => [of?.vi, text?.vi ?? 'chưa ghi'].filter(Boolean).join(': ')),
    }),
  );
  const further = furtherOf(copy).map(
    ([label, lines], at): Item => ({
      no: String(sheet.length + at + 1),
      label,
      first: lines.length === 0 ? 'không có' : null,
      lines,
    }),
  );
  return writeSheetPdf(
    cleaned({
      title: `Bản sao hồ sơ: ${record.name}`,
      units: unit === null ? [] : [...path, unit].map((one) => one.name),
      numbers: [],
      corner: 'Bản sao cấp cho đảng viên',
      photo: 'Ảnh 3 x 4',
      heading: `DỮ LIỆU SỔ GIỮ VỀ ĐỒNG CHÍ ${record.name.toLocaleUpperCase('vi')}`,
      items: [...sheet, ...further],
      asOf: `Theo sổ ngày ${writtenDay(record.on)}, lập ${madeAt}. ${copy.withheld.vi}`,
      dateLine: `Ngày ${writtenDay(record.on)}`,
      signers: [
        { title: '', hint: '' },
        { title: 'NGƯỜI NHẬN', hint: '(Ký, ghi rõ họ tên)' },
      ],
    }),
  );
}

function furtherOf({
  sensitive,
  acts,
  attachments,
  corrections,
  offices,
  accesses,
  bases,
}: OwnCopy): [string, string[]][] {
  return [
    [
      'Trường mật, ghi rõ',
      sensitive.flatMap(({ label, value, from }) =>
        (value === null ? ['đã xóa'] : linesOf(value)).map((text) => `${label.vi} (từ ${dayOf(from)}): ${text}`),
      ),
    ],
    [
      'Các việc về đồng chí',
      acts.map(({ effectiveOn, title, paper, withdraws }) =>
        [writtenDay(effectiveOn), title.vi, paper?.number, withdraws === null ? null : 'rút việc trước']
          .filter(Boolean)
          .join(', '),
      ),
    ],
    ['Tệp đính kèm', attachments.map(({ name, recordedAt }) => `${name}, ${recordedAt}`)],
    [
      'Đề nghị sửa hồ sơ',
      corrections.map(({ field, askedAt, isAccepted, evidence }) =>
        [`${labelOf(field).vi}, ${askedAt}: ${stateOf(isAccepted)}`, ...evidence.map(({ name }) => name)].join('; '),
      ),
    ],
    ['Cơ quan xem được hồ sơ', offices.map(({ title, unit }) => [title.vi, unit?.name].filter(Boolean).join(', '))],
    ['Mục đích và căn cứ xử lý', bases.map(sayBasis)],
    ['Ai đã xem trường mật', accesses.map(({ at, actor, says, reason }) => `${at}, ${actor}, ${says.vi}: ${reason}`)],
  ];
}

function sayBasis({ label, basis, rule, consent }: OwnCopy['bases'][number]): string {
  if (basis !== 'consent') return `${label.vi}: theo ${rule}`;
  return `${label.vi}: theo sự đồng ý (${rule}), ${consent?.isGiven ? 'đã đồng ý' : 'chưa đồng ý hoặc đã rút'}`;
}

const dayOf = (day: string | null): string => (day === null ? '…' : writtenDay(day));

const stateOf = (isAccepted: boolean | null): string =>
  isAccepted === null ? 'chờ quyết định' : isAccepted ? 'được chấp nhận' : 'không chấp nhận';
