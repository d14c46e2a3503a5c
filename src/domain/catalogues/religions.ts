import type { Catalogue } from './catalogue.ts';

const others = [
  { code: 'bahai', vi: "Tôn giáo Baha'i", en: 'Bahá’í Faith', also: ["Đạo Baha'i", 'Ba Hai', 'Bahai'] },
  { code: 'tinh-do-cu-si', vi: 'Tịnh độ Cư sĩ Phật hội Việt Nam', en: 'Pure Land Buddhist Association' },
  { code: 'adventism', vi: 'Cơ đốc Phục lâm', en: 'Seventh-day Adventism' },
  {
    code: 'tu-an-hieu-nghia',
    vi: 'Phật giáo Tứ Ân Hiếu Nghĩa',
    en: 'Four Debts of Gratitude Buddhism',
    also: ['Tứ Ân Hiếu Nghĩa', 'Đạo Tứ Ân Hiếu Nghĩa'],
  },
  { code: 'minh-su', vi: 'Minh Sư đạo', en: 'Minh Su Dao' },
  {
    code: 'minh-ly',
    vi: 'Minh Lý đạo - Tam Tông Miếu',
    en: 'Minh Ly Dao',
    also: ['Minh Lý đạo'],
  },
  { code: 'brahmanism', vi: 'Bà-la-môn', en: 'Cham Brahmanism' },
  { code: 'mormonism', vi: 'Mặc Môn', en: 'Church of Jesus Christ of Latter-day Saints' },
  { code: 'ta-lon', vi: 'Phật giáo Hiếu Nghĩa Tà Lơn', en: 'Ta Lon Filial Piety Buddhism' },
  { code: 'buu-son-ky-huong', vi: 'Bửu Sơn Kỳ Hương', en: 'Buu Son Ky Huong' },
  { code: 'other', vi: 'Đạo khác', en: 'Other', also: ['Tôn giáo khác', 'Khác'] },
];

/** The religions that Form 4 has a row for; all others stand in its last row, "Đạo khác". */
export const religions: Catalogue = {
  name: 'religions',
  vi: 'Tôn giáo',
  en: 'religions',
  source: 'Biểu số 4-BTCTW; the 16 religions with recognised organisations (6955/BNV-TGCP, 28/12/2020)',
  entries: [
    { code: 'none', vi: 'Không', en: 'None', also: ['Không theo tôn giáo', 'Không có'] },
    { code: 'buddhism', vi: 'Phật giáo', en: 'Buddhism', also: ['Đạo Phật', 'Phật'] },
    { code: 'catholicism', vi: 'Công giáo', en: 'Catholicism', also: ['Thiên Chúa giáo', 'Thiên Chúa'] },
    { code: 'hoa-hao', vi: 'Phật giáo Hòa Hảo', en: 'Hoa Hao Buddhism', also: ['Hòa Hảo', 'Phật giáo Hoà Hảo'] },
    { code: 'caodaism', vi: 'Cao Đài', en: 'Caodaism', also: ['Đạo Cao Đài'] },
    { code: 'protestantism', vi: 'Tin Lành', en: 'Protestantism', also: ['Đạo Tin Lành'] },
    { code: 'islam', vi: 'Hồi giáo', en: 'Islam', also: ['Đạo Hồi'] },
    ...others.map((entry) => (entry.code === 'other' ? entry : { ...entry, within: 'other' })),
  ],
};

/** Form 3's row "Người theo tôn giáo"; somebody of whom nothing is known is not counted. */
export function followsReligion(code: string | null): boolean {
  return code !== null && code !== 'none';
}
