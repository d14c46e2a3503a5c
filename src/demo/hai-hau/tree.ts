import type { Day } from '#/platform/day.ts';
import type { ProfileName } from '../profiles.ts';
import { between, chance, type Random, random } from '../random.ts';
import type { Cell, Grassroots } from '../roster.ts';

/** The 3 towns and 31 communes of 2020. */
const communes =
  'Hải An,Hải Anh,Hải Bắc,Hải Châu,Hải Chính,Hải Cường,Hải Đông,Hải Đường,Hải Giang,Hải Hà,Hải Hòa,Hải Hưng,Hải Long,Hải Lộc,Hải Lý,' +
  'Hải Minh,Hải Nam,Hải Ninh,Hải Phong,Hải Phú,Hải Phúc,Hải Phương,Hải Quang,Hải Sơn,Hải Tân,Hải Tây,Hải Thanh,Hải Triều,Hải Trung,' +
  'Hải Vân,Hải Xuân';
const towns = 'Yên Định,Cồn,Thịnh Long';

/** One commune joined another on 1/2/2020 (Resolution 858/NQ-UBTVQH14, 10/1/2020), so that 35 became 34. */
export const MERGER: Day = '2020-02-01';
export const MERGED_COMMUNE = 'Hải Toàn';
export const MERGED_INTO = 'xã Hải An';

/** Bodies of enterprises and units: name, type, profile, cells. */
const units: readonly [string, string, ProfileName, readonly string[]][] = [
  [
    'Bệnh viện Đa khoa huyện',
    'public-service-unit',
    'clinic',
    ['Khối Hành chính', 'Khối Nội', 'Khối Ngoại - Sản', 'Khối Cận lâm sàng'],
  ],
  ['Trung tâm Y tế huyện', 'public-service-unit', 'clinic', ['Khối Văn phòng', 'Khối Chuyên môn', 'Khối Dân số']],
  ['Trường THPT A Hải Hậu', 'public-service-unit', 'school', ['Tổ Tự nhiên', 'Tổ Xã hội', 'Tổ Hành chính']],
  [
    'Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên huyện',
    'public-service-unit',
    'school',
    ['Tổ Văn hóa', 'Tổ Dạy nghề'],
  ],
  [
    'Công ty Khai thác công trình thủy lợi huyện',
    'enterprise-state-100',
    'enterprise',
    ['Văn phòng', 'Cụm đầu mối số 1', 'Cụm đầu mối số 2', 'Cụm đầu mối số 3'],
  ],
  ['Công ty cổ phần May Cồn Xanh', 'enterprise-joint-stock', 'enterprise', ['Văn phòng', 'Xưởng cắt', 'Xưởng may']],
  [
    'Công ty cổ phần Muối và Hải sản Văn Lý Mới',
    'enterprise-joint-stock',
    'enterprise',
    ['Văn phòng', 'Xưởng chế biến', 'Đội kho vận'],
  ],
];

const offices: readonly [string, ProfileName, string][] = [
  ...split(
    'Văn phòng Huyện ủy,Ban Tổ chức Huyện ủy,Ban Tuyên giáo Huyện ủy,Ban Dân vận Huyện ủy,Cơ quan Ủy ban Kiểm tra Huyện ủy,Trung tâm Bồi dưỡng chính trị huyện,Cơ quan Ủy ban MTTQ huyện,Liên đoàn Lao động huyện,Hội Nông dân huyện,Hội Liên hiệp Phụ nữ huyện,Hội Cựu chiến binh huyện,Huyện đoàn',
    'partyOffice',
    'party-agency',
  ),
  ...split(
    'Văn phòng HĐND và UBND huyện,Phòng Nội vụ,Phòng Tài chính - Kế hoạch,Phòng Giáo dục và Đào tạo,Phòng Văn hóa và Thông tin,Phòng Lao động - Thương binh và Xã hội,Phòng Tài nguyên và Môi trường,Phòng Nông nghiệp và Phát triển nông thôn,Phòng Kinh tế và Hạ tầng,Phòng Tư pháp,Phòng Y tế,Thanh tra huyện,Chi cục Thống kê,Kho bạc Nhà nước huyện,Bảo hiểm xã hội huyện,Tòa án nhân dân huyện,Viện Kiểm sát nhân dân huyện,Chi cục Thi hành án dân sự,Chi cục Thuế huyện,Hạt Quản lý đê,Đội Quản lý thị trường',
    'stateOffice',
    'state-agency',
  ),
  ...split(
    'Trường THPT B Hải Hậu,Trường THPT C Hải Hậu,Trường THPT Thịnh Long,Trường THPT An Phúc',
    'school',
    'public-service-unit',
  ),
  ...split(
    'Trung tâm Văn hóa - Thể thao,Đài Truyền thanh huyện,Trung tâm Dịch vụ nông nghiệp,Nhà văn hóa Thiếu nhi',
    'stateOffice',
    'public-service-unit',
  ),
  ...split('Trường THPT dân lập Sông Ninh', 'school', 'non-public-service-unit'),
  ...split(
    'Phòng giao dịch Ngân hàng Chính sách xã hội,Chi nhánh Ngân hàng Nông nghiệp huyện,Điện lực huyện,Bưu điện huyện,Trung tâm Viễn thông huyện',
    'enterprise',
    'enterprise-state-100',
  ),
  ...split('Công ty TNHH Cơ khí Yên Định', 'enterprise', 'enterprise-limited'),
  ...split('Công ty cổ phần Xây dựng Ninh Cơ', 'enterprise', 'enterprise-joint-stock'),
];

