import { type Catalogue, catalogues } from '#/domain/catalogues/api.ts';
import type { ActInput } from '#/kernel/journal/act.ts';
import {
  CellFault,
  type CellType,
  choice,
  codeText,
  digits,
  flag,
  listOf,
  nameText,
  oneOf,
  partly,
  text,
  wholeDay,
} from './cell-types.ts';
import { type Column, column, type Draft, plainHeading } from './columns.ts';
import { relatives } from './relatives.ts';

const list = (catalogue: Catalogue) => choice(catalogue);

const statuses = listOf(
  { official: { vi: 'Chính thức', en: 'official' }, probationary: { vi: 'Dự bị', en: 'probationary' } },
  {
    official: ['Đảng viên chính thức', 'ĐVCT'],
    probationary: ['Đảng viên dự bị', 'ĐVDB'],
  },
);

const exemptions = new Map([
  ['hẳn', true],
  ['miễn hẳn', true],
  ['tạm', false],
  ['tạm miễn', false],
]);

/** Whether the exemption is for good. "Không" says that there is none. */
const forGood: CellType<boolean | undefined> = {
  read: (cell) => {
    const word = String(cell).toLowerCase();
    const isForGood = exemptions.get(word);
    if (isForGood !== undefined || word === 'không') return isForGood;
    throw new CellFault('cell.exemption', `holds "${word}"; write Hẳn or Tạm`);
  },
  show: (isForGood) => (isForGood ? 'Hẳn' : 'Tạm'),
  form: 'Hẳn (tuổi cao, sức yếu) hoặc Tạm (có thời hạn)',
  choices: ['Hẳn', 'Tạm'],
};

const person = (field: string) => ['person', field];
const hidden = { isSensitive: true };

const identity: Column[] = [
  column('Mã', person('code'), codeText, 'Mã của đảng viên trong sổ, không trùng; có thể để trống.', {
    also: ['Mã đảng viên'],
  }),
  column('Họ và tên', person('name'), nameText, 'Họ và tên đang dùng.', {
    isRequired: true,
    also: ['Họ tên', 'Họ và tên đang dùng'],
  }),
  column('Họ và tên khai sinh', person('birthName'), text, 'Họ và tên theo giấy khai sinh.'),
  column('Tên gọi khác', person('otherName'), text, 'Bí danh, tên gọi khác.', { also: ['Bí danh'] }),
  column('Ngày sinh', person('born'), partly, 'Ngày, tháng, năm sinh.', {
    also: ['Ngày tháng năm sinh', 'Ngày, tháng, năm sinh'],
  }),
  column('Giới tính', person('sex'), list(catalogues.sex), 'Nam hoặc Nữ.'),
  column('Dân tộc', person('ethnicity'), list(catalogues.ethnicity), 'Theo danh mục các dân tộc Việt Nam.'),
  column('Tôn giáo', person('religion'), list(catalogues.religion), 'Không theo tôn giáo nào: Không.'),
];

const membership: Column[] = [
  column('Mã chi bộ', ['cell'], codeText, 'Mã chi bộ nơi đang sinh hoạt.', {
    isRequired: true,
    also: ['Mã chi bộ sinh hoạt'],
  }),
  column('Tình trạng', ['status'], oneOf(statuses), 'Đảng viên chính thức hoặc dự bị.', {
    isRequired: true,
    also: ['Chính thức/dự bị'],
  }),
  column(
    'Ngày mở sổ',
    ['effectiveOn'],
    wholeDay,
    'Ngày từ đó sổ này theo dõi đảng viên; để trống thì lấy ngày cho cả tệp.',
    { also: ['Ngày vào sổ'] },
  ),
  column(
    'Ngày quyết định kết nạp',
    person('admissionDecidedOn'),
    partly,
    'Ngày cấp có thẩm quyền ra quyết định kết nạp: tuổi đảng tính từ ngày này.',
  ),
  column('Ngày vào Đảng', person('admittedOn'), partly, 'Ngày chi bộ tổ chức lễ kết nạp.', { also: ['Ngày kết nạp'] }),
  column('Ngày chính thức', person('officialOn'), partly, 'Ngày được công nhận chính thức.', {
    also: ['Ngày vào Đảng chính thức'],
  }),
  column(
    'Miễn sinh hoạt',
    ['exempt', 'permanent'],
    forGood,
    'Được miễn công tác và sinh hoạt đảng; để trống nếu không.',
  ),
  column('Miễn đến ngày', ['exempt', 'until'], wholeDay, 'Ngày cuối của thời hạn tạm miễn.'),
];

/** The columns of one scheme of numbers: the number, when and where it was given. */
function cardColumns(scheme: string, heading: string, type = text, also: readonly string[] = []): Column[] {
  const about = `${heading.toLowerCase()}`;
  return [
    column(heading, ['cards', scheme, 'number'], type, 'Số ghi trên thẻ, giữ nguyên số 0 ở đầu.', { also }),
    column(`Ngày cấp ${about}`, ['cards', scheme, 'issuedOn'], partly, 'Ngày cấp.'),
    column(`Nơi cấp ${about}`, ['cards', scheme, 'issuedAt'], text, 'Nơi cấp.'),
  ];
}

// Old cards have 8 digits, those since 38-HD/BTCTW (2025) 12.
const numbers: Column[] = [
  ...cardColumns('card-12', 'Số thẻ đảng viên', digits([12], false), ['Số thẻ đảng viên (12 số)', 'Số thẻ đảng']),
  ...cardColumns('card-8', 'Số thẻ đảng viên cũ', digits([8], false), ['Số thẻ đảng viên (8 số)', 'Số thẻ cũ']),
  ...cardColumns('decision-85', 'Số thẻ theo QĐ 85'),
  ...cardColumns('badge', 'Số Huy hiệu Đảng'),
  column('Số lý lịch', person('dossierNumber'), text, 'Số lý lịch đảng viên.', {
    also: ['Số lý lịch đảng viên', 'Số LL'],
  }),
];

