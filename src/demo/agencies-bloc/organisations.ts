import { addDays, type Day } from '#/platform/day.ts';
import { partyAgencies, type Row } from '../bloc/agencies.ts';
import { layOut, type Organisation } from '../bloc/tree.ts';
import type { ProfileName } from '../profiles.ts';
import { between, pick, type Random, random } from '../random.ts';
import { workingDay } from '../working-days.ts';

/** The committee of the bloc. */
export const CODE = 'KCQ';

const state: readonly Row[] = [
  ['Văn phòng Ủy ban nhân dân tỉnh', 6],
  ['Văn phòng Hội đồng nhân dân tỉnh', 0],
  ['Sở Nội vụ', 6],
  ['Sở Tài chính', 6],
  ['Sở Kế hoạch và Đầu tư', 6],
  ['Sở Công Thương', 6],
  ['Sở Nông nghiệp và Phát triển nông thôn', 12],
  ['Sở Giao thông vận tải', 6],
  ['Sở Xây dựng', 5],
  ['Sở Tài nguyên và Môi trường', 9],
  ['Sở Thông tin và Truyền thông', 0],
  ['Sở Lao động - Thương binh và Xã hội', 8],
  ['Sở Văn hóa, Thể thao và Du lịch', 9],
  ['Sở Khoa học và Công nghệ', 4],
  ['Sở Giáo dục và Đào tạo', 5],
  ['Sở Y tế', 6],
  ['Sở Tư pháp', 5],
  ['Sở Ngoại vụ', 0],
  ['Thanh tra tỉnh', 0],
  ['Ban Dân tộc tỉnh', 0],
  ['Ban Quản lý Khu kinh tế cửa khẩu', 5],
  ['Cục Thuế tỉnh', 8],
  ['Cục Thống kê tỉnh', 0],
  ['Cục Hải quan tỉnh', 10],
  ['Kho bạc Nhà nước tỉnh', 4],
  ['Bảo hiểm xã hội tỉnh', 4],
  ['Tòa án nhân dân tỉnh', 4],
  ['Viện Kiểm sát nhân dân tỉnh', 5],
  ['Cục Thi hành án dân sự tỉnh', 0],
  ['Cục Quản lý thị trường tỉnh', 5],
  ['Ngân hàng Nhà nước chi nhánh tỉnh', 0],
  ['Chi cục Kiểm dịch thực vật vùng', 0],
];
const service: readonly (readonly [string, number, ProfileName])[] = [
  ['Bệnh viện Đa khoa tỉnh', 10, 'clinic'],
  ['Bệnh viện Y học cổ truyền', 0, 'clinic'],
  ['Bệnh viện Phổi', 0, 'clinic'],
  ['Trung tâm Kiểm soát bệnh tật tỉnh', 5, 'clinic'],
  ['Trường Chính trị Hoàng Văn Thụ', 4, 'school'],
  ['Trường Cao đẳng Sư phạm', 5, 'school'],
  ['Trường Cao đẳng Nghề', 5, 'school'],
  ['Trường Cao đẳng Y tế', 4, 'school'],
  ['Trường THPT chuyên Chu Văn An', 4, 'school'],
  ['Trường THPT Dân tộc nội trú tỉnh', 0, 'school'],
  ['Trường THPT Việt Bắc', 4, 'school'],
  ['Trường THPT Hoàng Văn Thụ', 0, 'school'],
  ['Báo Lạng Sơn', 0, 'stateOffice'],
  ['Đài Phát thanh và Truyền hình tỉnh', 4, 'stateOffice'],
  ['Bảo tàng tỉnh', 0, 'stateOffice'],
  ['Thư viện tỉnh', 0, 'stateOffice'],
  ['Trung tâm Văn hóa Nghệ thuật tỉnh', 0, 'stateOffice'],
];

/** Cells that grew into bodies in the ten years (seed 004), with the day and the number of their new cells. */
const upgrades: Readonly<Record<string, readonly [Day, number]>> = {
  'Sở Thông tin và Truyền thông': ['2011-09-15', 3],
  'Sở Ngoại vụ': ['2013-05-20', 3],
  'Cục Thi hành án dân sự tỉnh': ['2014-10-01', 3],
  'Bệnh viện Y học cổ truyền': ['2016-03-15', 3],
  'Trường THPT Dân tộc nội trú tỉnh': ['2017-08-15', 3],
  'Bệnh viện Phổi': ['2018-11-01', 3],
  'Trường THPT Hoàng Văn Thụ': ['2019-06-03', 3],
};

/** Two were founded and one was dissolved meanwhile. */
const founded: Readonly<Record<string, Day>> = {
  'Ban Nội chính Tỉnh ủy': '2013-08-01',
  'Trung tâm Phục vụ hành chính công tỉnh': '2018-03-01',
  'Quỹ Đầu tư phát triển tỉnh': '2015-10-01',
  'Trung tâm Xúc tiến đầu tư, thương mại và du lịch': '2012-04-02',
};
const dissolved: Readonly<Record<string, Day>> = { 'Ban Quản lý dự án di dân tái định cư': '2014-06-02' };

/** The 68 of the end of 2020 (seed 004), and those before them. */
export function organisations(seed: number): Organisation[] {
  const r = random(seed, 61, 0);
  const all: Organisation[] = [];
  const put = (place: string, cellCount: number, type: string, profile: ProfileName) => {
    const upgrade = upgrades[place];
    const count = upgrade?.[1] ?? Math.max(1, cellCount);
    const isBody = upgrade !== undefined || cellCount > 0;
    all.push(
      layOut({
        code: `${CODE}.${String(all.length + 1).padStart(3, '0')}`,
        place,
        type,
        profile,
        under: CODE,
        founded: founded[place] ?? foundingDay(r),
        isBody,
        upgradedOn: upgrade?.[0] ?? null,
        endedOn: dissolved[place] ?? null,
        congresses: congressDays(r),
        cellCount: count,
        weights: Array.from({ length: count }, () => weight(r, isBody, dissolved[place] !== undefined)),
      }),
    );
  };
  for (const [place, cells] of partyAgencies) put(place, cells, 'party-agency', 'partyOffice');
  for (const [place, cells] of state) put(place, cells, 'state-agency', 'stateOffice');
  for (const [place, cells, profile] of service) put(place, cells, 'public-service-unit', profile);
  for (const place of [...Object.keys(founded).slice(1), ...Object.keys(dissolved)])
    put(place, 0, 'public-service-unit', 'stateOffice');
  return all;
}

const weight = (r: Random, isBody: boolean, isToEnd: boolean): number =>
  isToEnd ? 8 : isBody ? between(r, 14, 24) : between(r, 16, 26);

const foundingDay = (r: Random): Day =>
  `${between(r, 1994, 2008)}-${String(between(r, 1, 12)).padStart(2, '0')}-${String(between(r, 1, 28)).padStart(2, '0')}`;

/** Congresses at the base: from April to June. */
function congressDays(r: Random): Day[] {
  return [2010, 2015, 2020].map((year) => workingDay(addDays(`${year}-04-20`, pick(r, [0, 7, 12, 20, 27, 33, 41]))));
}
