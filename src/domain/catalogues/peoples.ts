import type { Catalogue, Entry } from './catalogue.ts';

// In the order of the list of 1979, which is also the order of the rows of Form 4.
const peoples: readonly Entry[] = [
  { code: 'kinh', vi: 'Kinh', en: 'Kinh (Viet)', also: ['Kinh (Việt)', 'Việt'] },
  { code: 'tay', vi: 'Tày', en: 'Tay' },
  { code: 'thai', vi: 'Thái', en: 'Thai' },
  { code: 'hoa', vi: 'Hoa', en: 'Hoa (Chinese)', also: ['Hoa (Hán)', 'Hán'] },
  { code: 'khmer', vi: 'Khơ-me', en: 'Khmer', also: ['Khmer', 'Khơ me'] },
  { code: 'muong', vi: 'Mường', en: 'Muong' },
  { code: 'nung', vi: 'Nùng', en: 'Nung' },
  { code: 'hmong', vi: 'Hmông', en: 'Hmong', also: ['Mông', "H'Mông", 'Hmông (Mèo)', 'Mèo'] },
  { code: 'dao', vi: 'Dao', en: 'Dao' },
  { code: 'gia-rai', vi: 'Gia-rai', en: 'Jarai', also: ['Gia Lai', 'Giơ-rai'] },
  { code: 'ngai', vi: 'Ngái', en: 'Ngai' },
  { code: 'e-de', vi: 'Ê-đê', en: 'Ede' },
  { code: 'ba-na', vi: 'Ba-na', en: 'Bahnar' },
  { code: 'xo-dang', vi: 'Xơ-đăng', en: 'Xo-dang', also: ['Xê-đăng'] },
  { code: 'san-chay', vi: 'Sán Chay', en: 'San Chay', also: ['Sán Chay (Cao Lan - Sán Chỉ)', 'Cao Lan', 'Sán Chỉ'] },
  { code: 'co-ho', vi: 'Cơ-ho', en: 'Co-ho', also: ['Kơ-ho'] },
  { code: 'cham', vi: 'Chăm', en: 'Cham', also: ['Chăm (Chàm)', 'Chàm'] },
  { code: 'san-diu', vi: 'Sán Dìu', en: 'San Diu' },
  { code: 'hre', vi: 'Hrê', en: 'Hre' },
  { code: 'mnong', vi: 'Mnông', en: 'Mnong', also: ["M'nông"] },
  { code: 'ra-glai', vi: 'Ra-glai', en: 'Ra-glai', also: ['Ra-glây'] },
  { code: 'xtieng', vi: 'Xtiêng', en: 'Xtieng', also: ['Stiêng'] },
  { code: 'bru-van-kieu', vi: 'Bru-Vân Kiều', en: 'Bru-Van Kieu', also: ['Bru', 'Vân Kiều'] },
  { code: 'tho', vi: 'Thổ', en: 'Tho' },
  { code: 'giay', vi: 'Giáy', en: 'Giay' },
  { code: 'co-tu', vi: 'Cơ-tu', en: 'Co-tu', also: ['Ca-tu'] },
  { code: 'gie-trieng', vi: 'Gié-Triêng', en: 'Gie-Trieng', also: ['Giẻ-Triêng'] },
  { code: 'ma', vi: 'Mạ', en: 'Ma' },
  { code: 'kho-mu', vi: 'Khơ-mú', en: 'Kho-mu' },
  { code: 'co', vi: 'Co', en: 'Co', also: ['Cor'] },
  { code: 'ta-oi', vi: 'Tà-ôi', en: 'Ta-oi', also: ['Ta-ôi'] },
  { code: 'cho-ro', vi: 'Chơ-ro', en: 'Cho-ro' },
  { code: 'khang', vi: 'Kháng', en: 'Khang' },
  { code: 'xinh-mun', vi: 'Xinh-mun', en: 'Xinh-mun' },
  { code: 'ha-nhi', vi: 'Hà Nhì', en: 'Ha Nhi' },
  { code: 'chu-ru', vi: 'Chu-ru', en: 'Chu-ru' },
  { code: 'lao', vi: 'Lào', en: 'Lao' },
  { code: 'la-chi', vi: 'La Chí', en: 'La Chi', also: ['La Chi'] },
  { code: 'la-ha', vi: 'La Ha', en: 'La Ha' },
  { code: 'phu-la', vi: 'Phù Lá', en: 'Phu La' },
  { code: 'la-hu', vi: 'La Hủ', en: 'La Hu' },
  { code: 'lu', vi: 'Lự', en: 'Lu' },
  { code: 'lo-lo', vi: 'Lô Lô', en: 'Lo Lo' },
  { code: 'chut', vi: 'Chứt', en: 'Chut' },
  { code: 'mang', vi: 'Mảng', en: 'Mang' },
  { code: 'pa-then', vi: 'Pà Thẻn', en: 'Pa Then' },
  { code: 'co-lao', vi: 'Cơ Lao', en: 'Co Lao', also: ['Cờ Lao'] },
  { code: 'cong', vi: 'Cống', en: 'Cong' },
  { code: 'bo-y', vi: 'Bố Y', en: 'Bo Y' },
  { code: 'si-la', vi: 'Si La', en: 'Si La' },
  { code: 'pu-peo', vi: 'Pu Péo', en: 'Pu Peo' },
  { code: 'brau', vi: 'Brâu', en: 'Brau' },
  { code: 'o-du', vi: 'Ơ Đu', en: 'O Du' },
  { code: 'ro-mam', vi: 'Rơ-măm', en: 'Ro-mam' },
];

/**
 * The peoples of Việt Nam (Danh mục các thành phần dân tộc Việt Nam, decision of the General Statistics Office of
 * 2/3/1979; its number is printed 121-TCTK/PPCĐ, and 421 in later texts), with the two further rows of Form 4.
 */
export const ethnicities: Catalogue = {
  name: 'ethnicities',
  vi: 'Dân tộc',
  en: 'peoples',
  source: 'Danh mục các thành phần dân tộc Việt Nam, Tổng cục Thống kê, 2/3/1979; Biểu số 4-BTCTW',
  entries: [
    ...peoples,
    { code: 'other', vi: 'Dân tộc khác', en: 'Other people', also: ['Khác'] },
    { code: 'foreign', vi: 'Quốc tịch gốc nước ngoài', en: 'Of foreign origin', also: ['Người nước ngoài'] },
  ],
};

/** The codes of Forms 2 and 3's row "Dân tộc thiểu số": every people but the Kinh; foreign origin is a row of its own. */
export const ethnicMinorities: readonly string[] = [
  ...peoples.map(({ code }) => code).filter((code) => code !== 'kinh'),
  'other',
];

const minorities = new Set(ethnicMinorities);

/** Whether the people is a minority in Việt Nam; an unknown one is not counted as one. */
export function isEthnicMinority(code: string | null): boolean {
  return code !== null && minorities.has(code);
}
