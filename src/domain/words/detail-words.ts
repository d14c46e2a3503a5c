import type { Bilingual } from '#/kernel/journal/kind.ts';

const word = (vi: string, en: string): Bilingual => ({ vi, en });

/** Items of the record sheet that are texts without a column of their own (`details` of a record), in its order. */
export const sheetDetails: Readonly<Record<string, Bilingual>> = {
  birthPlace: word('Nơi sinh', 'Place of birth'),
  temporaryResidence: word('Nơi tạm trú', 'Temporary residence'),
  familyBackground: word('Thành phần gia đình', 'Family background'),
  occupationBefore: word('Nghề nghiệp trước khi vào Đảng', 'Occupation before admission'),
  introducers: word('Người giới thiệu vào Đảng', 'Introduced by'),
  youthUnionJoinedOn: word('Ngày vào Đoàn TNCS Hồ Chí Minh', 'Joined the Youth Union'),
  massOrganisations: word('Ngày tham gia tổ chức xã hội', 'Social organisations'),
  enlistedOn: word('Ngày nhập ngũ', 'Enlisted on'),
  dischargedOn: word('Ngày xuất ngũ', 'Discharged on'),
  service: word('Quá trình trong quân đội, công an', 'Military service'),
  languages: word('Ngoại ngữ', 'Foreign languages'),
  computerSkills: word('Tin học', 'Computers'),
  ethnicLanguages: word('Tiếng dân tộc thiểu số', 'Languages of minorities'),
  merit: word('Thương binh, gia đình liệt sĩ, có công', 'Invalid, family of merit'),
  history: word('Đặc điểm lịch sử bản thân', 'Personal history'),
  foreignRelations: word('Quan hệ với nước ngoài', 'Relations abroad'),
  economy: word('Hoàn cảnh kinh tế', 'Economic circumstances'),
};

/** What imports put there and no item of the sheet asks for. */
const otherDetails: Readonly<Record<string, Bilingual>> = {
  note: word('Ghi chú', 'Note'),
  arrival: word('Chuyển đến', 'Arrival'),
  exemptedOn: word('Miễn sinh hoạt từ', 'Exempt since'),
};

/** What a text of a record is called; one that nobody foresaw, as it was recorded. */
export function detailTitle(name: string): Bilingual {
  for (const words of [sheetDetails, otherDetails]) if (Object.hasOwn(words, name)) return words[name] as Bilingual;
  return { vi: name, en: name };
}
