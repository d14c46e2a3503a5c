import type { Language } from '#/platform/i18n/texts.ts';

// What a column of a file can be taken for, in words. The template tells its columns in Vietnamese only, and is no code
// for a browser; `targets.test.ts` holds this list against it.

export interface Target {
  key: string;
  vi: string;
  en: string;
}

export interface TargetGroup {
  vi: string;
  en: string;
  targets: readonly Target[];
}

const one = (key: string, vi: string, en: string): Target => ({ key, vi, en });

function card(scheme: string, vi: string, en: string): Target[] {
  return [
    one(`cards.${scheme}.number`, vi, en),
    one(`cards.${scheme}.issuedOn`, `Ngày cấp ${lower(vi)}`, `${en}: issued on`),
    one(`cards.${scheme}.issuedAt`, `Nơi cấp ${lower(vi)}`, `${en}: issued at`),
  ];
}

function address(field: string, vi: string, en: string): Target[] {
  return [
    one(`address.${field}.whole`, `${vi} (cả địa chỉ trong một ô)`, `${en} (whole address in one cell)`),
    one(`person.${field}.country`, `${vi}: quốc gia`, `${en}: country`),
    one(`person.${field}.province`, `${vi}: tỉnh`, `${en}: province`),
    one(`person.${field}.commune`, `${vi}: xã`, `${en}: commune`),
    one(`person.${field}.detail`, `${vi}: chi tiết`, `${en}: detail`),
  ];
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

const who: TargetGroup = {
  vi: 'Họ tên và nhân thân',
  en: 'Name and person',
  targets: [
    one('person.name', 'Họ và tên', 'Full name'),
    one('name.family', 'Họ và tên đệm (tên ở cột khác)', 'Family and middle names (given name elsewhere)'),
    one('name.given', 'Tên (họ ở cột khác)', 'Given name (family name elsewhere)'),
    one('person.code', 'Mã đảng viên trong sổ', 'Member’s code in the register'),
    one('person.birthName', 'Họ và tên khai sinh', 'Name at birth'),
    one('person.otherName', 'Tên gọi khác, bí danh', 'Other name'),
    one('person.born', 'Ngày sinh', 'Date of birth'),
    one('person.sex', 'Giới tính', 'Sex'),
    one('mark.person.sex.male', 'Nam: ô đánh dấu x hoặc năm sinh', 'Male: a cross, or the year of birth'),
    one('mark.person.sex.female', 'Nữ: ô đánh dấu x hoặc năm sinh', 'Female: a cross, or the year of birth'),
    one('person.ethnicity', 'Dân tộc', 'Ethnicity'),
    one('person.religion', 'Tôn giáo', 'Religion'),
  ],
};

const membership: TargetGroup = {
  vi: 'Sinh hoạt đảng',
  en: 'Membership',
  targets: [
    one('cell.name', 'Tên chi bộ', 'Name of the cell'),
    one('cell', 'Mã chi bộ', 'Code of the cell'),
    one('status', 'Tình trạng: chính thức hay dự bị', 'Status: official or probationary'),
    one('mark.status.official', 'Chính thức: ô đánh dấu x hoặc ngày', 'Official: a cross, or the day'),
    one('mark.status.probationary', 'Dự bị: ô đánh dấu x', 'Probationary: a cross'),
    one('person.admittedOn', 'Ngày vào Đảng (lễ kết nạp)', 'Day of admission (ceremony)'),
    one('person.admissionDecidedOn', 'Ngày quyết định kết nạp', 'Day of the decision to admit'),
    one('person.officialOn', 'Ngày chính thức', 'Day of becoming official'),
    one('effectiveOn', 'Ngày mở sổ (theo dõi từ ngày)', 'Opening day (followed from)'),
    one('exempt.permanent', 'Miễn sinh hoạt: hẳn hay tạm', 'Exempt: for good or for a time'),
    one('exempt.until', 'Miễn sinh hoạt đến ngày', 'Exempt until'),
  ],
};

const papers: TargetGroup = {
  vi: 'Thẻ, huy hiệu, lý lịch',
  en: 'Cards, badge, dossier',
  targets: [
    one('cards.any.number', 'Số thẻ đảng (8 hoặc 12 số)', 'Card number (8 or 12 digits)'),
    one('cards.any.issuedOn', 'Ngày cấp thẻ đảng', 'Card: issued on'),
    one('cards.any.issuedAt', 'Nơi cấp thẻ đảng', 'Card: issued at'),
    ...card('card-12', 'Số thẻ đảng viên 12 số', 'Card of 12 digits'),
    ...card('card-8', 'Số thẻ đảng viên cũ 8 số', 'Old card of 8 digits'),
    ...card('decision-85', 'Số thẻ theo QĐ 85', 'Card under Decision 85'),
    ...card('badge', 'Số Huy hiệu Đảng', 'Party badge'),
    one('person.dossierNumber', 'Số lý lịch', 'Dossier number'),
  ],
};

const learning: TargetGroup = {
  vi: 'Nghề nghiệp, học vấn',
  en: 'Work and education',
  targets: [
    one('person.occupation', 'Nghề nghiệp', 'Occupation'),
    one('person.retired', 'Đã nghỉ hưu', 'Retired'),
    one('person.generalEducation', 'Giáo dục phổ thông', 'General education'),
    one('person.qualification', 'Trình độ chuyên môn', 'Qualification'),
    one('person.academicTitle', 'Chức danh khoa học', 'Academic title'),
    one('person.theoryLevel', 'Lý luận chính trị', 'Political theory'),
    one('person.youthUnion', 'Đoàn viên Thanh niên', 'Member of the Youth Union'),
    one('person.privateOwner', 'Chủ doanh nghiệp tư nhân', 'Owner of a private enterprise'),
    one('person.foreignOrigin', 'Gốc nước ngoài', 'Of foreign origin'),
    one('person.foreignSpouse', 'Vợ (chồng) là người nước ngoài', 'Foreign spouse'),
    one('person.familyPlanningViolation', 'Vi phạm chính sách dân số', 'Breach of population policy'),
  ],
};

const living: TargetGroup = {
  vi: 'Số định danh, liên lạc, địa chỉ',
  en: 'Identity, contact, address',
  targets: [
    one('identity.any', 'Số CCCD hoặc CMND (12 hoặc 9 số)', 'Citizen id or old identity number (12 or 9 digits)'),
    one('person.citizenId', 'Số định danh cá nhân (CCCD)', 'Citizen id'),
    one('person.oldIdentityNumber', 'Số CMND cũ', 'Old identity number'),
    one('person.phone', 'Điện thoại', 'Phone'),
    one('person.email', 'Thư điện tử', 'E-mail'),
    ...address('hometown', 'Quê quán', 'Home town'),
    ...address('residence', 'Nơi thường trú', 'Residence'),
    ...address('birthRegistration', 'Nơi đăng ký khai sinh', 'Registration of birth'),
    one('person.health', 'Tình trạng sức khỏe', 'Health'),
    one('person.family', 'Quan hệ gia đình', 'Family'),
  ],
};

const detail = (name: string, vi: string, en: string) => one(`person.details.${name}`, vi, en);

const others: TargetGroup = {
  vi: 'Mục khác của phiếu đảng viên',
  en: 'Other items of the record',
  targets: [
    detail('birthPlace', 'Nơi sinh', 'Place of birth'),
    detail('introducers', 'Người giới thiệu vào Đảng', 'Who introduced them'),
    detail('partyPost', 'Chức vụ Đảng', 'Party post'),
    detail('post', 'Chức vụ', 'Post'),
    detail('workplace', 'Nơi công tác', 'Workplace'),
    detail('foreignLanguage', 'Ngoại ngữ', 'Foreign languages'),
    detail('computing', 'Tin học', 'Computing'),
    detail('stateManagement', 'Quản lý nhà nước', 'State management'),
    detail('familyBackground', 'Thành phần gia đình', 'Family background'),
    detail('youthUnionJoinedOn', 'Ngày vào Đoàn', 'Joined the Youth Union on'),
    detail('enlistedOn', 'Ngày nhập ngũ', 'Enlisted on'),
    detail('demobilisedOn', 'Ngày xuất ngũ', 'Demobilised on'),
    detail('admittedAt', 'Nơi kết nạp', 'Admitted at'),
    detail('officialAt', 'Nơi công nhận chính thức', 'Recognised at'),
    detail('note', 'Ghi chú', 'Note'),
  ],
};

const units: TargetGroup = {
  vi: 'Tổ chức đảng',
  en: 'Unit',
  targets: [
    one('unit.code', 'Mã tổ chức', 'Code'),
    one('unit.name', 'Tên tổ chức', 'Name'),
    one('unit.kind', 'Loại tổ chức (cấp)', 'Kind'),
    one('unit.type', 'Loại hình (Biểu 5)', 'Type (Form 5)'),
    one('unit.zone', 'Khu vực', 'Zone'),
    one('unit.parent', 'Mã cấp trên', 'Code of the superior'),
    one('effectiveOn', 'Ngày thành lập', 'Founded on'),
    one('paper.number', 'Số quyết định', 'Number of the decision'),
    one('paper.issuedOn', 'Ngày quyết định', 'Date of the decision'),
    one('paper.issuer', 'Cơ quan quyết định', 'Issued by'),
  ],
};

/** What columns of a sheet can be taken for. */
export const targetGroups = { members: [who, membership, papers, learning, living, others], units: [units] } as const;

const ordinal = one('ordinal', 'Số thứ tự (không cần đọc)', 'Running number (need not be read)');

/** What a target is called; one that is not listed (a scheme of cards, an item of the record) by what it is made of. */
export function targetLabel(use: 'members' | 'units', key: string, language: Language): string {
  if (key === ordinal.key) return ordinal[language];
  const known = targetGroups[use].flatMap(({ targets }) => targets).find((target) => target.key === key);
  if (known !== undefined) return known[language];
  const item = /^person\.details\.(.+)$/.exec(key)?.[1];
  if (item !== undefined) return language === 'vi' ? `Mục khác: ${item}` : `Other item: ${item}`;
  const marked = /^mark\.(.+)\.([^.]+)$/.exec(key);
  if (marked !== null) return `${targetLabel(use, marked[1] ?? '', language)}: ${marked[2]} (x)`;
  return key;
}
