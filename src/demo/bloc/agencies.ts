/** A place with the number of cells under it; 0: a cell of its own. */
export type Row = readonly [place: string, cells: number];

/** The party's offices, the Front and the mass organisations of a province: the same in every one. */
export const partyAgencies: readonly Row[] = [
  ['Văn phòng Tỉnh ủy', 4],
  ['Ban Tổ chức Tỉnh ủy', 0],
  ['Ban Tuyên giáo Tỉnh ủy', 0],
  ['Ban Dân vận Tỉnh ủy', 0],
  ['Ban Nội chính Tỉnh ủy', 0],
  ['Cơ quan Ủy ban Kiểm tra Tỉnh ủy', 0],
  ['Cơ quan Đảng ủy Khối', 0],
  ['Cơ quan Ủy ban MTTQ tỉnh', 0],
  ['Liên đoàn Lao động tỉnh', 0],
  ['Hội Nông dân tỉnh', 0],
  ['Hội Liên hiệp Phụ nữ tỉnh', 0],
  ['Hội Cựu chiến binh tỉnh', 0],
  ['Tỉnh đoàn', 0],
  ['Hội Chữ thập đỏ tỉnh', 0],
  ['Hội Văn học Nghệ thuật tỉnh', 0],
  ['Liên minh Hợp tác xã tỉnh', 0],
];