function split(names: string, profile: ProfileName, type: string): [string, ProfileName, string][] {
  return names.split(',').map((name) => [name, profile, type]);
}

const numbered = (n: number, width = 3): string => String(n).padStart(width, '0');

/** The 92 grassroots organisations of the end of 2020, and before them, as number 93, the body that was merged that year. */
export function grassroots(seed: number): Grassroots[] {
  const r = random(seed, 1, 0);
  const founding = (): Day =>
    `${between(r, 1998, 2016)}-${numbered(between(r, 1, 12), 2)}-${numbered(between(r, 1, 28), 2)}`;
  const organisations: Grassroots[] = [];
  const add = (
    name: string,
    place: string,
    kind: Grassroots['kind'],
    type: string,
    founded: Day,
    cells: (code: string) => Cell[],
  ) => {
    const code = `HH.${numbered(organisations.length + 1)}`;
    organisations.push({ code, name, place, kind, type, founded, cells: cells(code) });
  };
  const commune = (name: string, type: 'commune' | 'township') => {
    const place = `${type === 'commune' ? 'xã' : 'thị trấn'} ${name}`;
    add(`Đảng bộ ${place}`, place, 'grassroots-body', type, '1997-01-01', (code) => communeCells(r, code, type));
  };
  for (const name of communes.split(',')) commune(name, 'commune');
  for (const name of towns.split(',')) commune(name, 'township');
  for (const [name, type, profile, cells] of units)
    add(`Đảng bộ ${name}`, name, 'grassroots-body', type, founding(), (code) => plainCells(code, profile, cells));
  add('Đảng bộ Quân sự huyện', 'Ban Chỉ huy Quân sự huyện', 'grassroots-body', 'army', '1997-01-01', (code) =>
    plainCells(code, 'army', ['Ban Tham mưu', 'Ban Chính trị', 'Ban Hậu cần - Kỹ thuật']),
  );
  add('Đảng bộ Công an huyện', 'Công an huyện', 'grassroots-body', 'police', '1997-01-01', (code) =>
    plainCells(code, 'police', [
      'Đội Tổng hợp',
      'Đội An ninh',
      'Đội Cảnh sát hình sự',
      'Đội Cảnh sát giao thông',
      'Đội Quản lý hành chính',
    ]),
  );
  for (const [name, profile, type] of offices) {
    const founded = founding();
    add(`Chi bộ ${name}`, name, 'grassroots-cell', type, founded, (code) => [
      { code, name: `Chi bộ ${name}`, profile, founded },
    ]);
  }
  commune(MERGED_COMMUNE, 'commune');
  return organisations;
}

function plainCells(code: string, profile: ProfileName, names: readonly string[]): Cell[] {
  return names.map((name, i) => ({
    code: `${code}.${numbered(i + 1, 2)}`,
    name: `Chi bộ ${name}`,
    profile,
    founded: '2016-06-01',
  }));
}

function communeCells(r: Random, code: string, type: 'commune' | 'township'): Cell[] {
  const villages = between(r, 8, 11);
  const names: [string, ProfileName][] = Array.from({ length: villages }, (_, i) =>
    type === 'commune'
      ? [`xóm ${i + 1}`, 'village']
      : [`tổ dân phố số ${i + 1}`, chance(r, 0.5) ? 'quarter' : 'village'],
  );
  names.push(
    [type === 'commune' ? 'Cơ quan xã' : 'Cơ quan thị trấn', 'communeOffice'],
    ['Trường Trung học cơ sở', 'school'],
  );
  names.push(['Trường Tiểu học', 'school'], ['Trường Mầm non', 'school']);
  if (chance(r, 0.6)) names.push(['Trạm Y tế', 'clinic']);
  return names.map(([name, profile], i) => ({
    code: `${code}.${numbered(i + 1, 2)}`,
    name: `Chi bộ ${name}`,
    profile,
    founded: profile === 'village' ? '1997-01-01' : `${between(r, 1998, 2012)}-09-01`,
  }));
}
