import { type Catalogue, catalogues, entryOf } from '#/domain/catalogues/api.ts';
import { leavingLabels, wayLabels } from '#/domain/posts/api.ts';
import { conclusionLabels, occasionLabels } from '#/domain/vetting/api.ts';
import type { Bilingual } from '#/kernel/journal/kind.ts';
import { codeWords } from './code-words.ts';

/** Values that a field calls otherwise than the same code elsewhere, as `field=value`. */
const own: Readonly<Record<string, Bilingual>> = {
  'form=flag': { vi: 'cờ', en: 'flag' },
  'form=praise': { vi: 'biểu dương', en: 'praise' },
  'level=state': { vi: 'Nhà nước', en: 'state' },
  'level=commune': { vi: 'cấp xã', en: 'commune' },
  'suggestedBy=commune': { vi: 'cấp xã', en: 'commune' },
  'measure=count': { vi: 'số lượng', en: 'count' },
  'measure=percent': { vi: 'phần trăm', en: 'percent' },
  'outcome=no-violation': { vi: 'không vi phạm', en: 'no violation' },
  'outcome=shortcomings': { vi: 'có khuyết điểm', en: 'shortcomings' },
  'outcome=violation': { vi: 'có vi phạm', en: 'violation' },
  'outcome=violation-to-discipline': { vi: 'vi phạm đến mức phải kỷ luật', en: 'violation, to be disciplined' },
  'mode=regular': { vi: 'thường xuyên', en: 'regular' },
  'mode=thematic': { vi: 'chuyên đề', en: 'thematic' },
  'place=province': { vi: 'tỉnh, thành phố khác', en: 'another province' },
  'place=central': { vi: 'cơ quan Trung ương', en: 'central agencies' },
  'place=abroad': { vi: 'ngoài nước', en: 'abroad' },
  'placeKind=province': { vi: 'tỉnh, thành phố khác', en: 'another province' },
  'placeKind=abroad': { vi: 'ngoài nước', en: 'abroad' },
  'kind=provincial': { vi: 'đảng bộ tỉnh, thành phố', en: 'provincial party body' },
  'kind=district': { vi: 'đảng bộ huyện (đến 30/6/2025)', en: 'district party body (until 30/6/2025)' },
  'kind=bloc': { vi: 'đảng bộ khối (đến 2025)', en: 'bloc (until 2025)' },
  'kind=commune': { vi: 'đảng bộ xã, phường, đặc khu', en: 'commune party body' },
  'unitKind=provincial': { vi: 'đảng bộ tỉnh, thành phố', en: 'provincial party body' },
  'unitKind=district': { vi: 'đảng bộ huyện (đến 30/6/2025)', en: 'district party body (until 30/6/2025)' },
  'unitKind=bloc': { vi: 'đảng bộ khối (đến 2025)', en: 'bloc (until 2025)' },
  'unitKind=commune': { vi: 'đảng bộ xã, phường, đặc khu', en: 'commune party body' },
  'body=committee': { vi: 'ban chấp hành (cấp ủy)', en: 'committee' },
  'kind=permanent': { vi: 'miễn hẳn', en: 'for good' },
  'kind=temporary': { vi: 'miễn có thời hạn', en: 'for a time' },
  'direction=in': { vi: 'chuyển đến', en: 'in' },
  'direction=out': { vi: 'chuyển đi', en: 'out' },
  'flag=irregular': { vi: 'chưa đúng quy định', en: 'irregular' },
  'scheme=card-8': { vi: 'thẻ đảng viên 8 số', en: 'card of 8 digits' },
  'scheme=card-12': { vi: 'thẻ đảng viên 12 số', en: 'card of 12 digits' },
  'scheme=decision-85': { vi: 'số theo Quyết định 85', en: 'number by Decision 85' },
  'scheme=badge': { vi: 'Huy hiệu Đảng', en: 'Party badge' },
  'scheme=dossier': { vi: 'số lý lịch', en: 'dossier number' },
  'leftAs=ended': { vi: 'thôi giữ', en: 'ended' },
  'status=registered': { vi: 'đã đăng ký', en: 'registered' },
  'status=recognised': { vi: 'được công nhận', en: 'recognised' },
  'endedAs=revoked': { vi: 'bị thu hồi', en: 'revoked' },
  'subjectKind=member': { vi: 'đảng viên', en: 'member' },
  'subjectKind=unit': { vi: 'tổ chức đảng', en: 'unit' },
};

/** How a post is taken and why it is left, what somebody was vetted for: by the field that says so. */
const ofParts: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = {
  how: wayLabels,
  reason: leavingLabels,
  leftAs: leavingLabels,
  occasion: occasionLabels,
  conclusion: conclusionLabels,
};

