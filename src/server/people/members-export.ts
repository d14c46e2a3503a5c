import { type Looker, logAccess } from '#/kernel/access/access-log.ts';
import type { ListToWrite } from '#/platform/files/exports.ts';
import type { Workplace } from '../workplace.ts';
import { checkFilters } from './check-filters.ts';
import { exportList, type ListAsked } from './export-list.ts';
import { headingsOf } from './export-rows.ts';
import { figureList } from './figure-list.ts';
import { placeOf } from './question.ts';

const names = { vi: { sheet: 'Đảng viên', file: 'dang-vien' }, en: { sheet: 'Members', file: 'members' } };

/** The filtered list of members, to be written as Excel. What cannot be asked is told at once, and not in the background. */
export async function membersToWrite(installation: Workplace, asked: ListAsked, by: Looker): Promise<ListToWrite> {
  const { language } = asked;
  checkFilters(asked.question);
  if (asked.question.figure !== undefined) figureList(installation, asked.question);
  const { room, on } = await placeOf(installation, asked.question);
  return {
    name: `${names[language].file}-${asked.question.unit ?? room.tenant.code}-${on}.xlsx`,
    sheet: names[language].sheet,
    columns: headingsOf(asked.columns, language),
    read: (begin, write) =>
      exportList(
        installation,
        by.actor,
        asked,
        async (total) => {
          begin(total);
          await note(installation, asked, by, total);
        },
        write,
      ),
  };
}

/** Names leave the register, though nothing sensitive does: what was asked is kept, but no words that were searched. */
async function note(installation: Workplace, asked: ListAsked, by: Looker, total: number): Promise<void> {
  const { room, unitId, scope } = await placeOf(installation, asked.question);
  const { q, ...filters } = asked.question;
  await logAccess(
    room,
    { ...by, scope },
    {
      action: 'list.exported',
      detail: { filters, hasWords: q !== undefined, columns: asked.columns, format: 'xlsx' },
      unitId,
      reason: 'Xuất danh sách đảng viên, không có giá trị mật',
      persons: [],
      personCount: total,
    },
  );
}
