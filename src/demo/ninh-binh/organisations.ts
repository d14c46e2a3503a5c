import type { ProfileName } from '../profiles.ts';
import type { Body } from './tree.ts';

const rooms = (names: string): string[] => names.split(',').map((name) => name.trim());

/** Several of one sort, each with the same parts. */
function each(names: string, type: string, profile: ProfileName, cells: string): Body[] {
  return rooms(names).map((name) => ({ name, type, profile, cells: cells === '' ? [] : rooms(cells) }));
}

/** What every district has as bodies over cells … */
export const districtBodies: readonly Body[] = [
  ...each('Trung tâm Y tế', 'public-service-unit', 'clinic', 'Văn phòng,Khối Nội - Nhi,Khối Ngoại - Sản,Khối Dự phòng'),
  ...each('Trung tâm Giáo dục nghề nghiệp', 'public-service-unit', 'school', 'Hành chính,Văn hóa,Dạy nghề'),
  ...each('Trường THPT A,Trường THPT B', 'public-service-unit', 'school', 'Tổ Tự nhiên,Tổ Xã hội,Tổ Hành chính'),
  ...each(
    'Chi nhánh Khai thác công trình thủy lợi',
    'enterprise-state-100',
    'enterprise',
    'Văn phòng,Cụm số 1,Cụm số 2',
  ),
  ...each('Công ty cổ phần May', 'enterprise-joint-stock', 'enterprise', 'Văn phòng,Xưởng cắt,Xưởng may'),
  ...each('Công an', 'police', 'police', 'Tổng hợp,An ninh,Hình sự,Giao thông - Trật tự'),
  ...each('Quân sự', 'army', 'army', 'Tham mưu,Chính trị,Hậu cần - Kỹ thuật'),
];

/** … and as cells of their own. `@`: the committee's name; the others bear the district's. */
export const districtOffices: readonly [string, string, ProfileName][] = [
  ...offices(
    'Văn phòng @,Ban Tổ chức @,Ban Tuyên giáo @,Ban Dân vận @,Cơ quan Ủy ban Kiểm tra @,Trung tâm Chính trị,Cơ quan Mặt trận Tổ quốc,Liên đoàn Lao động,Hội Nông dân,Hội Liên hiệp Phụ nữ',
    'party-agency',
    'partyOffice',
  ),
  ...offices(
    'Văn phòng HĐND và UBND,Phòng Nội vụ,Phòng Tài chính - Kế hoạch,Phòng Giáo dục và Đào tạo,Phòng Văn hóa và Thông tin,Phòng Lao động - Thương binh và Xã hội,Phòng Tài nguyên và Môi trường,Phòng Kinh tế - Hạ tầng,Thanh tra,Tòa án nhân dân,Viện Kiểm sát nhân dân,Chi cục Thi hành án dân sự,Chi cục Thuế,Kho bạc Nhà nước,Bảo hiểm xã hội,Chi cục Thống kê',
    'state-agency',
    'stateOffice',
  ),
  ...offices('Đài Truyền thanh,Trung tâm Văn hóa', 'public-service-unit', 'stateOffice'),
  ...offices('Điện lực,Bưu điện,Phòng giao dịch Ngân hàng Chính sách', 'enterprise-state-100', 'enterprise'),
];

function offices(names: string, type: string, profile: ProfileName): [string, string, ProfileName][] {
  return rooms(names).map((name) => [name, type, profile]);
}

