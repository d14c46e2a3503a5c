import { always, cells, count, DISTRICTS_ENDED, type Form, type FormRow, noted } from './form.ts';

type Args = Record<string, string>;

function row(
  name: string,
  mark: string,
  level: number,
  label: string,
  units: Args | null,
  members: Args | null,
): FormRow {
  return cells({ row: name, mark, level }, label, {
    ...(units === null ? {} : { collectives: count('units-to-review', units) }),
    ...(members === null ? {} : { members: count('members-to-review', members) }),
  });
}

const because = (
  reason: string,
  mark: string,
  level: number,
  label: string,
  whose: 'both' | 'units' | 'members',
): FormRow => {
  const args = { state: reason };
  return row(`3.${reason}`, mark, level, label, whose === 'members' ? null : args, whose === 'units' ? null : args);
};

const suggested = (by: string, label: string): FormRow => row(`4.${by}`, '-', 1, label, { by }, { by });

const reasons: FormRow[] = [
  because('newly-established', '3.1', 1, 'Tập thể thành lập mới', 'units'),
  cells({ row: '3.2', mark: '3.2', level: 1 }, 'Đảng viên chưa kiểm điểm'),
  because('admitted-under-6-months', '-', 2, 'Mới kết nạp dưới 6 tháng', 'members'),
  because('exempt', '-', 2, 'Được miễn công tác và sinh hoạt', 'members'),
  because('suspended', '-', 2, 'Bị đình chỉ sinh hoạt', 'members'),
  noted(row('3.suspended-collective', '', 1, 'Tập thể bị đình chỉ hoạt động', { state: 'suspended' }, null)),
  noted(because('own-system', '', 1, 'Kiểm điểm theo hệ thống riêng (quân đội, công an)', 'both')),
  noted(because('other', '', 1, 'Lý do khác', 'both')),
  noted(because('untold', '', 1, 'Chưa ghi việc kiểm điểm', 'both')),
];

/** Biểu số 6F-BTCTW (11-HD/BTCTW, 13/12/2021). */
export const form6f: Form = {
  name: 'form-6f',
  number: 'Biểu số 6F-BTCTW',
  title: { vi: 'Kết quả kiểm điểm tự phê bình và phê bình', en: 'Reviews held' },
  definition: {
    vi: 'Của năm có ngày 31/12 nằm trong kỳ, dù kiểm điểm trước hay sau ngày đó: tổ chức đảng mọi cấp trong đơn vị (cột Tập thể) và đảng viên trong danh sách ngày 31/12. Chưa ghi việc kiểm điểm thì tính là chưa kiểm điểm và nêu riêng.',
    en: 'Of the year whose 31 December lies in the period, whenever the review was held: organisations of every level in the unit, and members of that day. Where nothing was recorded the review counts as not held, and is told apart.',
  },
  columns: [
    { key: 'collectives', label: always('Tập thể') },
    { key: 'members', label: always('Đảng viên') },
  ],
  rows: [
    row('1', '1', 0, 'Số phải kiểm điểm', {}, {}),
    row('2', '2', 0, 'Số đã kiểm điểm', { state: 'held' }, { state: 'held' }),
    row('3', '3', 0, 'Số chưa kiểm điểm', { state: 'not-held' }, { state: 'not-held' }),
    ...reasons,
    row('4', '4', 0, 'Số được gợi ý kiểm điểm', { by: 'any' }, { by: 'any' }),
    suggested('province', 'Thuộc diện ban thường vụ cấp ủy tỉnh quản lý'),
    { ...suggested('district', 'Thuộc diện ban thường vụ cấp ủy huyện quản lý'), until: DISTRICTS_ENDED },
    { ...suggested('commune', 'Thuộc diện ban thường vụ cấp ủy xã quản lý'), since: DISTRICTS_ENDED },
    suggested('grassroots', 'Thuộc diện đảng ủy cơ sở quản lý'),
  ],
  sums: [
    { whole: '1', parts: ['2', '3'] },
    { whole: '3', parts: reasons.map((one) => one.row) },
    { whole: '4', parts: ['4.province', '4.district', '4.commune', '4.grassroots'] },
  ],
  lacks: ({ from, to }) =>
    from.slice(0, 4) < to.slice(0, 4) || to.endsWith('-12-31')
      ? null
      : {
          vi: 'Kiểm điểm tính theo năm, trên số hiện có ngày 31/12; kỳ này không có ngày 31/12.',
          en: 'Reviews are counted by the year, over those existing on 31 December; there is none in this period.',
        },
};
