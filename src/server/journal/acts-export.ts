import { type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import { type Looker, logAccess } from '#/kernel/access/access-log.ts';
import type { exportActs } from '#/kernel/journal/list-contract.ts';
import type { Register } from '#/kernel/register.ts';
import { today } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { type Cell, mostRows } from '#/platform/documents/table.ts';
import { Problem } from '#/platform/errors.ts';
import type { ListToWrite } from '#/platform/files/exports.ts';
import type { Workplace } from '../workplace.ts';
import { actColumns } from './act-columns.ts';
import { actRows } from './act-rows.ts';
import { conditionsOf } from './find-acts.ts';
import { fromActs, inOrder, plain } from './list-acts.ts';
import { type JournalPart, journalPart, readJournal } from './read-journal.ts';

type Asked = z.output<typeof exportActs.input>;

const atOnce = 500;
const names = { vi: { sheet: 'Nhật ký', file: 'nhat-ky' }, en: { sheet: 'Journal', file: 'journal' } };

/** The filtered journal, to be written as Excel. What cannot be asked is told at once, and not in the background. */
export async function actsToWrite(
  installation: Workplace,
  asked: Asked,
  by: Looker,
  most = mostRows - 1,
): Promise<ListToWrite> {
  const { language } = asked;
  const part = await journalPart(installation, by.actor, asked);
  await readJournal(part, (tx, path) => mustFit(tx, asked, path, most));
  return {
    name: `${names[language].file}-${asked.unit ?? part.room.tenant.code}-${today(installation.clock)}.xlsx`,
    sheet: names[language].sheet,
    columns: actColumns.map(({ heading, ...column }) => ({ ...column, heading: heading[language] })),
    read: (begin, write) =>
      readJournal(part, async (tx, path) => {
        const { conditions } = await conditionsOf(tx, asked, path);
        const { acts, persons } = await counted(tx, conditions);
        await note(part, asked, by, persons);
        begin(acts);
        await sql`declare listed no scroll cursor for ${inOrder(asked.order, conditions)}`.execute(tx.db);
        await write(rowsOf(tx, part.register, language));
      }),
  };
}

async function* rowsOf(tx: Tx, register: Register, language: Asked['language']): AsyncGenerator<Cell[]> {
  for (;;) {
    const { rows } = await plain(tx, sql`fetch ${sql.lit(atOnce)} from listed`);
    if (rows.length === 0) return;
    for (const act of await actRows(tx, register, rows)) yield actColumns.map(({ cell }) => cell(act, language));
  }
}

async function counted({ db }: Tx, conditions: readonly RawBuilder<unknown>[]) {
  const { rows } = await sql<{ acts: number; persons: number }>`
    with asked as materialized (select a.id ${fromActs(conditions)})
    select (select count(*)::int from asked) as acts,
      (select count(distinct s.subject_id)::int from act_subject s join asked on asked.id = s.act_id
       where s.role = 'person') as persons`.execute(db);
  return rows[0] as { acts: number; persons: number };
}

/** A sheet of Excel has so many rows, the headings among them. */
async function mustFit(tx: Tx, asked: Asked, path: string, most: number): Promise<void> {
  const { conditions } = await conditionsOf(tx, asked, path);
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (select ${fromActs(conditions)} limit ${most + 1}) as c`.execute(tx.db);
  if ((rows[0]?.count ?? 0) <= most) return;
  const message = `A sheet holds ${most} acts: narrow the journal by days of recording, or by kind.`;
  const vi = `Một trang tính chỉ chứa được ${most} việc: hãy lọc bớt theo ngày ghi hoặc loại việc.`;
  throw new Problem('export.too-many', message, {
    vi,
    fields: [{ field: 'recordedFrom', code: 'export.too-many', message, vi }],
  });
}

/** Names leave the register, though nothing sensitive does: what was asked is kept, but no words that were searched. */
async function note(
  { room, context, unitId }: JournalPart,
  asked: Asked,
  by: Looker,
  personCount: number,
): Promise<void> {
  const { paper, ...filters } = asked;
  await logAccess(
    room,
    { ...context, ...by },
    {
      action: 'list.exported',
      detail: { list: 'journal', filters, hasWords: paper !== undefined, format: 'xlsx' },
      unitId,
      reason: 'Xuất nhật ký, không có giá trị mật',
      persons: [],
      personCount,
    },
  );
}