const work: Column[] = [
  column(
    'Nghề nghiệp',
    person('occupation'),
    list(catalogues.occupation),
    'Nghề nghiệp hiện nay, theo Biểu số 2-BTCTW.',
    { also: ['Nghề nghiệp hiện nay'] },
  ),
  column('Đã nghỉ hưu', person('retired'), flag, 'Đã nghỉ hưu, nghỉ công tác.'),
  column(
    'Trình độ giáo dục phổ thông',
    person('generalEducation'),
    list(catalogues.generalEducation),
    'Ví dụ 12/12, THPT.',
    { also: ['Trình độ học vấn', 'Giáo dục phổ thông'] },
  ),
  column('Trình độ chuyên môn', person('qualification'), list(catalogues.qualification), 'Bằng cấp cao nhất.', {
    also: ['Trình độ chuyên môn nghiệp vụ'],
  }),
  column('Chức danh khoa học', person('academicTitle'), list(catalogues.academicTitle), 'Giáo sư, Phó Giáo sư.', {
    also: ['Học hàm'],
  }),
  column('Lý luận chính trị', person('theoryLevel'), list(catalogues.theoryLevel), 'Sơ cấp, trung cấp, cao cấp.', {
    also: ['Trình độ lý luận chính trị'],
  }),
  column('Đoàn viên Thanh niên', person('youthUnion'), flag, 'Đoàn viên Đoàn TNCS Hồ Chí Minh.'),
  column('Chủ doanh nghiệp tư nhân', person('privateOwner'), flag, 'Là chủ doanh nghiệp tư nhân.'),
  column('Gốc nước ngoài', person('foreignOrigin'), flag, 'Người gốc nước ngoài.'),
  column('Vợ (chồng) là người nước ngoài', person('foreignSpouse'), flag, 'Có quan hệ hôn nhân với người nước ngoài.'),
  column(
    'Vi phạm chính sách dân số',
    person('familyPlanningViolation'),
    flag,
    'Vi phạm chính sách dân số, KHHGĐ trước khi vào Đảng.',
  ),
  column('Nơi sinh', ['person', 'details', 'birthPlace'], text, 'Nơi sinh.'),
  column('Người giới thiệu', ['person', 'details', 'introducers'], text, 'Người giới thiệu vào Đảng.'),
];

// The two-level addresses of the 33-column list (38-HD/BTCTW, 2025): no district.
function addressColumns(field: string, heading: string): Column[] {
  const part = (name: string, words: string) =>
    column(`${heading}: ${words}`, ['person', field, name], text, `${heading}, ${words}.`, hidden);
  return [part('country', 'quốc gia'), part('province', 'tỉnh'), part('commune', 'xã'), part('detail', 'chi tiết')];
}

const sensitive: Column[] = [
  column('Số định danh cá nhân', person('citizenId'), digits([12], true), 'Số căn cước công dân.', {
    also: ['CCCD', 'Số CCCD', 'Số căn cước'],
    ...hidden,
  }),
  column('Số CMND cũ', person('oldIdentityNumber'), digits([9, 12], true), 'Số chứng minh nhân dân cũ.', {
    also: ['CMND', 'Số CMND'],
    ...hidden,
  }),
  column('Điện thoại', person('phone'), digits([10], false), 'Số điện thoại.', { also: ['Số điện thoại'], ...hidden }),
  column('Thư điện tử', person('email'), text, 'Địa chỉ thư điện tử.', { also: ['Email', 'E-mail'], ...hidden }),
  ...addressColumns('birthRegistration', 'Nơi đăng ký khai sinh'),
  ...addressColumns('hometown', 'Quê quán'),
  ...addressColumns('residence', 'Nơi thường trú'),
  column('Tình trạng sức khỏe', person('health'), text, 'Tình trạng sức khỏe.', hidden),
  column('Quan hệ gia đình', person('family'), relatives, 'Vợ (chồng), con, cha mẹ.', hidden),
];

/** The sheet "Đảng viên": one row a member, one act member.registered. */
export const memberColumns: readonly Column[] = [...identity, ...membership, ...numbers, ...work, ...sensitive];

const otherNumber = 'Số khác: ';
const otherDetail = 'Mục khác: ';

/** The columns of a scheme of numbers that the template does not name. */
export function schemeColumns(scheme: string): Column[] {
  return cardColumns(scheme, `${otherNumber}${scheme}`);
}

/** The column of a field of the record sheet that the template does not name. */
export function detailColumn(name: string): Column {
  return column(`${otherDetail}${name}`, ['person', 'details', name], text, 'Mục khác của phiếu đảng viên.');
}

/** A column that is not in the list but has a heading of one of these two forms. */
export function otherColumn(heading: string): Column | null {
  const detail = /^mục khác:\s*([a-z][A-Za-z0-9]*)$/i.exec(heading.normalize('NFC').trim())?.[1];
  if (detail !== undefined) return detailColumn(detail);
  const scheme = /số khác:\s*([a-z0-9-]+)$/.exec(plainHeading(heading))?.[1];
  if (scheme === undefined) return null;
  return schemeColumns(scheme).find((candidate) => plainHeading(candidate.heading) === plainHeading(heading)) ?? null;
}

export function memberAct({ cards, ...draft }: Draft): ActInput {
  const act: ActInput = { kind: 'member.registered', ...draft };
  const held = Object.entries((cards ?? {}) as Record<string, object>).map(([scheme, card]) => ({ scheme, ...card }));
  if (held.length > 0) act.person = { ...(act.person as object), cards: held };
  return act;
}
