import { sql } from 'kysely';
import type { MemberColumn, MemberQuestion, MemberSort } from '#/domain/members/list-contract.ts';
import type { Cell } from '#/platform/documents/table.ts';
import type { Workplace } from '../workplace.ts';
import { tellMembers } from './details.ts';
import { exportColumns, type Language } from './export-rows.ts';
import { orderOf } from './order.ts';
import { countMembers, gathered, type Listed, selected } from './page.ts';
import { readMembers, type Telling } from './question.ts';

export interface ListAsked {
  question: MemberQuestion;
  columns: readonly MemberColumn[];
  sort: MemberSort;
  language: Language;
}

const atOnce = 1_000;

/**
 * The whole list in order, in one snapshot, a piece at a time: `begin` is told how many there are before the first row,
 * and `write` gets the rows as they come.
 */
export async function exportList(
  installation: Workplace,
  actor: string,
  { question, columns, sort, language }: ListAsked,
  begin: (total: number) => Promise<void>,
  write: (rows: AsyncGenerator<Cell[]>) => Promise<void>,
): Promise<void> {
  await readMembers(
    installation,
    actor,
    question,
    async (reading) => {
      await begin(await countMembers(reading));
      const order = orderOf(sort, undefined);
      const { db } = reading.facts;
      await sql`declare listed no scroll cursor for ${selected(gathered(reading, order, null), order)}`.execute(db);
      // The first piece makes the database put all in order, under the scope in which a figure is counted.
      return (await sql<Listed>`fetch ${sql.lit(atOnce)} from listed`.execute(db)).rows;
    },
    (first, telling) => write(rowsOf(first, telling, { columns, language })),
  );
}

async function* rowsOf(
  first: Listed[],
  telling: Telling,
  { columns, language }: Pick<ListAsked, 'columns' | 'language'>,
): AsyncGenerator<Cell[]> {
  const asked = new Set(columns);
  for (let piece = first; piece.length > 0; ) {
    for (const row of await tellMembers(telling, piece, asked))
      yield columns.map((one) => exportColumns[one].cell(row, language));
    piece = (await sql<Listed>`fetch ${sql.lit(atOnce)} from listed`.execute(telling.tx.db)).rows;
  }
}
