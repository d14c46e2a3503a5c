import { plain } from '../prose.ts';
import { section } from '../section.ts';

/** 5. Restricted work that a register of acts does not hold: said in one sentence, never made up. */
export const protection = section({
  title: 'Công tác bảo vệ chính trị nội bộ',
  asks: () => ({}),
  write: () => [
    plain(
      'Công tác bảo vệ chính trị nội bộ không được ghi trong sổ này nên không có số liệu; báo cáo riêng theo chế độ quy định.',
    ),
  ],
});

/** 6. */
export const policy = section({
  title: 'Công tác chính sách cán bộ',
  asks: () => ({}),
  write: () => [
    plain('Việc thực hiện chế độ, chính sách đối với cán bộ không được ghi trong sổ này nên không có số liệu.'),
  ],
});
