import { canonicalJson } from '#/platform/canonical-json.ts';
import type { SubjectType } from '../journal/act.ts';

/** PostgreSQL type of a fact column, as written in a record definition. */
export type PgType =
  | 'uuid'
  | 'date'
  | 'daterange'
  | 'text'
  | 'boolean'
  | 'integer'
  | 'numeric'
  | 'jsonb'
  | 'uuid[]'
  | 'text[]';

/**
 * A table of facts about one kind of subject. Every one also has act_id, ordinal, known_from (and scope when `scoped`) and a twin `<name>_twin`.
 * Column names are snake_case here and in rows: the writer passes rows to PostgreSQL as JSON records.
 */
export interface FactTable {
  name: string;
  subject: SubjectType;
  /** The column that holds the subject's id. */
  subjectColumn: string;
  columns: Readonly<Record<string, PgType>>;
  /** Under row-level security by path; `scopeFrom` names the unit column whose path counts, or the subject itself. */
  scoped: false | { unitColumns: readonly string[] } | 'subject';
  /**
   * The column of the day by which a row whose `unit_id` its act left empty is placed. The model fills in the unit where
   * the person stands on that day or, no member any more, last stood; a unit itself or, ended by then, its last superior.
   */
  placedOn?: string;
  /** Tables derived from it that carry its paths. */
  derived?: readonly string[];
}

export type FactValue = string | number | boolean | null | readonly string[] | Record<string, unknown>;

/** One fact, without the columns that the writer adds. `act_id` is the act it comes from. */
export type FactRow = { act_id: string } & Record<string, FactValue>;

/** All facts of one subject, by table name. */
export type FactRows = Record<string, FactRow[]>;

/** A half-open range of days as PostgreSQL prints it. */
export function rangeText(from: string | null, to: string | null): string {
  return `[${from ?? ''},${to ?? ''})`.replace('[,', '(,');
}

/** Reads a daterange as PostgreSQL prints it. */
export function parseRange(text: string): { from: string | null; to: string | null } {
  const [from, to] = text.slice(1, -1).split(',');
  return { from: from || null, to: to || null };
}

export function factTable(table: FactTable): FactTable {
  return table;
}

/** A row as text, whatever the order of its keys. */
export function rowText(row: FactRow): string {
  return canonicalJson(row);
}
