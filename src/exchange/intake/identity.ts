import type { ClientBase } from 'pg';
import { canonicalJson, sha256Hex } from '#/platform/canonical-json.ts';
import { derivedId } from '#/platform/ids.ts';
import { importIdOf } from '../import/import-journal.ts';
import type { Repair } from '../tables/plan.ts';
import type { ReadEntry } from './reading.ts';
import type { Session } from './session.ts';

/**
 * The name of the lines in ids: the file and what decides what its rows say. Not the superior and the new units: the same
 * file sent again finds them in the register, and must find its rows recorded too. Not the repairs either, or mending one
 * row would make every other row of the file a new one; a repaired row gets an id of its own.
 */
export function linesHash({ kind, fileHash, plan }: Pick<Session, 'kind' | 'fileHash' | 'plan'>): string {
  if (kind === 'acts') return fileHash; // as `sotay import` names them, so that either door knows what the other recorded
  const sheets = plan.sheets.map(({ use, charset, cell, status, columns }) =>
    use === 'none'
      ? null
      : {
          use,
          charset,
          cell: cell ?? null,
          status: status ?? null,
          columns: columns.flatMap(({ at, target, charset: own, isMixed }) =>
            target === null || target === 'ordinal'
              ? []
              : [[at, target, own ?? null, ...(isMixed === true ? ['mixed'] : [])]],
          ),
        },
  );
  return sha256Hex(canonicalJson({ file: fileHash, sheets, opening: plan.opening ?? null }));
}

/** What has been read, told from what would be read after a change of plan or repairs. */
export function readingKey({ kind, fileHash, plan, repairs }: Session): string {
  return sha256Hex(canonicalJson({ kind, fileHash, plan, repairs }));
}

/** The hash under which the lines are recorded: an import that was undone is not brought back by its ids, so the next has others. */
export async function freshHash(client: ClientBase, tenant: string, hash: string): Promise<string> {
  for (let again = 0; ; again++) {
    const candidate = again === 0 ? hash : sha256Hex(`${hash} again ${again}`);
    const { rows } = await client.query('select undone_at from import_batch where id = $1', [
      importIdOf(tenant, candidate),
    ]);
    if (rows.length === 0 || rows[0].undone_at === null) return candidate;
  }
}

/** How the lines of one import are named. */
export interface LineNames {
  hash: string;
  /** The id of an act that says its own; undefined: it follows from hash and line. */
  ownId: (entry: ReadEntry) => string | undefined;
  /** The id that the act of a line has or will have. */
  actId: (entry: ReadEntry) => string;
}

export function lineNames(tenant: string, hash: string, repairs: readonly Repair[]): LineNames {
  const byRow = repairsByRow(repairs);
  const ownId = ({ sheet, row, line, input }: ReadEntry): string | undefined => {
    if (typeof input?.id === 'string') return input.id;
    if (row === 0) return derivedId(tenant, hash, 'unit', unitCode(input?.unit));
    const own = byRow.get(rowKey(sheet, row));
    return own === undefined ? undefined : derivedId(tenant, hash, String(line), own);
  };
  return {
    hash,
    ownId,
    actId: (entry) => ownId(entry) ?? derivedId(tenant, hash, String(entry.line)),
  };
}

function unitCode(unit: unknown): string {
  return String((unit as { code?: unknown } | undefined)?.code ?? '');
}

function repairsByRow(repairs: readonly Repair[]): Map<string, string> {
  const values = new Map<string, [string, string | null][]>();
  for (const { sheet, row, column, value } of repairs) {
    if (column === null) continue;
    const key = rowKey(sheet, row);
    values.set(key, [...(values.get(key) ?? []), [column, value]]);
  }
  return new Map([...values].map(([key, list]) => [key, canonicalJson(list.toSorted(([a], [b]) => (a < b ? -1 : 1)))]));
}

/** A row of a sheet, as a key. */
export function rowKey(sheet: string | null, row: number): string {
  return `${row} ${sheet ?? ''}`;
}
