/** A district of the old province: its communes of the end of 2020, and those of 1/7/2025 with what they came from. */
export interface Places {
  code: string;
  /** "huyện Nho Quan" */
  place: string;
  /** "Huyện ủy", "Thành ủy": who signs, and the letters behind a number. */
  committee: string;
  suffix: string;
  /** Day of the congress of 2020: numbers begin again. */
  congress: string;
  /** Seat of the district first: what stays of its agencies comes under that commune. */
  newCommunes: readonly (readonly [name: string, from: string])[];
}

// Names and mergers after Resolutions 862/NQ-UBTVQH14 (10/1/2020) and 1674/NQ-UBTVQH15 (16/6/2025); the mergers between
// the two are left out, and which old commune went where is simplified. `p:` a ward, `t:` a town; `HL/`: of another district.
export const districts: readonly Places[] = [
  {
    code: 'TPNB',
    place: 'thành phố Ninh Bình',
    committee: 'Thành ủy Ninh Bình',
    suffix: 'ThU',
    congress: '2020-07-28',
    newCommunes: [
      ['p:Hoa Lư', 'p:Đông Thành,p:Tân Thành,p:Vân Giang,p:Phúc Thành,p:Nam Thành,xã Ninh Nhất'],
      [
        'p:Nam Hoa Lư',
        'p:Ninh Phong,p:Ninh Sơn,p:Nam Bình,p:Thanh Bình,xã Ninh Tiến,HL/xã Ninh An,HL/xã Ninh Vân,HL/xã Ninh Hải,HL/xã Ninh Thắng',
      ],
      ['p:Đông Hoa Lư', 'p:Ninh Khánh,p:Bích Đào,xã Ninh Phúc,YK/xã Khánh Phú,YK/xã Khánh An,YK/xã Khánh Hòa'],
    ],
  },
  {
    code: 'TD',
    place: 'thành phố Tam Điệp',
    committee: 'Thành ủy Tam Điệp',
    suffix: 'ThU',
    congress: '2020-07-16',
    newCommunes: [
      ['p:Tam Điệp', 'p:Bắc Sơn,p:Tây Sơn,xã Quang Sơn'],
      ['p:Trung Sơn', 'p:Trung Sơn,p:Nam Sơn,xã Đông Sơn'],
      ['p:Yên Sơn', 'p:Tân Bình,p:Yên Bình,xã Yên Sơn'],
    ],
  },
  {
    code: 'NQ',
    place: 'huyện Nho Quan',
    committee: 'Huyện ủy Nho Quan',
    suffix: 'HU',
    congress: '2020-07-22',
    newCommunes: [
      ['xã Nho Quan', 't:Nho Quan,xã Đồng Phong,xã Yên Quang,xã Lạng Phong'],
      ['xã Gia Lâm', 'xã Gia Lâm,xã Gia Sơn,xã Xích Thổ'],
      ['xã Gia Tường', 'xã Gia Tường,xã Gia Thủy,xã Đức Long,xã Lạc Vân'],
      ['xã Phú Sơn', 'xã Phú Sơn,xã Thạch Bình'],
      ['xã Cúc Phương', 'xã Cúc Phương,xã Văn Phương,xã Văn Phong'],
      ['xã Phú Long', 'xã Phú Long,xã Kỳ Phú'],
      ['xã Thanh Sơn', 'xã Thanh Lạc,xã Thượng Hòa,xã Sơn Thành,xã Văn Phú'],
      ['xã Quỳnh Lưu', 'xã Quỳnh Lưu,xã Phú Lộc,xã Quảng Lạc,xã Sơn Hà,xã Sơn Lai'],
    ],
  },
  {
    code: 'GV',
    place: 'huyện Gia Viễn',
    committee: 'Huyện ủy Gia Viễn',
    suffix: 'HU',
    congress: '2020-08-05',
    newCommunes: [
      ['xã Gia Viễn', 't:Me,xã Gia Vượng,xã Gia Phú,xã Liên Sơn,xã Gia Hòa'],
      ['xã Đại Hoàng', 'xã Gia Phương,xã Gia Thắng,xã Gia Tiến,xã Gia Trung'],
      ['xã Gia Hưng', 'xã Gia Hưng,xã Gia Thanh'],
      ['xã Gia Phong', 'xã Gia Phong,xã Gia Lạc,xã Gia Minh,xã Gia Sinh'],
      ['xã Gia Vân', 'xã Gia Vân,xã Gia Lập,xã Gia Tân'],
      ['xã Gia Trấn', 'xã Gia Trấn,xã Gia Xuân,xã Gia Thịnh'],
    ],
  },
  {
    code: 'HL',
    place: 'huyện Hoa Lư',
    committee: 'Huyện ủy Hoa Lư',
    suffix: 'HU',
    congress: '2020-07-09',
    newCommunes: [
      ['p:Tây Hoa Lư', 't:Thiên Tôn,xã Ninh Mỹ,xã Ninh Khang,xã Ninh Giang,xã Trường Yên,xã Ninh Hòa,xã Ninh Xuân'],
    ],
  },
  {
    code: 'YM',
    place: 'huyện Yên Mô',
    committee: 'Huyện ủy Yên Mô',
    suffix: 'HU',
    congress: '2020-07-30',
    newCommunes: [
      ['xã Yên Mô', 't:Yên Thịnh,xã Khánh Dương,xã Khánh Thịnh,xã Yên Phong'],
      ['xã Yên Từ', 'xã Yên Từ,xã Yên Nhân,xã Yên Hưng'],
      ['xã Yên Mạc', 'xã Yên Mạc,xã Yên Mỹ,xã Yên Lâm'],
      ['xã Đồng Thái', 'xã Yên Đồng,xã Yên Thái,xã Yên Thành'],
      ['p:Yên Thắng', 'xã Yên Thắng,xã Yên Hòa,xã Khánh Thượng,xã Mai Sơn'],
    ],
  },
  {
    code: 'YK',
    place: 'huyện Yên Khánh',
    committee: 'Huyện ủy Yên Khánh',
    suffix: 'HU',
    congress: '2020-08-07',
    newCommunes: [
      ['xã Yên Khánh', 't:Yên Ninh,xã Khánh Cư,xã Khánh Vân,xã Khánh Hải'],
      ['xã Khánh Nhạc', 'xã Khánh Nhạc,xã Khánh Hồng'],
      ['xã Khánh Thiện', 'xã Khánh Thiện,xã Khánh Tiên,xã Khánh Lợi'],
      ['xã Khánh Hội', 'xã Khánh Hội,xã Khánh Mậu,xã Khánh Thủy'],
      ['xã Khánh Trung', 'xã Khánh Trung,xã Khánh Công,xã Khánh Thành,xã Khánh Cường'],
    ],
  },
  {
    code: 'KS',
    place: 'huyện Kim Sơn',
    committee: 'Huyện ủy Kim Sơn',
    suffix: 'HU',
    congress: '2020-08-12',
    newCommunes: [
      ['xã Phát Diệm', 't:Phát Diệm,xã Kim Chính,xã Thượng Kiệm,xã Lưu Phương'],
      ['xã Chất Bình', 'xã Chất Bình,xã Hồi Ninh,xã Xuân Chính'],
      ['xã Kim Sơn', 'xã Kim Định,xã Ân Hòa,xã Hùng Tiến'],
      ['xã Quang Thiện', 'xã Quang Thiện,xã Như Hòa,xã Đồng Hướng'],
      ['xã Lai Thành', 'xã Lai Thành,xã Yên Lộc,xã Tân Thành'],
      ['xã Định Hóa', 'xã Định Hóa,xã Văn Hải,xã Kim Tân'],
      ['xã Bình Minh', 't:Bình Minh,xã Cồn Thoi,xã Kim Mỹ,xã Kim Hải'],
      ['xã Kim Đông', 'xã Kim Đông,xã Kim Trung'],
    ],
  },
];

