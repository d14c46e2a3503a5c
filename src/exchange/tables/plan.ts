import { z } from 'zod';
import { unitKinds, unitTypes } from '#/domain/units/contract.ts';
import { isDay } from '#/platform/day.ts';

// How a table of somebody else's is read: proposed by recognition, corrected by the user, remembered per source. Screens
// import this file, so it imports nothing of Node.

const bilingual = z.strictObject({ vi: z.string(), en: z.string() });
const day = z.string().refine(isDay, { error: 'not a day of the calendar (YYYY-MM-DD)' });
const code = z.string().min(1).max(100);
const rowNumber = z.int().min(1).max(1_048_576);

/** The letters of the bytes in a file: "tcvn3" (ABC) and "vni" are Vietnamese typed for fonts of before Unicode. */
export const charsets = ['unicode', 'tcvn3', 'vni'] as const;

/** How surely a column is known: its template's heading, another known one, one that is alike, its content, or not at all. */
export const surenesses = ['same', 'known', 'alike', 'content', 'none'] as const;

/**
 * What is read from a column. A key of the template, its path joined by "." (`person.name`, `cell`, `cards.card-12.number`,
 * `unit.code` …), `person.details.<name>`, or one of:
 * - `name.family`, `name.given`: a full name in two columns;
 * - `cell.name`: the cell by its name; `cell.superior`: the name of the body that it is in;
 * - `address.<field>.whole`: one text "thôn A, xã B, huyện C, tỉnh D" (field: residence, hometown, birthRegistration);
 * - `identity.any`: 9 digits are the old identity number, 12 the citizen id;
 * - `cards.any.number|issuedOn|issuedAt`: 8 digits are the old card, 12 the new one;
 * - `mark.<path>.<code>`: a cross says that the field has this code (`mark.person.sex.male`; a date there is the birth
 *   date, and under `mark.status.official` the day of becoming official);
 * - `activity.state|on|deletion`, `movement.away|death|out`, `service`, `remarks`, `helper.<field>.commune|detail`,
 *   `parts.<layout>.<no>` (several values in one cell): columns of the national lists (src/exchange/national);
 * - `days.admittedOfficial`: the day of admission and, behind it, the day of becoming official;
 * - `ordinal`: the running number, not read.
 */
const target = z.string().min(1).max(120);

export const columnPlan = z.strictObject({
  /** Position from 0. */
  at: z.int().min(0).max(199),
  letters: z.string(),
  /** As it stands in the file, in Unicode; heading rows above each other joined by " / ". */
  heading: z.string(),
  /** Some values, masked where they are sensitive. */
  samples: z.array(z.string()),
  /** Null: the column is not read. */
  target: target.nullable(),
  sureness: z.enum(surenesses),
  /** Only where the letters are others than the sheet's. */
  charset: z.enum(charsets).optional(),
  /** With `charset`: only some of the column is so, the greater part is Unicode. */
  isMixed: z.boolean().optional(),
});

export const sheetPlan = z.strictObject({
  /** Null in a CSV file. */
  sheet: z.string().nullable(),
  use: z.enum(['members', 'units', 'none']),
  /** Why it is used so. */
  why: bilingual,
  /** First and last; [0, 0] where there are none. */
  headingRows: z.tuple([z.int().min(0), z.int().min(0)]),
  dataFrom: rowNumber,
  charset: z.enum(charsets),
  /** The sheet is our template, or what we exported: a text is what it says, "-" and capitals too. */
  isTemplate: z.boolean().optional(),
  columns: z.array(columnPlan),
  /** The code of the cell that all rows belong to. */
  cell: code.optional(),
  /** Rows such as "I. Chi bộ Tổ dân phố 1" name the cell of the rows below. */
  cellFromGroups: z.boolean().optional(),
  /** Rows such as "II. Đảng viên dự bị" say the status of the rows below. */
  statusFromGroups: z.boolean().optional(),
  /** Of rows where no column and no group row tells. */
  status: z.enum(['official', 'probationary', 'by-official-date']).optional(),
});

