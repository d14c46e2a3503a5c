import { draw, pick, type Random, type Weighted, weighted } from './random.ts';
import { isReserved } from './reserved-names.ts';

export type Sex = 'male' | 'female';

/** Surnames of the Kinh by frequency (per cent, rounded), and of the other peoples that the demos speak of. */
const kinh = weighted(
  Object.entries({
    Nguyễn: 36,
    Trần: 12,
    Lê: 9,
    Phạm: 8,
    Vũ: 5,
    Hoàng: 4,
    Bùi: 3,
    Đỗ: 3,
    Phan: 2.5,
    Đặng: 2.5,
    Ngô: 1.8,
    Đinh: 1.5,
    Dương: 1.2,
    Mai: 1,
    Đoàn: 1,
    Trịnh: 1,
    Lưu: 0.7,
    Lâm: 0.5,
    Cao: 0.5,
    Đào: 0.8,
    Hà: 0.6,
    Lương: 0.6,
    Tạ: 0.4,
    Chu: 0.4,
    Phùng: 0.5,
    Trương: 0.6,
    Tống: 0.3,
    Nghiêm: 0.2,
    Doãn: 0.2,
    Kiều: 0.2,
    Quách: 0.1,
    Lại: 0.3,
    Triệu: 0.1,
  }),
);

const surnames: Record<string, Weighted<string>> = {
  kinh,
  muong: weighted([
    ['Bùi', 40],
    ['Đinh', 18],
    ['Quách', 12],
    ['Hà', 10],
    ['Bạch', 6],
    ['Nguyễn', 14],
  ]),
  tay: weighted([
    ['Hoàng', 18],
    ['Nông', 18],
    ['Lương', 8],
    ['Hứa', 6],
    ['Ma', 6],
    ['Lý', 8],
    ['Đàm', 6],
    ['Vi', 6],
    ['Triệu', 8],
    ['Nguyễn', 16],
  ]),
  nung: weighted([
    ['Nông', 22],
    ['Hoàng', 20],
    ['Lý', 12],
    ['Vi', 12],
    ['Lương', 10],
    ['Triệu', 8],
    ['Lành', 3],
    ['Mã', 4],
  ]),
  thai: weighted([
    ['Lò', 30],
    ['Cầm', 12],
    ['Quàng', 14],
    ['Lường', 12],
    ['Vi', 14],
    ['Hà', 10],
    ['Lô', 8],
  ]),
  dao: weighted([
    ['Triệu', 34],
    ['Bàn', 20],
    ['Đặng', 18],
    ['Phùng', 10],
    ['Lý', 12],
    ['Chảo', 6],
  ]),
};

interface GivenNames {
  middles: readonly string[];
  givens: readonly string[];
}

const words = (text: string): string[] => text.split(' ');

/** Fashion by the decade of birth, from the first entry whose year is not later. Made of common words: whoever bears such a name is not meant. */
const male: readonly [number, GivenNames][] = [
  [
    1900,
    {
      middles: words('Văn Văn Văn Đình Xuân Ngọc Hữu Bá Trọng Công'),
      givens: words(
        'Bính Khoát Nhương Thược Toán Hợi Mão Dần Thìn Tuất Kiểm Ruật Khiết Đễ Thuật Bào Lượng Nghị Vinh Phiên Oánh Khang Cẩn Tưởng Điều',
      ),
    },
  ],
  [
    1950,
    {
      middles: words('Văn Văn Văn Xuân Đình Ngọc Hồng Quang Hữu Thanh'),
      givens: words(
        'Hùng Chiến Thắng Hải Bình Sơn Hòa Thành Quyền Tiến Đông Vượng Khải Thịnh Chương Lực Nhân Điển Tuyến Dương Định Lợi Hợp Viện Cương',
      ),
    },
  ],
  [
    1970,
    {
      middles: words('Văn Văn Mạnh Đức Anh Quốc Xuân Thanh Trung Ngọc'),
      givens: words(
        'Tuấn Cường Hưng Tùng Long Nam Việt Trung Hiếu Dũng Thái Kiên Toàn Quân Đạt Hoàn Thế Tân Lập Trường Vũ Khoa Phong Bắc Tú',
      ),
    },
  ],
  [
    1985,
    {
      middles: words('Văn Đức Minh Quang Tuấn Anh Duy Hoàng Việt Ngọc Thành'),
      givens: words(
        'Anh Tuấn Đạt Hiệp Huy Linh Hoàng Nam Thắng Tùng Sơn Mạnh Đức Phương Hiếu Quý Trung Lâm Công Giang Đoàn Nhật Biên',
      ),
    },
  ],
  [
    1997,
    {
      middles: words('Đức Minh Gia Quốc Hoàng Tuấn Anh Duy Nhật Hải Khánh'),
      givens: words(
        'Huy Khánh Đạt Bảo Minh Nam Long Hiếu Phong Dương Kiệt Đăng Khôi Việt Nguyên Thiện Bách Thịnh Khải Quân',
      ),
    },
  ],
];

