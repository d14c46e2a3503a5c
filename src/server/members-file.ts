import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { sensitiveFieldNames } from '#/domain/members/record-fields.ts';
import { exportNational, logReveal, type Reveal } from '#/exchange/national/export-national.ts';
import { layoutNamed } from '#/exchange/national/layouts.ts';
import { countListed, type ListQuestion } from '#/exchange/national/listed-members.ts';
import { revealFields } from '#/exchange/national/reveal.ts';
import { exportMembers } from '#/exchange/tables/export-members.ts';
import { checkReason, type Looker } from '#/kernel/access/access-log.ts';
import { type Day, today } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { writeCsv } from '#/platform/documents/csv.ts';
import type { Cell } from '#/platform/documents/table.ts';
import { type FramedRow, writeFramed } from '#/platform/documents/xlsx-framed.ts';
import { writeSheet } from '#/platform/documents/xlsx-writer.ts';
import { Problem } from '#/platform/errors.ts';
import { findRoom, findUnit, type Place, scopePath } from './find-unit.ts';
import type { Workplace } from './workplace.ts';

export interface MembersAsked extends Place {
  /** template, or a national layout. */
  layout: string;
  format: 'xlsx' | 'csv';
  unit?: string | undefined;
  on?: Day | undefined;
  goneSince?: Day | undefined;
  /** Sensitive values in plain, for this reason. */
  reason?: string | undefined;
  /** Those of them that may be seen; all unless told. */
  fields?: readonly string[];
}

export interface MembersFile {
  name: string;
  type: string;
  body: Readable;
  /** How many stand on the list. */
  count: number;
}

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const;

/**
 * The members of a unit on a day as a file, read from one snapshot as fast as it is taken. When this returns, nothing has
 * been read of the rows; a reveal is in the access log.
 */
export async function membersFile(installation: Workplace, asked: MembersAsked, by: Looker): Promise<MembersFile> {
  if (asked.reason !== undefined) checkReason(asked.reason);
  const on = asked.on ?? today(installation.clock);
  const { room, unitId, scope } = await whereOf(installation, asked, on);
  const context = { ...by, scope };
  const vault = asked.reason === undefined ? undefined : (await room.journal()).vault;
  const { reason = '', format, fields = sensitiveFieldNames } = asked;
  const reveal = vault === undefined ? undefined : { room, context, vault, reason, format, fields };
  const body = new PassThrough();
  const begun = Promise.withResolvers<number>();
  room
    .read(context, async (tx) => {
      const { count, bytes } = await listed(tx, asked, { on, unitId, goneSince: asked.goneSince }, reveal);
      begun.resolve(count);
      await pipeline(bytes, body);
    })
    .catch((error) => {
      begun.reject(error);
      body.destroy(error);
    });
  // A reader who goes away ends the reading; who waits for the beginning has been told.
  body.on('error', () => {});
  const count = await begun.promise;
  return {
    name: `${asked.layout}-${asked.unit ?? room.tenant.code}-${on}.${format}`,
    type: types[format],
    body,
    count,
  };
}

async function whereOf(installation: Workplace, asked: MembersAsked, on: Day) {
  if (asked.unit !== undefined) return findUnit(installation, asked.unit, on, asked);
  const room = await findRoom(installation, asked);
  return { room, unitId: undefined, scope: await scopePath(installation, room, asked.scope) };
}

interface Listed {
  count: number;
  bytes: Readable;
}

async function listed(tx: Tx, asked: MembersAsked, question: ListQuestion, reveal?: Reveal): Promise<Listed> {
  if (asked.layout === 'template') return template(tx, asked, question, reveal);
  const layout = layoutNamed(asked.layout);
  if (layout === undefined) throw refusal('layout', `There is no layout "${asked.layout}".`);
  const { headings, page, rows, count } = await exportNational(tx, layout, question, reveal);
  const bytes = asked.format === 'csv' ? writeCsv(headings, plainRows(rows)) : writeFramed(page, rows);
  return { count, bytes };
}

async function* plainRows(rows: AsyncGenerator<FramedRow>): AsyncGenerator<Cell[]> {
  for await (const row of rows) yield 'group' in row ? [null, row.group] : [...row];
}

async function template(tx: Tx, asked: MembersAsked, question: ListQuestion, reveal?: Reveal): Promise<Listed> {
  const { unitId, on, goneSince } = question;
  if (goneSince !== undefined) throw refusal('gone-since', 'The template lists members only, nobody who is gone.');
  const count = await countListed(tx, question);
  if (reveal !== undefined) await logReveal(tx, 'template', question, reveal.fields, reveal);
  const { columns, rows } = await exportMembers(tx, {
    on,
    ...(unitId === undefined ? {} : { unitId }),
    ...(reveal === undefined ? {} : { reveal: (members) => revealFields(tx, members, reveal.fields, reveal.vault) }),
  });
  const headings = columns.map(({ heading }) => heading);
  const bytes = asked.format === 'csv' ? writeCsv(headings, rows) : writeSheet('Đảng viên', columns, rows);
  return { count, bytes: Readable.from(bytes, { objectMode: false }) };
}

function refusal(field: string, message: string): Problem {
  return new Problem('export.layout', message, { fields: [{ field, code: 'export.layout', message }] });
}
