import { catalogues } from '#/domain/catalogues/api.ts';
import { always, cells, count, type Form, type FormRow, noted } from './form.ts';

/** A row of both columns: all members, and those newly admitted (Form 2B). */
function both(row: string, mark: string, level: number, label: string, args: Record<string, string>): FormRow {
  return cells({ row, mark, level }, label, {
    members: count('members-by', args),
    admitted: count('admissions-by', args),
  });
}

const byTrait = (trait: 'ethnicity' | 'religion', code: string, label: string, mark: string): FormRow =>
  both(`${trait}.${code}`, mark, 1, label, { [trait]: code });

const peoples = catalogues.ethnicity.entries.map(({ code, vi }, i) => byTrait('ethnicity', code, vi, String(i + 1)));
const religions = catalogues.religion.entries
  .filter(({ code }) => code !== 'none')
  .map(({ code, vi }, i) => byTrait('religion', code, vi, String(i + 1)));
const noReligion = noted(byTrait('religion', 'none', 'Không theo tôn giáo', ''));
const untoldPeople = noted(byTrait('ethnicity', 'untold', 'Chưa ghi trong hồ sơ dân tộc', ''));
const untoldReligion = noted(byTrait('religion', 'untold', 'Chưa ghi trong hồ sơ tôn giáo', ''));

const names = (rows: readonly FormRow[]) => rows.map(({ row }) => row);

/** Biểu số 4-BTCTW and, of those admitted, 2B (11-HD/BTCTW, 13/12/2021). */
export const form4: Form = {
  name: 'form-4',
  number: 'Biểu số 4-BTCTW',
  title: { vi: 'Thống kê đảng viên theo dân tộc và tôn giáo', en: 'Members by people and religion' },
  definition: {
    vi: 'Cột 2: đảng viên trong danh sách ngày cuối kỳ, theo hồ sơ của ngày đó. Cột 3 (Biểu 2B): đảng viên mới kết nạp trong kỳ, theo hồ sơ của ngày làm lễ. Người gốc nước ngoài nêu riêng, dù hồ sơ ghi dân tộc nào.',
    en: 'Column 2: members on the last day, by their record of that day. Column 3 (Form 2B): those admitted in the period, by their record of the day of the ceremony. Those of foreign origin are told apart, whatever people their record names.',
  },
  columns: [
    { key: 'members', label: always('Tổng số đảng viên') },
    { key: 'admitted', label: always('Đảng viên mới kết nạp') },
  ],
  rows: [
    cells({ row: 'total', mark: '', level: 0 }, 'Tổng số', {
      members: count('members'),
      admitted: count('admissions'),
    }),
    cells({ row: 'A', mark: 'A', level: 0 }, 'Dân tộc'),
    ...peoples,
    untoldPeople,
    both('minority', '', 1, 'Trong đó: dân tộc thiểu số', { minority: 'yes' }),
    both('foreign-origin', '', 1, 'Trong tổng số: người gốc nước ngoài', { foreignOrigin: 'yes' }),
    both('B', 'B', 0, 'Tôn giáo', { religious: 'yes' }),
    ...religions,
    noReligion,
    untoldReligion,
  ],
  sums: [
    { whole: 'total', parts: names([...peoples, untoldPeople]) },
    { whole: 'B', parts: names(religions) },
    { whole: 'total', parts: ['B', ...names([noReligion, untoldReligion])] },
  ],
};