const female: readonly [number, GivenNames][] = [
  [
    1900,
    {
      middles: ['Thị'],
      givens: words(
        'Mùi Nhàn Tỵ Sen Cúc Thơm Mận Đào Chín Nụ Lụa Hợi Sửu Ngát Thoa Dậu Nhài Tuyết Chắt Nhẫn Lan Hiền Thìn Vân',
      ),
    },
  ],
  [
    1950,
    {
      middles: words('Thị Thị Thị Kim Thanh Thị'),
      givens: words(
        'Hoa Hồng Nga Liên Loan Thủy Thoan Minh Oanh Phượng Thắm Lý Tâm Xuyến Nhung Hòa Yến Vinh Bích Tuyên Lành Dung Quế',
      ),
    },
  ],
  [
    1970,
    {
      middles: words('Thị Thị Thị Thu Thanh Minh Bích'),
      givens: words(
        'Hương Hằng Hạnh Hiền Lan Thảo Huyền Thúy Hoài Giang Dịu Mến Huệ Ngọc Nguyệt Oanh Thơ Hà Phương Thư Nhạn Duyên',
      ),
    },
  ],
  [
    1985,
    {
      middles: words('Thị Thị Thu Thùy Hồng Ngọc Phương Thị'),
      givens: words(
        'Trang Linh Huyền Ngọc Phương Thảo Nhung Hà Anh Yến Quỳnh Hường Ánh Vân Ngoan Liễu Tươi Thương Trinh Diệp Chi',
      ),
    },
  ],
  [
    1997,
    {
      middles: words('Thị Ngọc Phương Khánh Thùy Minh Hà Thảo Quỳnh Thu'),
      givens: words('Linh Anh Chi Vy Trang Ngân Nhi My Hân Trâm Châu Giang Uyên Ly Hà Vân Thảo Quyên Tiên An'),
    },
  ],
];

/** Minority given names follow the Kinh fashion with a few of their own. */
const highlandMiddles: Record<Sex, readonly string[]> = {
  male: words('Văn Văn A Đức Thanh'),
  female: words('Thị Thị Thị Kim'),
};

function fashion(table: readonly [number, GivenNames][], year: number): GivenNames {
  let i = table.length - 1;
  while (i > 0 && (table[i] as [number, GivenNames])[0] > year) i -= 1;
  return (table[i] as [number, GivenNames])[1];
}

/** A name somebody of that sex, year of birth and people could bear; never one of a known person. */
export function makeName(r: Random, sex: Sex, birthYear: number, ethnicity: string): string {
  const { middles, givens } = fashion(sex === 'male' ? male : female, birthYear);
  const ownMiddles = ethnicity === 'kinh' ? middles : highlandMiddles[sex];
  for (;;) {
    const surname = draw(r, surnames[ethnicity] ?? kinh);
    const middle = pick(r, ownMiddles);
    const given = pick(r, givens);
    if (middle === given || surname === given) continue;
    // From the seventies on, one woman in five has two middle names.
    const double = sex === 'female' && birthYear >= 1970 && middle !== 'Thị' && r() < 0.4;
    const name = double ? `${surname} Thị ${middle} ${given}` : `${surname} ${middle} ${given}`;
    if (!isReserved(name)) return name;
  }
}
