/** An address in the two-level model of 2025; a district of before stands in the detail. Every part is kept as written. */
export interface Address {
  country?: string;
  province?: string;
  commune?: string;
  detail?: string;
}

const heads = {
  country: /^(việt nam|viet nam|vn)$/iu,
  province: /^(tỉnh|tinh|t\.)(?=\s|$)/iu,
  city: /^(thành phố|thanh pho|tp\.?)(?=\s|$)\s*/iu,
  district: /^(huyện|quận|thị xã|thành phố|huyen|quan|thi xa|thanh pho|h\.|q\.|tx\.?|tp\.?)(?=\s|\d|$)/iu,
  commune: /^(xã|phường|thị trấn|đặc khu|xa|phuong|thi tran|x\.|p\.|tt\.?)(?=\s|\d|$)/iu,
};

/** Provinces and cities, before 1 July 2025 (63) and since (34 of them): the last part of an address without "tỉnh". */
const provinces = new Set(
  `An Giang;Bà Rịa - Vũng Tàu;Bạc Liêu;Bắc Giang;Bắc Kạn;Bắc Ninh;Bến Tre;Bình Dương;Bình Định;Bình Phước;Bình Thuận;Cà Mau;
Cao Bằng;Cần Thơ;Đà Nẵng;Đắk Lắk;Đắk Nông;Điện Biên;Đồng Nai;Đồng Tháp;Gia Lai;Hà Giang;Hà Nam;Hà Nội;Hà Tĩnh;Hải Dương;
Hải Phòng;Hậu Giang;Hòa Bình;Hồ Chí Minh;Hưng Yên;Khánh Hòa;Kiên Giang;Kon Tum;Lai Châu;Lạng Sơn;Lào Cai;Lâm Đồng;Long An;
Nam Định;Nghệ An;Ninh Bình;Ninh Thuận;Phú Thọ;Phú Yên;Quảng Bình;Quảng Nam;Quảng Ngãi;Quảng Ninh;Quảng Trị;Sóc Trăng;Sơn La;
Tây Ninh;Thái Bình;Thái Nguyên;Thanh Hóa;Thừa Thiên Huế;Huế;Tiền Giang;Trà Vinh;Tuyên Quang;Vĩnh Long;Vĩnh Phúc;Yên Bái`
    .split(/;\s*/)
    .map(plain),
);

function plain(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
    .normalize('NFC')
    .replaceAll(/[\s-]+/g, ' ')
    .trim();
}

/**
 * "thôn A, xã B, huyện C, tỉnh D" → the province, the commune, and the rest. What is not sure goes into the detail, in
 * the order it was written; nothing of it is dropped, completed or corrected.
 */
export function readAddress(text: string): Address {
  const parts = text
    .split(/[,;\n]/.test(text) ? /\s*[,;\n]\s*/u : /\s+[-–]\s+/u)
    .map((part) => part.trim().replace(/\.$/, ''))
    .filter((part) => part !== '');
  const address: Address = {};
  const taken = new Set<number>();
  const take = (field: 'country' | 'province' | 'commune', at: number) => {
    if (address[field] !== undefined || taken.has(at) || parts[at] === undefined) return;
    address[field] = parts[at];
    taken.add(at);
  };
  const last = () => parts.findLastIndex((_part, at) => !taken.has(at));
  if (parts.length > 1 && heads.country.test(parts[last()] ?? '')) take('country', last());
  // Behind a province only a country can stand: "…, Tỉnh B, Liên bang Nga".
  const before = parts[last() - 1];
  if (
    before !== undefined &&
    isProvince(before) &&
    !isProvince(parts[last()] ?? '') &&
    unmarked(parts, taken).includes(last())
  )
    take('country', last());
  const end = last();
  if (isProvince(parts[end] ?? '')) take('province', end);
  const commune = parts.findLastIndex((part, at) => !taken.has(at) && heads.commune.test(part));
  if (commune !== -1) take('commune', commune);
  // "An Lạc, Hải Hậu, Nam Định": before 2025 three names are commune, district and province.
  else if (address.province !== undefined && unmarked(parts, taken).length === 2 && taken.size === parts.length - 2)
    take('commune', unmarked(parts, taken)[0] as number);
  else if (address.province !== undefined && parts.some((part) => heads.district.test(part))) {
    const district = parts.findIndex((part) => heads.district.test(part));
    if (district === 1 && unmarked(parts.slice(0, 1), new Set()).length === 1) take('commune', 0);
  }
  const rest = parts.filter((_part, at) => !taken.has(at));
  if (rest.length > 0) address.detail = rest.join(', ');
  return address;
}

/** A city of a province is as a district was; the cities under the Government are provinces. */
function isProvince(part: string): boolean {
  const name = plain(part.replace(heads.city, ''));
  if (heads.city.test(part)) return cities.has(name);
  return heads.province.test(part) || provinces.has(name);
}

const cities = new Set(['Hà Nội', 'Hồ Chí Minh', 'HCM', 'Hải Phòng', 'Đà Nẵng', 'Cần Thơ', 'Huế'].map(plain));

/** Parts with no word that says what they are. */
function unmarked(parts: readonly string[], taken: ReadonlySet<number>): number[] {
  return parts.flatMap((part, at) => {
    const isMarked = heads.district.test(part) || heads.commune.test(part) || detail.test(part) || /\d/.test(part);
    return taken.has(at) || isMarked ? [] : [at];
  });
}

const detail =
  /^(thôn|xóm|ấp|bản|buôn|làng|tổ|khu|số|đường|ngõ|ngách|phố|khối|đội|tdp|kdc|kp|thon|xom|ap|to|khu pho)(?=[\s.\d]|$)/iu;