/** An old commune as written above: of which district, and its name in full ("phường Đông Thành"). */
export function oldCommune(written: string, district: string): { district: string; place: string } {
  const [name = '', other = district] = written.split('/').toReversed();
  return { district: other, place: placeName(name) };
}

export function placeName(short: string): string {
  return short.replace(/^p:/, 'phường ').replace(/^t:/, 'thị trấn ');
}

/** Bodies equal to a district, and who signs for them. */
export const equals = [
  {
    code: 'NBK',
    name: 'Đảng bộ Khối các cơ quan tỉnh Ninh Bình',
    committee: 'Đảng ủy Khối các cơ quan tỉnh Ninh Bình',
    suffix: 'ĐUK',
    congress: '2020-07-02',
  },
  {
    code: 'NBKD',
    name: 'Đảng bộ Khối doanh nghiệp tỉnh Ninh Bình',
    committee: 'Đảng ủy Khối doanh nghiệp tỉnh Ninh Bình',
    suffix: 'ĐUK',
    congress: '2020-07-07',
  },
  {
    code: 'NBQS',
    name: 'Đảng bộ Quân sự tỉnh Ninh Bình',
    committee: 'Đảng ủy Quân sự tỉnh Ninh Bình',
    suffix: 'ĐUQS',
    congress: '2020-08-18',
  },
  {
    code: 'NBCA',
    name: 'Đảng bộ Công an tỉnh Ninh Bình',
    committee: 'Đảng ủy Công an tỉnh Ninh Bình',
    suffix: 'ĐUCA',
    congress: '2020-08-20',
  },
] as const;