/** Codes that only facts have: what happened to a member, a unit, a card. */
const events: Readonly<Record<string, Bilingual>> = {
  registered: { vi: 'đăng ký vào sổ', en: 'registered' },
  approved: { vi: 'được xét duyệt kết nạp', en: 'admission approved' },
  admitted: { vi: 'kết nạp', en: 'admitted' },
  readmitted: { vi: 'kết nạp lại', en: 'readmitted' },
  recognised: { vi: 'công nhận chính thức', en: 'recognised as official' },
  transferred: { vi: 'chuyển sinh hoạt', en: 'transferred' },
  'letter-issued': { vi: 'được giới thiệu chuyển sinh hoạt', en: 'transfer letter issued' },
  received: { vi: 'được tiếp nhận', en: 'received' },
  'transfer-cancelled': { vi: 'hủy giấy giới thiệu', en: 'letter cancelled' },
  'stay-began': { vi: 'đi sinh hoạt tạm thời', en: 'temporary stay began' },
  'stay-hosted': { vi: 'đến sinh hoạt tạm thời', en: 'temporary stay hosted' },
  'stay-ended': { vi: 'hết sinh hoạt tạm thời', en: 'temporary stay ended' },
  exempted: { vi: 'được miễn công tác và sinh hoạt', en: 'exempted' },
  'exemption-ended': { vi: 'thôi miễn công tác và sinh hoạt', en: 'exemption ended' },
  'suspension-ended': { vi: 'hết đình chỉ sinh hoạt', en: 'suspension ended' },
  'name-removed': { vi: 'bị xóa tên', en: 'name removed' },
  expelled: { vi: 'bị khai trừ', en: 'expelled' },
  left: { vi: 'xin ra khỏi Đảng', en: 'left' },
  died: { vi: 'từ trần', en: 'died' },
  restored: { vi: 'được phục hồi đảng tịch', en: 'standing restored' },
  assigned: { vi: 'chuyển theo sắp xếp tổ chức', en: 'assigned by reorganisation' },
  reorganised: { vi: 'theo sắp xếp tổ chức', en: 'by reorganisation' },
  established: { vi: 'thành lập', en: 'established' },
  formed: { vi: 'thành lập do hợp nhất', en: 'formed' },
  'split-off': { vi: 'thành lập do chia, tách', en: 'split off' },
  merged: { vi: 'sáp nhập', en: 'merged' },
  absorbed: { vi: 'nhận sáp nhập', en: 'absorbed another' },
  consolidated: { vi: 'hợp nhất', en: 'consolidated' },
  split: { vi: 'chia, tách', en: 'split' },
  renamed: { vi: 'đổi tên', en: 'renamed' },
  recoded: { vi: 'đổi mã', en: 'recoded' },
  retyped: { vi: 'đổi loại', en: 'retyped' },
  upgraded: { vi: 'nâng cấp', en: 'upgraded' },
  downgraded: { vi: 'hạ cấp', en: 'downgraded' },
  ended: { vi: 'kết thúc hoạt động', en: 'ended' },
  issued: { vi: 'phát thẻ', en: 'card issued' },
  reissued: { vi: 'cấp lại thẻ', en: 'card reissued' },
  exchanged: { vi: 'đổi thẻ', en: 'card exchanged' },
};

/** What a value is called in this field alone, where other fields say something else by the same code. */
export const exactWords = (field: string, code: string): Bilingual | undefined =>
  own[`${field}=${code}`] ??
  (Object.hasOwn(ofParts, field) && Object.hasOwn(ofParts[field] as object, code) ? ofParts[field]?.[code] : undefined);

/** What a value of a field is called, or null where it has no name: it is then shown as it is. */
export function valueWords(field: string, value: string | number | boolean): Bilingual | null {
  const code = String(value);
  if (code === 'true') return { vi: 'có', en: 'yes' };
  if (code === 'false') return { vi: 'không', en: 'no' };
  const exact = exactWords(field, code);
  if (exact !== undefined) return exact;
  // A field or a text that somebody typed may be called `constructor`, which every object has.
  const catalogue = Object.hasOwn(catalogues, field) ? (catalogues as Record<string, Catalogue>)[field] : undefined;
  const entry = catalogue === undefined ? null : entryOf(catalogue, code);
  if (entry !== null) return { vi: entry.vi, en: entry.en };
  if (Object.hasOwn(codeWords.vi, code)) {
    const [vi = '', en = ''] = [codeWords.vi, codeWords.en].map((words) => (words as Record<string, string>)[code]);
    return { vi, en };
  }
  return Object.hasOwn(events, code) ? (events[code] as Bilingual) : null;
}
