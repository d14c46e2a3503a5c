import type { Bilingual } from '#/platform/contract/shapes.ts';

/** A term of the work as the pages explain it; `concept` is its line in docs/glossary.md, which a test holds beside it. */
export interface GlossaryTerm {
  concept: string;
  vi: string;
  en: string;
  means: Bilingual;
  /** Number and date of the instrument that says so. */
  instrument?: string;
}

const CHARTER = 'Điều lệ Đảng Cộng sản Việt Nam, 19/1/2011';
const MEMBERS = '208-QĐ/TW, 26/7/2026';
const FORMS = 'Hướng dẫn 11-HD/BTCTW, 13/12/2021';

function term(
  concept: string,
  vi: string,
  en: string,
  means: [vi: string, en: string],
  instrument?: string,
): GlossaryTerm {
  return {
    concept,
    vi,
    en,
    means: { vi: means[0], en: means[1] },
    ...(instrument === undefined ? {} : { instrument }),
  };
}

/** By key: what `<Term of>` names. */
export const glossary = {
  'dang-vien': term(
    'member',
    'đảng viên',
    'member',
    [
      'Người đã được kết nạp, chính thức hoặc dự bị, và chưa ra khỏi Đảng; tính ở chi bộ đang sinh hoạt chính thức.',
      'Somebody who was admitted, official or on probation, and has not left; counted in the cell of permanent standing.',
    ],
    CHARTER,
  ),
  'dang-vien-chinh-thuc': term(
    'official member',
    'đảng viên chính thức',
    'official member',
    [
      'Đảng viên đã qua thời gian dự bị và được công nhận; có quyền biểu quyết, ứng cử, đề cử, bầu cử.',
      'A member who has been recognised after probation, with the right to vote and to stand for election.',
    ],
    `${CHARTER}, Điều 3`,
  ),
  'dang-vien-du-bi': term(
    'probationary member',
    'đảng viên dự bị',
    'probationary member',
    [
      'Người đã làm lễ kết nạp, trong 12 tháng thử thách; được tính là đảng viên, chưa có quyền biểu quyết.',
      'Somebody within the twelve months that follow the ceremony; counted as a member, without a vote.',
    ],
    `${CHARTER}, Điều 5`,
  ),
  'xet-duyet': term(
    'approval',
    'xét duyệt kết nạp',
    'approval of admission',
    [
      'Quyết định kết nạp của cấp có thẩm quyền; chưa là đảng viên cho đến lễ kết nạp.',
      'The decision to admit; nobody is a member before the ceremony.',
    ],
    MEMBERS,
  ),
  'ket-nap': term(
    'admission',
    'kết nạp',
    'admission',
    [
      'Lễ kết nạp ở chi bộ. Số kết nạp của kỳ tính theo ngày làm lễ, không theo ngày quyết định.',
      'The ceremony in the cell. Admissions of a period go by the ceremony, not by the decision.',
    ],
    FORMS,
  ),
  'ngay-vao-dang': term(
    'date of admission',
    'ngày vào Đảng',
    'date of admission',
    ['Ngày làm lễ kết nạp; thời gian dự bị tính từ ngày này.', 'The day of the ceremony; probation counts from it.'],
    CHARTER,
  ),
  'ngay-chinh-thuc': term(
    'official date',
    'ngày chính thức',
    'official date',
    [
      'Ngày đủ 12 tháng dự bị, dù quyết định công nhận ký muộn hơn.',
      'The day on which twelve months of probation are complete, even if the decision came later.',
    ],
    `${CHARTER}, Điều 5`,
  ),
  'cong-nhan': term(
    'recognition',
    'công nhận (chuyển) đảng viên chính thức',
    'recognition as official member',
    [
      'Quyết định công nhận đảng viên dự bị là chính thức; số công nhận của kỳ tính theo ngày quyết định. Chi bộ xét trong 30 ngày làm việc sau khi đủ 12 tháng.',
      'The decision that makes a probationary member official; counted by its day. The cell considers it within 30 working days after the twelve months.',
    ],
    MEMBERS,
  ),
  'tuoi-dang': term(
    'party age',
    'tuổi đảng',
    'party age',
    [
      'Tính theo tháng từ ngày quyết định kết nạp, trừ thời gian ở ngoài Đảng.',
      'By the month from the decision of admission, less the time outside the Party.',
    ],
    '29-QĐ/TW, 25/7/2016, 27.3',
  ),
  'chuyen-sinh-hoat': term(
    'transfer',
    'chuyển sinh hoạt đảng chính thức',
    'permanent transfer',
    [
      'Đi tính theo ngày giấy giới thiệu, đến tính theo ngày tiếp nhận.',
      'Out by the day of the letter, in by the day of receipt.',
    ],
    FORMS,
  ),
  'giay-gioi-thieu': term(
    'letter',
    'giấy giới thiệu sinh hoạt đảng',
    'letter of transfer',
    ['Nộp ở nơi đến trong 30 ngày làm việc kể từ ngày cấp.', 'To be presented within 30 working days of its issue.'],
    MEMBERS,
  ),
  'dang-chuyen': term('in transit', 'đang chuyển', 'in transit', [
    'Từ ngày cấp giấy giới thiệu đến ngày nơi đến tiếp nhận; tính ở cấp ủy cấp trên chung gần nhất.',
    'Between letter and receipt; counted at the nearest common superior.',
  ]),
  'tam-thoi': term(
    'temporary stay',
    'chuyển sinh hoạt đảng tạm thời',
    'temporary stay',
    [
      'Sinh hoạt có thời hạn ở nơi khác; vẫn tính ở nơi sinh hoạt chính thức.',
      'With another unit for a time; still counted at home.',
    ],
    MEMBERS,
  ),
  'mien-sinh-hoat': term(
    'exempt',
    '(tạm) miễn công tác và sinh hoạt đảng',
    'exempt',
    [
      'Theo nguyện vọng của đảng viên tuổi cao, sức yếu; vẫn là đảng viên và vẫn tính trong tổng số.',
      'At the wish of a member who is old or ill; remains a member and is counted.',
    ],
    MEMBERS,
  ),
  'dinh-chi': term('suspended', 'đình chỉ sinh hoạt đảng', 'suspended', [
    'Biện pháp tạm thời, không phải hình thức kỷ luật.',
    'A measure for a time, no form of discipline.',
  ]),
  'xoa-ten': term(
    'name removed',
    'xóa tên',
    'name removed',
    [
      'Đưa ra khỏi danh sách đảng viên; không phải hình thức kỷ luật.',
      'Taken from the list of members; no form of discipline.',
    ],
    MEMBERS,
  ),
  'khai-tru': term(
    'expelled',
    'khai trừ',
    'expelled',
    ['Hình thức kỷ luật cao nhất đối với đảng viên.', 'The gravest form of discipline of a member.'],
    CHARTER,
  ),
  'to-chuc-co-so-dang': term(
    'grassroots organisation',
    'tổ chức cơ sở đảng (TCCSĐ)',
    'grassroots organisation',
    ['Đảng bộ cơ sở hoặc chi bộ cơ sở.', 'A grassroots body or a grassroots cell.'],
    CHARTER,
  ),
  'dang-bo-co-so': term(
    'grassroots body',
    'đảng bộ cơ sở',
    'grassroots body',
    [
      'Tổ chức cơ sở đảng có chi bộ trực thuộc, thường từ 30 đảng viên trở lên.',
      'A grassroots organisation with cells under it, as a rule of 30 members or more.',
    ],
    CHARTER,
  ),
  'chi-bo-co-so': term(
    'grassroots cell',
    'chi bộ cơ sở',
    'grassroots cell',
    [
      'Tổ chức cơ sở đảng chỉ có một chi bộ. Có báo cáo gọi là chi bộ trực thuộc (huyện): xem loại, không xem chữ.',
      'A grassroots organisation that is one cell, whatever a report calls it.',
    ],
    CHARTER,
  ),
  'chi-bo': term(
    'cell',
    'chi bộ (trực thuộc)',
    'cell',
    [
      'Chi bộ dưới đảng bộ cơ sở; nơi đảng viên sinh hoạt.',
      'A cell under a grassroots body; where members live their party life.',
    ],
    CHARTER,
  ),
  'sinh-hoat': term(
    'meeting',
    'kỳ sinh hoạt',
    'meeting',
    [
      'Chi bộ sinh hoạt thường kỳ mỗi tháng một lần; chuyên đề ít nhất mỗi quý một lần.',
      'A cell meets regularly once a month, on a theme at least once a quarter.',
    ],
    '42-HD/BTCTW, 28/10/2025',
  ),
  'xep-loai': term('classification', 'đánh giá, xếp loại chất lượng', 'classification', [
    'Mức của một năm, cho tổ chức hoặc đảng viên; tính vào năm được xếp loại, dù quyết định ký năm sau.',
    'The level of a year, for a unit or a member; counts in the year it is for.',
  ]),
  'hoan-thanh-tot': term('good or above', 'hoàn thành tốt nhiệm vụ trở lên', 'good or above', [
    'Hai mức trên: hoàn thành xuất sắc và hoàn thành tốt nhiệm vụ.',
    'The two upper levels: excellent and good.',
  ]),
  'chi-tieu': term('target', 'chỉ tiêu', 'target', [
    'Số mà cấp trên giao cho một số liệu trong một kỳ.',
    'What a superior asks of a figure over a period.',
  ]),
  'huy-hieu': term(
    'badge',
    'Huy hiệu Đảng',
    'Party badge',
    [
      'Tặng đảng viên đủ 30, 40, 45, 50 … năm tuổi đảng, vào các đợt 3/2, 19/5, 2/9, 7/11.',
      'For 30, 40, 45, 50 … years in the Party, in the rounds of 3 February, 19 May, 2 September and 7 November.',
    ],
    '24-QĐ/TW, 30/7/2021',
  ),
  'kiem-tra': term('inspection', 'kiểm tra', 'inspection', [
    'Cuộc kiểm tra của cấp ủy, ủy ban kiểm tra; tính theo lượt.',
    'By a committee or its inspection commission; counted each time.',
  ]),
  'khong-mo-danh-sach': term('declared count', 'số liệu do đơn vị báo cáo', 'declared count', [
    'Số do đơn vị báo cáo mà không có tên; luôn ghi riêng với số mở được danh sách.',
    'A number that came without names; always shown apart from what opens into a list.',
  ]),
  luot: term('occurrences', 'lượt', 'occurrences', [
    'Mỗi lần tính một lượt; khác với số người, số tổ chức (mỗi người, mỗi tổ chức một lần).',
    'Counted each time; persons and units are counted once.',
  ]),
} as const satisfies Record<string, GlossaryTerm>;

export type TermKey = keyof typeof glossary;
