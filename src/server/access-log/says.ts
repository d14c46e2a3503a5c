import { fieldWords } from '#/domain/words/field-words.ts';
import type { AccessAction } from '#/kernel/access/log-contract.ts';
import type { Bilingual } from '#/platform/contract/shapes.ts';

type Detail = Record<string, unknown>;

const wordOf = (field: unknown): Bilingual => fieldWords[String(field)] ?? { vi: String(field), en: String(field) };

function listOf(fields: unknown): Bilingual {
  const words = Array.isArray(fields) ? fields.map(wordOf) : [];
  return { vi: words.map(({ vi }) => vi).join(', '), en: words.map(({ en }) => en).join(', ') };
}

const sayings: Readonly<Record<AccessAction, (detail: Detail) => Bilingual>> = {
  'field.revealed': ({ field }) => ({ vi: `Xem: ${wordOf(field).vi}`, en: `Saw: ${wordOf(field).en}` }),
  'sealed.opened': ({ field }) => ({
    vi: `Mở niêm phong: ${wordOf(field).vi}`,
    en: `Opened what is sealed: ${wordOf(field).en}`,
  }),
  'members.exported': ({ fields }) => ({
    vi: `Xuất danh sách ghi rõ: ${listOf(fields).vi}`,
    en: `Took out a list in plain: ${listOf(fields).en}`,
  }),
  'list.exported': ({ list }) =>
    list === 'journal'
      ? { vi: 'Xuất nhật ký, không có giá trị mật', en: 'Took out the journal, nothing sensitive in it' }
      : { vi: 'Xuất danh sách, không có giá trị mật', en: 'Took out a list, nothing sensitive in it' },
  'sheet.printed': () => ({ vi: 'In phiếu đảng viên', en: 'Printed the record sheet' }),
  'attachment.opened': ({ purpose, correction }) =>
    correction !== undefined
      ? { vi: 'Mở giấy tờ kèm đề nghị sửa hồ sơ', en: 'Opened the evidence of a request for correction' }
      : purpose === 'photo'
        ? { vi: 'Xem ảnh', en: 'Saw the photo' }
        : { vi: 'Mở văn bản quét', en: 'Opened a scan' },
  'own.revealed': ({ field }) => ({
    vi: `Xem hồ sơ của chính mình: ${wordOf(field).vi}`,
    en: `Saw in their own record: ${wordOf(field).en}`,
  }),
  'own.copied': () => ({ vi: 'Lấy bản sao hồ sơ của chính mình', en: 'Took a copy of their own record' }),
  'correction.revealed': ({ field }) => ({
    vi: `Xem giá trị được đề nghị sửa: ${wordOf(field).vi}`,
    en: `Saw the value of a request for correction: ${wordOf(field).en}`,
  }),
  'reveals.stopped': ({ of, most }) =>
    of === 'unseals'
      ? {
          vi: `Bị dừng: đã mở niêm phong ${most} lần trong một giờ`,
          en: `Stopped: opened ${most} sealed values in an hour`,
        }
      : {
          vi: `Bị dừng: đã xem ${most} giá trị mật trong một giờ`,
          en: `Stopped: saw ${most} sensitive values in an hour`,
        },
  'duplicate.checked': () => ({ vi: 'Kiểm tra trùng số định danh', en: 'Checked a citizen id for duplicates' }),
};

/** What was looked at, in words. `detail` holds no value, and not all of it is told: filters may hold what was searched. */
export function sayAccess(action: string, detail: Detail): Bilingual {
  return sayings[action as AccessAction]?.(detail) ?? { vi: action, en: action };
}
