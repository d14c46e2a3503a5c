import { digits, partly, text } from '#/exchange/tables/cell-types.ts';
import { activity } from './activity.ts';
import {
  address,
  admittedOn,
  born,
  card,
  citizenId,
  listed,
  name,
  officialOn,
  ofPerson,
  oldIdentityNumber,
  said,
} from './fields.ts';
import type { Field, LayoutColumn, NationalLayout } from './layout.ts';

type Described = Omit<LayoutColumn, 'no' | 'confidence'>;

const one = (heading: string, width: number, field: Field, more: Partial<Described> = {}): Described => ({
  heading,
  width,
  fields: [field],
  ...more,
});

/** An address: country, province, and what lies below it in one text, the commune last. */
function addressColumns(of: string, group: string): Described[] {
  return [
    one('Quốc gia *', 12, address(of, 'country'), { group }),
    one('Tỉnh *', 18, address(of, 'province'), { group }),
    {
      group,
      heading: 'Địa chỉ chi tiết *',
      width: 30,
      fields: [address(of, 'detail'), address(of, 'commune')],
      between: 'commas',
      target: `person.${of}.detail`,
    },
  ];
}

/** A column that only helps to fill another: the commune and what lies below it, each by itself. */
const helper = (heading: string, of: string, part: string): Described =>
  one(heading, 18, address(of, part), { target: `helper.${of}.${part}` });

const columns: Described[] = [
  { heading: 'STT', width: 6, fields: [], isOrdinal: true },
  one('ID', 12, card('national-id', 'number')),
  one('Họ và tên *', 26, name),
  one('Tên gọi khác', 16, ofPerson('otherName', text)),
  one('Giới tính *', 8, listed('sex')),
  one('Sinh ngày * (dd/mm/yyyy)', 12, born),
  one('Dân tộc *', 12, listed('ethnicity')),
  one('Tôn giáo *', 12, listed('religion')),
  one('Số định danh cá nhân *', 16, citizenId),
  one('Số thẻ Đảng* (12 số theo HD38-HD/BTCTW)', 16, card('card-12', 'number', digits([12], false))),
  one('Nơi cấp thẻ Đảng', 20, card('card-12', 'issuedAt')),
  one('Ngày cấp thẻ Đảng (dd/mm/yyyy)', 12, card('card-12', 'issuedOn', partly)),
  one('Số thẻ theo Đảng quyết định 85', 14, card('decision-85', 'number')),
  one('Tổ chức Đảng đang sinh hoạt * (không sửa)', 34, said(['cell'], text), { target: 'cell.name' }),
  ...addressColumns('birthRegistration', 'Nơi đăng ký khai sinh'),
  ...addressColumns('hometown', 'Quê quán (theo mô hình 2 cấp)'),
  ...addressColumns('residence', 'Thường trú (theo mô hình 2 cấp)'),
  one('Ngày vào Đảng* (dd/mm/yyyy)', 12, admittedOn),
  one('Ngày vào Đảng chính thức* (dd/mm/yyyy)', 12, officialOn),
  one('Số CMND cũ (nếu có)', 14, oldIdentityNumber),
  one('Trạng thái hoạt động', 20, said(['activity', 'state'], activity)),
  one('Ngày rời khỏi/ Ngày mất/ Ngày miễn sinh hoạt Đảng (dd/mm/yyyy)', 14, said(['activity', 'on'], partly)),
  one(
    'Đề nghị xóa (do đảng viên không thuộc chi bộ)/ (Nếu muốn xóa chọn "có", còn không bỏ qua)',
    14,
    said(['activity', 'deletion'], text),
  ),
  helper('Temp_XaPhuong_KhaiSinh', 'birthRegistration', 'commune'),
  helper('Temp_ThonTo_KhaiSinh', 'birthRegistration', 'detail'),
  helper('Temp_XaPhuong_ThuongTru', 'residence', 'commune'),
  helper('Temp_ThonTo_ThuongTru', 'residence', 'detail'),
];

/**
 * The list of the 2025-26 clean-up of members' data. Columns 1-29 carry the headings of the national list as six versions
 * of one office's tool quote them; 30-33 are that tool's own helpers, and make up its "33 columns". No official annex was
 * seen, so all of it is dated data.
 */
export const cleanUp33: NationalLayout = {
  name: 'clean-up-33',
  title: 'DANH SÁCH RÀ SOÁT, LÀM SẠCH DỮ LIỆU ĐẢNG VIÊN',
  mark: '(Theo Hướng dẫn 38-HD/BTCTW năm 2025)',
  label: { vi: 'Danh sách làm sạch dữ liệu, 33 cột', en: 'Clean-up list, 33 columns' },
  sheet: 'Sheet1',
  versions: [
    {
      from: '2025-01-01',
      instrument: '38-HD/BTCTW (2025)',
      source: 'headings quoted in the code of a public tool that fills the list; its annex was not seen',
      columns: columns.map((column, at) => ({ ...column, no: at + 1, confidence: at < 29 ? 'R' : '?' })),
    },
  ],
  namesCellsInRows: false,
  signatures: [],
};
