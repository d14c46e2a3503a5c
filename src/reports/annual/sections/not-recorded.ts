import { plain } from '../prose.ts';
import { section } from '../section.ts';

/** 5. Restricted work that a register of acts does not hold: said in one sentence, never made up. */
export const protection = section({
  title: 'Công tác bảo vệ chính trị nội bộ',
  asks: () => ({}),
  write: () => [plain('Báo cáo riêng theo chế độ quy định; nội dung này không ghi trong sổ nên không có số liệu.')],
});

/** 6. */
export const policy = section({
  title: 'Công tác chính sách cán bộ',
  asks: () => ({}),
  write: () => [plain('Thực hiện theo báo cáo riêng; nội dung này không ghi trong sổ nên không có số liệu.')],
});
