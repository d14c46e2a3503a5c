import { partyAgencies, type Row } from '../bloc/agencies.ts';
import type { ProfileName } from '../profiles.ts';

export const party: readonly Row[] = [...partyAgencies, ['Liên hiệp các Hội Khoa học và Kỹ thuật tỉnh', 0]];

export const state: readonly Row[] = [
  ['Văn phòng Ủy ban nhân dân tỉnh', 5],
  ['Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh', 0],
  ['Sở Nội vụ', 5],
  ['Sở Tài chính', 5],
  ['Sở Kế hoạch và Đầu tư', 5],
  ['Sở Công Thương', 5],
  ['Sở Nông nghiệp và Phát triển nông thôn', 12],
  ['Sở Giao thông vận tải', 6],
  ['Sở Xây dựng', 5],
  ['Sở Tài nguyên và Môi trường', 8],
  ['Sở Thông tin và Truyền thông', 3],
  ['Sở Lao động - Thương binh và Xã hội', 8],
  ['Sở Văn hóa, Thể thao và Du lịch', 9],
  ['Sở Khoa học và Công nghệ', 4],
  ['Sở Giáo dục và Đào tạo', 4],
  ['Sở Y tế', 5],
  ['Sở Tư pháp', 4],
  ['Thanh tra tỉnh', 0],
  ['Ban Quản lý các khu công nghiệp tỉnh', 0],
  ['Cục Thuế tỉnh', 9],
  ['Cục Thống kê tỉnh', 0],
  ['Chi cục Hải quan', 0],
  ['Kho bạc Nhà nước tỉnh', 4],
  ['Bảo hiểm xã hội tỉnh', 5],
  ['Tòa án nhân dân tỉnh', 4],
  ['Viện Kiểm sát nhân dân tỉnh', 5],
  ['Cục Thi hành án dân sự tỉnh', 0],
  ['Cục Quản lý thị trường tỉnh', 5],
  ['Ngân hàng Nhà nước chi nhánh tỉnh', 0],
  ['Cục Dự trữ Nhà nước khu vực', 4],
];

export const institutions: readonly (readonly [place: string, cells: number, profile: ProfileName])[] = [
  ['Bệnh viện Đa khoa tỉnh', 10, 'clinic'],
  ['Bệnh viện Phụ sản', 6, 'clinic'],
  ['Bệnh viện Nhi', 5, 'clinic'],
  ['Bệnh viện Mắt', 0, 'clinic'],
  ['Bệnh viện Y học cổ truyền', 4, 'clinic'],
  ['Bệnh viện Tâm thần', 3, 'clinic'],
  ['Bệnh viện Phổi', 4, 'clinic'],
  ['Bệnh viện Nội tiết', 0, 'clinic'],
  ['Bệnh viện Phục hồi chức năng', 0, 'clinic'],
  ['Trung tâm Kiểm soát bệnh tật tỉnh', 5, 'clinic'],
  ['Trung tâm Giám định y khoa', 0, 'clinic'],
  ['Trung tâm Kiểm nghiệm thuốc', 0, 'clinic'],
  ['Trường Đại học Điều dưỡng', 9, 'university'],
  ['Trường Đại học Sư phạm Kỹ thuật', 9, 'university'],
  ['Trường Cao đẳng Sư phạm', 5, 'school'],
  ['Trường Cao đẳng Kinh tế và Công nghệ', 5, 'school'],
  ['Trường Cao đẳng Công nghiệp', 5, 'school'],
  ['Trường Cao đẳng Xây dựng', 4, 'school'],
  ['Trường Cao đẳng Văn hóa, Nghệ thuật và Du lịch', 3, 'school'],
  ['Trường Chính trị tỉnh', 3, 'school'],
  ['Trường THPT chuyên của tỉnh', 4, 'school'],
  ['Trường THPT Sông Đào', 3, 'school'],
  ['Trường THPT Cửa Nam', 0, 'school'],
  ['Trường THPT Vị Hoàng', 0, 'school'],
  ['Trung tâm Giáo dục thường xuyên tỉnh', 0, 'school'],
  ['Báo Nam Định', 0, 'stateOffice'],
  ['Đài Phát thanh và Truyền hình tỉnh', 4, 'stateOffice'],
  ['Bảo tàng tỉnh', 0, 'stateOffice'],
  ['Thư viện tỉnh', 0, 'stateOffice'],
  ['Nhà hát Nghệ thuật truyền thống tỉnh', 0, 'stateOffice'],
  ['Trung tâm Huấn luyện và Thi đấu thể thao', 0, 'stateOffice'],
];

export const privateSchools: readonly Row[] = [
  ['Trường Đại học dân lập Thành Nam', 3],
  ['Trường THPT dân lập Tức Mạc', 0],
];

/** Enterprises with capital of the State. */
export const stateEnterprises: readonly Row[] = [
  ['Công ty Điện lực tỉnh', 8],
  ['Bưu điện tỉnh', 5],
  ['Viễn thông tỉnh', 6],
  ['Ngân hàng Nông nghiệp và Phát triển nông thôn chi nhánh tỉnh', 7],
  ['Ngân hàng Chính sách xã hội chi nhánh tỉnh', 3],
  ['Ngân hàng Đầu tư và Phát triển chi nhánh tỉnh', 4],
  ['Ngân hàng Công thương chi nhánh tỉnh', 4],
  ['Ngân hàng Ngoại thương chi nhánh tỉnh', 3],
  ['Công ty Quản lý khai thác công trình thủy lợi Sông Đào', 4],
  ['Công ty Xổ số kiến thiết tỉnh', 0],
  ['Xí nghiệp In tỉnh', 0],
  ['Công ty Môi trường đô thị', 4],
  ['Công ty Cấp nước tỉnh', 4],
  ['Công ty Quản lý đường bộ tỉnh', 3],
];

/** Of made-up companies: what they do, and after what they are called. */
export const trades = [
  'May',
  'Dệt',
  'Cơ khí',
  'Xây dựng',
  'Dược phẩm',
  'Vận tải ô tô',
  'Vật liệu xây dựng',
  'Chế biến thực phẩm',
  'Thương mại tổng hợp',
  'Đúc',
  'Bao bì',
  'Thủy sản xuất khẩu',
  'Giày da',
];
export const places = ['Sông Đào', 'Vị Hoàng', 'Non Nước', 'Cửa Bắc', 'Thành Nam', 'Đông Mạc', 'Mỹ Phúc'];

/** Founded after the two old blocs had become one; the first two in industrial zones (seed 001). */
export const newcomers: readonly (readonly [place: string, type: string, founded: string, zone?: string])[] = [
  ['Công ty TNHH Dệt nhuộm Hòa Xá Mới', 'enterprise-foreign-100', '2021-03-15', 'industrial'],
  ['Công ty TNHH Linh kiện Bảo Minh Mới', 'enterprise-foreign', '2022-05-16', 'industrial'],
  ['Công ty cổ phần May Ninh Cường Mới', 'enterprise-joint-stock', '2020-11-16'],
  ['Công ty cổ phần Dịch vụ Đại Hoàng', 'enterprise-joint-stock', '2021-09-15'],
  ['Trung tâm Phục vụ hành chính công tỉnh', 'public-service-unit', '2022-02-15'],
  ['Công ty TNHH Phần mềm Thiên Phú', 'enterprise-limited', '2022-11-15'],
];

/** Days on which seven small organisations of enterprises were dissolved (seed 001). */
export const dissolutions = [
  '2020-10-15',
  '2021-04-15',
  '2021-06-15',
  '2021-11-15',
  '2022-04-15',
  '2022-10-17',
  '2023-03-15',
];
