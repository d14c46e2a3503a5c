import { codeOf, entryOf } from '#/domain/catalogues/api.ts';
import { CellFault, type CellType, listOf } from '#/exchange/tables/cell-types.ts';

/** What the clean-up list calls the activity of a member ("Trạng thái hoạt động"). */
export type Activity = 'active' | 'exempt' | 'exempt-for-a-time' | Gone;

/** How somebody is no longer a member here. */
export type Gone = 'moved' | 'died' | 'left' | 'name-removed' | 'expelled';

// Two of the values were seen in a public tool for the list ("Đang sinh hoạt Đảng", "Đã chuyển sinh hoạt"); the others
// follow from the heading of the day beside it (rời khỏi, mất, miễn sinh hoạt Đảng) and are ours [?].
const activities = listOf(
  {
    active: { vi: 'Đang sinh hoạt Đảng', en: 'active' },
    exempt: { vi: 'Miễn sinh hoạt Đảng', en: 'exempt' },
    'exempt-for-a-time': { vi: 'Tạm miễn sinh hoạt Đảng', en: 'exempt for a time' },
    moved: { vi: 'Đã chuyển sinh hoạt', en: 'moved' },
    died: { vi: 'Đã từ trần', en: 'died' },
    left: { vi: 'Xin ra khỏi Đảng', en: 'left at own request' },
    'name-removed': { vi: 'Xóa tên', en: 'name removed' },
    expelled: { vi: 'Khai trừ', en: 'expelled' },
  },
  {
    active: ['Đang sinh hoạt', 'Đang hoạt động', 'Hoạt động', 'Đang SH', 'Đang công tác'],
    exempt: ['Miễn sinh hoạt', 'Miễn SHĐ', 'Được miễn', 'Miễn công tác và sinh hoạt đảng', 'Đã miễn sinh hoạt'],
    'exempt-for-a-time': ['Tạm miễn', 'Tạm miễn sinh hoạt', 'Miễn có thời hạn', 'Miễn sinh hoạt có thời hạn'],
    moved: ['Chuyển sinh hoạt', 'Đã chuyển', 'Đã chuyển đi', 'Chuyển đi', 'Đã chuyển sinh hoạt Đảng'],
    died: ['Từ trần', 'Đã mất', 'Mất', 'Chết', 'Đã chết', 'Qua đời'],
    left: ['Ra khỏi Đảng', 'Đã ra khỏi Đảng', 'Xin ra', 'Rời khỏi', 'Đã rời khỏi Đảng'],
    'name-removed': ['Đã xóa tên', 'Xoá tên', 'Đã xoá tên'],
    expelled: ['Đã khai trừ', 'Bị khai trừ', 'Khai trừ khỏi Đảng'],
  },
);

export const isGone = (activity: Activity): activity is Gone =>
  activity !== 'active' && activity !== 'exempt' && activity !== 'exempt-for-a-time';

export const activity: CellType<Activity> = {
  read: (cell) => {
    const word = String(cell);
    const code = codeOf(activities, word);
    if (code === null)
      throw new CellFault(
        'cell.activity',
        `holds "${word}"; write one of: ${activities.entries.map(({ vi }) => vi).join(', ')}`,
      );
    return code as Activity;
  },
  show: (code) => entryOf(activities, code)?.vi ?? code,
  form: 'trạng thái hoạt động',
  choices: activities.entries.map(({ vi }) => vi),
};

/** The word for how somebody left, as the register 7-HSĐV has it in its own column. */
export function goneWord(gone: Gone): string {
  return entryOf(activities, gone)?.vi ?? gone;
}