/** A unit that the register is to have before the rows are read. */
export const newUnitPlan = z.strictObject({
  code,
  name: z.string().min(1).max(500),
  kind: z.enum(unitKinds),
  /** The code of its superior, in the register or new. */
  parent: code,
  /** The code was made from that of the superior, and nobody has written another: it follows the superior. */
  isCodeProposed: z.boolean().optional(),
});

export const tablePlan = z.strictObject({
  sheets: z.array(sheetPlan),
  /** The day for rows that name none, and of new units. */
  opening: day.optional(),
  /** Where new cells go: a unit there already, or (with a name) the root of a register that is empty. */
  superior: z
    .union([
      z.strictObject({
        code,
        name: z.string().min(1).max(500),
        kind: z.enum(unitKinds),
        type: z.enum(unitTypes).optional(),
      }),
      z.strictObject({ code }),
    ])
    .optional(),
  newUnits: z.array(newUnitPlan),
});

/** What is found wrong in a cell (or a row, a sheet, the plan), and what may be done. */
export const cellProblem = z.strictObject({
  sheet: z.string().nullable(),
  /** Null: the sheet or the plan as a whole. */
  row: rowNumber.nullable(),
  /** Null: the row as a whole. */
  column: z.string().nullable(),
  /** 'Đảng viên'!H15; H15 in a CSV file. */
  cell: z.string().nullable(),
  field: z.string().optional(),
  code: z.string(),
  message: bilingual,
  /** What stands there. For the preview of this very cell only where `isSensitive`: never into logs or lists. */
  value: z.string().optional(),
  isSensitive: z.boolean().optional(),
  /** The instrument that is broken, where it is a rule: "24-QĐ/TW, Điều 3". */
  rule: z.string().optional(),
  /** The row cannot be recorded as it stands. Otherwise it is recorded as written, and this is for the clerk to look at. */
  isBlocking: z.boolean(),
  /** What the clerk would write instead; null with `column: null`: leave the row out. Never applied unless accepted. */
  repair: z.strictObject({ value: z.string().nullable(), why: bilingual }).optional(),
  /** Units that a name may mean. */
  candidates: z.array(z.strictObject({ code, name: z.string() })).optional(),
  /** The other row of a duplicate. */
  other: z.strictObject({ sheet: z.string().nullable(), row: rowNumber }).optional(),
});

/**
 * A value that the clerk writes over a cell before it is read; "" empties it. With `column: null` it is about the row:
 * null leaves it out, "keep" says that it is no duplicate.
 */
export const repair = z.strictObject({
  sheet: z.string().nullable(),
  row: rowNumber,
  column: z
    .string()
    .regex(/^[A-Z]{1,2}$/)
    .nullable(),
  value: z
    .string()
    .max(32_767)
    .refine((text) => text.isWellFormed() && !text.includes('\0'), { error: 'holds a sign that no text has' })
    .nullable(),
});

/** What recognition saw of a sheet, beside its plan. */
export const sheetFinding = z.strictObject({
  sheet: z.string().nullable(),
  isHidden: z.boolean(),
  use: z.enum(['members', 'units', 'none']),
  why: bilingual,
  /** Rows above the headings, as text: titles. */
  titles: z.array(z.string()),
  /** What the user should look at: columns with content that are not read, a cell that no row names … */
  problems: z.array(cellProblem),
});

export type ColumnPlan = z.infer<typeof columnPlan>;
export type SheetPlan = z.infer<typeof sheetPlan>;
export type NewUnitPlan = z.infer<typeof newUnitPlan>;
export type TablePlan = z.infer<typeof tablePlan>;
export type CellProblem = z.infer<typeof cellProblem>;
export type Repair = z.infer<typeof repair>;
export type SheetFinding = z.infer<typeof sheetFinding>;
