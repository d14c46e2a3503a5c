import { sensitiveFieldNames } from '#/domain/members/record-fields.ts';
import { checkReason, type Looker, logAccess, type Writes } from '#/kernel/access/access-log.ts';
import type { Vault } from '#/kernel/journal/vault.ts';
import type { Context, Tx } from '#/platform/db/transaction.ts';
import type { SheetFrame } from '#/platform/documents/xlsx-frame.ts';
import type { FramedRow } from '#/platform/documents/xlsx-framed.ts';
import { type LayoutColumn, type LayoutVersion, type NationalLayout, versionOn, wholeHeading } from './layout.ts';
import { countListed, type ListQuestion, listedIds, listedMembers } from './listed-members.ts';
import { cellOf, draftOf } from './member-row.ts';
import { pageOf } from './page.ts';
import { revealFields } from './reveal.ts';
import { type UnitNames, unitNames } from './unit-names.ts';

/** Leave to see sensitive values in plain: it is written to the access log before anything is. */
export interface Reveal {
  room: Writes;
  context: Context & Looker;
  vault: Vault;
  reason: string;
  /** xlsx, csv: for the log. */
  format: string;
  /** Those of the record that may be seen; the others stay masked. */
  fields: readonly string[];
}

export interface NationalList {
  version: LayoutVersion;
  unit: string;
  superior: string | null;
  /** For a file without a page: one row of headings. */
  headings: string[];
  page: SheetFrame;
  rows: AsyncGenerator<FramedRow>;
  count: number;
}

/**
 * The members of a unit on a day in a national layout. Sensitive values are masked without `reveal`. `rows` must be taken
 * within the transaction.
 */
export async function exportNational(
  tx: Tx,
  layout: NationalLayout,
  question: ListQuestion,
  reveal?: Reveal,
): Promise<NationalList> {
  const version = versionOn(layout, question.on);
  const units = await unitNames(tx, question.on);
  const count = await countListed(tx, question);
  const fields =
    reveal === undefined ? [] : sensitiveIn(version.columns).filter((field) => reveal.fields.includes(field));
  if (reveal !== undefined) await logReveal(tx, layout.name, question, fields, reveal);
  const { unitId, on } = question;
  const unit = unitId === undefined ? '' : (units.nameOf(unitId) ?? '');
  const parent = unitId === undefined ? null : units.parentOf(unitId);
  const superior = parent === null ? null : (units.nameOf(parent) ?? null);
  const isGrouped = layout.namesCellsInRows && (await hasSubordinates(tx, question));
  return {
    version,
    unit,
    superior,
    headings: version.columns.map(wholeHeading),
    page: pageOf(layout, version, { unit, superior, on }),
    rows: rowsOf(tx, { question, columns: version.columns, units, isGrouped, fields, vault: reveal?.vault }),
    count,
  };
}

/** Of a reveal of any list of members. Throws `reveal.reason` when none is given. */
export async function logReveal(
  tx: Tx,
  layout: string,
  question: ListQuestion,
  fields: readonly string[],
  { room, context, reason, format }: Omit<Reveal, 'vault' | 'fields'>,
): Promise<void> {
  const { on, unitId, goneSince } = question;
  const detail = { layout, format, fields, on, ...(goneSince === undefined ? {} : { goneSince }) };
  await logAccess(room, context, {
    action: 'members.exported',
    detail,
    unitId: unitId ?? null,
    reason: checkReason(reason),
    persons: await listedIds(tx, question),
  });
}

/** The fields of the record that a layout shows and the journal does not hold in plain. */
function sensitiveIn(columns: readonly LayoutColumn[]): string[] {
  const shown = new Set(columns.flatMap(({ fields }) => fields.map(({ path }) => path[1])));
  return sensitiveFieldNames.filter((field) => shown.has(field));
}

async function hasSubordinates({ client }: Tx, { unitId, on }: ListQuestion): Promise<boolean> {
  if (unitId === undefined) return true;
  const { rows } = await client.query(
    'select from unit_line where ancestor_id = $1 and unit_id <> $1 and valid @> $2::date limit 1',
    [unitId, on],
  );
  return rows.length > 0;
}

interface Listing {
  question: ListQuestion;
  columns: readonly LayoutColumn[];
  units: UnitNames;
  isGrouped: boolean;
  fields: readonly string[];
  vault: Vault | undefined;
}

async function* rowsOf(tx: Tx, listing: Listing): AsyncGenerator<FramedRow> {
  const { question, columns, units, isGrouped, fields, vault } = listing;
  let no = 0;
  let groups = 0;
  let cell: string | undefined;
  for await (const members of listedMembers(tx, question)) {
    if (vault !== undefined && fields.length > 0) await revealFields(tx, members, fields, vault);
    for (const member of members) {
      if (isGrouped && member.unitId !== cell) {
        cell = member.unitId;
        groups += 1;
        yield { group: `${roman(groups)}. ${units.fullNameOf(cell) ?? ''}` };
      }
      no += 1;
      const draft = draftOf(member, units);
      yield columns.map((column) => (column.isOrdinal ? no : cellOf(column, draft)));
    }
  }
}

const numerals: readonly [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(count: number): string {
  let rest = count;
  let text = '';
  for (const [value, letters] of numerals)
    while (rest >= value) {
      text += letters;
      rest -= value;
    }
  return text;
}
