import type { Bilingual } from '#/kernel/journal/kind.ts';

export const introduction = `# The journal file

Generated from the declarations by \`npm run docs\`; do not edit.

A journal file is text in UTF-8, one act a line, each line a JSON object (NDJSON). \`npx sotay import FILE\` records it, as one
batch: all of it, or nothing and every fault with its line, field and reason. \`--dry-run\` only checks; \`--good-rows-only\` leaves
faulty lines out. \`npx sotay export\` writes such a file.

- A line is flat: the keys of the envelope (below) and the fields of its kind side by side. Unknown keys are errors.
- **Order.** Lines may stand in any order; acts take effect by \`effectiveOn\`, then by the order of their kinds within a day, then by
  id. Two acts of one day on the same person or unit whose swap would give another result say which comes first: \`after\`.
- **Ids and codes.** Persons and units are named by \`id\` (a UUID) or by \`code\`. A code that the file itself introduces (of a new unit or
  person) wins; other codes are looked up in the register, on the act's day. A new unit needs a code; a new person may have one,
  otherwise only its id names it. Ids of new persons and units derive from the act's id unless given. An act's own id, where the line
  gives none, derives from the file and the line: importing a file twice is harmless. The same id with the same content is passed over, with
  other content refused.
- **Days.** \`YYYY-MM-DD\`; where the table says so, a month or a year alone will do. \`effectiveOn\` is the first day of the new state.
- **Correcting.** Nothing is overwritten: \`act.withdrawn\` takes an earlier act back; any other act may take the place of one by naming it in
  \`withdraws\`, with the reason in \`note\`.
- **Sensitive fields** (citizen number, addresses, family, health) are sealed when they are recorded; exports show \`{ref, commitment}\`.
- Values of a closed list are written as their code; for a person's record the Vietnamese label is read too.

`;

/** What the keys of the envelope mean. */
export const envelopeMeanings: Readonly<Record<string, Bilingual>> = {
  id: { vi: 'mã của việc', en: 'the act’s own id' },
  kind: { vi: 'loại việc', en: 'one of the kinds below' },
  effectiveOn: { vi: 'ngày có hiệu lực', en: 'the first day of the new state' },
  actor: {
    vi: 'tổ chức ra việc này; không nêu thì là cấp có thẩm quyền',
    en: 'who acted; if absent, the competent unit',
  },
  'actor.unit': { vi: 'đơn vị; null: ngoài sổ này', en: 'null: a body outside this register, named by the paper' },
  'actor.body': { vi: 'cơ quan của đơn vị ấy', en: 'the body of that unit' },
  'actor.department': { vi: 'ban, phòng', en: 'a department of it' },
  paper: { vi: 'văn bản làm căn cứ', en: 'the paper that evidences the act' },
  'paper.issuer': { vi: 'nơi ban hành', en: 'who issued it' },
  'paper.number': { vi: 'số, ký hiệu', en: 'its number as printed' },
  'paper.issuedOn': { vi: 'ngày ký', en: 'when it was signed' },
  'paper.signer': { vi: 'người ký', en: 'who signed' },
  'paper.signingAs': { vi: 'thể thức ký (T/M, K/T …)', en: 'in what capacity' },
  'paper.type': { vi: 'loại văn bản', en: 'what sort of paper' },
  'paper.abstract': { vi: 'trích yếu', en: 'its abstract' },
  withdraws: { vi: 'việc đã ghi nay được rút', en: 'an earlier act that falls away' },
  after: { vi: 'việc cùng ngày đứng trước việc này', en: 'an act of the same day that comes first' },
  note: { vi: 'ghi chú; lý do khi đính chính', en: 'a remark; the reason of a correction' },
  recordedAt: { vi: 'lúc ghi, theo tệp; chỉ để tham khảo', en: 'when it was recorded, by the file; kept in source' },
  recordedBy: { vi: 'người ghi, theo tệp; chỉ để tham khảo', en: 'by whom, by the file; kept in source' },
  source: { vi: 'do xuất ra ghi; khi nhập không dùng', en: 'written by an export; not read' },
};