/** Agencies of the province. */
export const agencies: readonly Body[] = [
  ...each('Văn phòng Tỉnh ủy', 'party-agency', 'partyOffice', 'Tổng hợp,Hành chính,Quản trị'),
  ...each(
    'Ban Tổ chức Tỉnh ủy,Ban Tuyên giáo Tỉnh ủy,Ban Dân vận Tỉnh ủy,Cơ quan Ủy ban Kiểm tra Tỉnh ủy,Ban Nội chính Tỉnh ủy,Liên đoàn Lao động tỉnh,Hội Nông dân tỉnh,Hội Cựu chiến binh tỉnh,Tỉnh đoàn,Hội Liên hiệp Phụ nữ tỉnh',
    'party-agency',
    'partyOffice',
    '',
  ),
  ...each(
    'Văn phòng UBND tỉnh,Sở Nông nghiệp và Phát triển nông thôn,Sở Giao thông vận tải,Sở Xây dựng,Sở Tài nguyên và Môi trường,Sở Văn hóa và Thể thao,Sở Lao động - Thương binh và Xã hội,Cục Thuế tỉnh,Tòa án nhân dân tỉnh,Viện Kiểm sát nhân dân tỉnh',
    'state-agency',
    'stateOffice',
    'Văn phòng,Thanh tra,Khối Nghiệp vụ 1,Khối Nghiệp vụ 2,Khối trực thuộc 1,Khối trực thuộc 2',
  ),
  ...each(
    'Sở Nội vụ,Sở Tài chính,Sở Kế hoạch và Đầu tư,Sở Tư pháp,Sở Công Thương,Sở Khoa học và Công nghệ,Sở Thông tin và Truyền thông,Sở Du lịch,Thanh tra tỉnh,Ban Quản lý các khu công nghiệp,Kho bạc Nhà nước tỉnh,Bảo hiểm xã hội tỉnh,Cục Thi hành án dân sự tỉnh,Cục Thống kê tỉnh,Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh',
    'state-agency',
    'stateOffice',
    '',
  ),
  ...each(
    'Sở Y tế,Bệnh viện Đa khoa tỉnh,Bệnh viện Sản - Nhi tỉnh,Trung tâm Kiểm soát bệnh tật tỉnh',
    'public-service-unit',
    'clinic',
    'Khối Văn phòng,Khối Nội,Khối Ngoại,Khối Cận lâm sàng,Khối Phòng chức năng',
  ),
  ...each(
    'Trường Đại học Tràng An',
    'public-service-unit',
    'university',
    'Phòng ban,Khoa Sư phạm,Khoa Kinh tế,Khoa Tự nhiên,Sinh viên',
  ),
  ...each(
    'Trường Chính trị tỉnh,Báo tỉnh,Đài Phát thanh và Truyền hình tỉnh,Trường Cao đẳng Y tế,Trường Cao đẳng nghề',
    'public-service-unit',
    'school',
    'Phòng ban,Nghiệp vụ 1,Nghiệp vụ 2',
  ),
];

/** Enterprises; the industrial zones have few members each. */
export const enterprises: readonly Body[] = [
  ...each(
    'Công ty Điện lực tỉnh,Viễn thông tỉnh,Bưu điện tỉnh,Ngân hàng Nông nghiệp tỉnh,Ngân hàng Công thương tỉnh,Công ty Nhiệt điện,Công ty Phân đạm',
    'enterprise-state-100',
    'enterprise',
    'Văn phòng,Kỹ thuật,Sản xuất 1,Sản xuất 2,Kinh doanh',
  ),
  ...each(
    'Công ty cổ phần Xi măng Hang Nước,Công ty cổ phần Cấp thoát nước,Công ty cổ phần Môi trường Đô thị,Công ty cổ phần Xây dựng số 9,Công ty cổ phần Thép Khánh Cư',
    'enterprise-joint-stock',
    'enterprise',
    'Văn phòng,Phân xưởng 1,Phân xưởng 2,Kinh doanh',
  ),
  ...each(
    'Công ty TNHH Giày Gián Khẩu,Công ty TNHH May Phúc Sơn,Công ty TNHH Linh kiện Khánh Phú,Công ty TNHH Cơ khí Tam Điệp,Công ty TNHH Thực phẩm Đồng Giao,Công ty TNHH Du lịch Bái Đính Mới',
    'enterprise-limited',
    'enterprise',
    '',
  ),
  ...each(
    'Công ty cổ phần Dược phẩm,Công ty cổ phần In,Công ty cổ phần Vận tải',
    'enterprise-joint-stock',
    'enterprise',
    '',
  ),
];

export const soldierBodies: readonly Body[] = [
  ...each(
    'Phòng Tham mưu,Phòng Chính trị,Phòng Hậu cần,Phòng Kỹ thuật,Trung đoàn Bộ binh',
    'army',
    'army',
    'Ban 1,Ban 2,Ban 3',
  ),
  ...each('Đại đội Trinh sát,Đại đội Thông tin,Đại đội Công binh', 'army', 'army', ''),
];

export const policeBodies: readonly Body[] = [
  ...each(
    'Phòng Tham mưu Công an tỉnh,Phòng Tổ chức cán bộ Công an tỉnh,Phòng Hậu cần Công an tỉnh,Phòng An ninh nội địa,Phòng Cảnh sát hình sự,Phòng Cảnh sát giao thông,Phòng Cảnh sát cơ động,Trại tạm giam',
    'police',
    'police',
    'Đội 1,Đội 2,Đội 3',
  ),
  ...each('Thanh tra Công an tỉnh,Phòng Hồ sơ nghiệp vụ,Phòng Ngoại tuyến', 'police', 'police', ''),
];
