import type { PoolClient } from 'pg';
import { type FactRow, rangeText } from '#/kernel/facts/table.ts';
import { linesOf, treeSpells } from '#/kernel/tree/lines.ts';
import { derivedId } from '#/platform/ids.ts';

type Cell = string | number | boolean | null | Record<string, unknown>;
type Row = Record<string, Cell>;

/** Facts written by hand, without acts and folds: for tests of what only reads them. Units and persons go by name. */
export interface Facts {
  tables: Record<string, Row[]>;
  unit: (name: string, kind: string, from: string, options?: { to?: string; successor?: string }) => void;
  under: (name: string, parent: string, from: string, to?: string | null) => void;
  person: (name: string, record?: Row) => void;
  standing: (person: string, unit: string, from: string, to: string | null, more?: Row) => void;
  event: (person: string, onDay: string, event: string, from: string | null, to: string | null, more?: Row) => void;
  add: (table: string, row: Row) => void;
  /** Writes everything, the lines of the tree included, in place of what the tables hold. */
  insert: (client: PoolClient) => Promise<void>;
}

export const idOf = (name: string): string => derivedId('by-hand', name);
const KNOWN_FROM = '2000-01-01T00:00:00Z';
const tableNames = [
  'unit_scope',
  'unit_life',
  'unit_name',
  'unit_kind',
  'unit_code',
  'unit_parent',
  'unit_line',
  'person',
  'person_record',
].concat(['standing', 'transit', 'exemption', 'suspension', 'temporary_stay', 'member_event']);

export function handMadeFacts(): Facts {
  const tables: Record<string, Row[]> = Object.fromEntries(tableNames.map((name) => [name, []]));
  let acts = 0;
  const add = (table: string, row: Row): void => {
    acts += 1;
    tables[table]?.push({ act_id: idOf(`act ${acts}`), known_from: KNOWN_FROM, ...row });
  };
  return { tables, add, ...ofUnits(add), ...ofPersons(add), insert: (client) => insertAll(client, tables) };
}

type Add = Facts['add'];

const ofUnits = (add: Add): Pick<Facts, 'unit' | 'under'> => ({
  unit: (name, kind, from, { to, successor } = {}) => {
    const unit = { unit_id: idOf(name), valid: rangeText(from, to ?? null) };
    add('unit_life', {
      ...unit,
      end_act_id: to === undefined ? null : idOf(`end of ${name}`),
      end_kind: to === undefined ? null : 'merged',
      successor_id: successor === undefined ? null : idOf(successor),
    });
    add('unit_name', { ...unit, name: `Đơn vị ${name}` });
    add('unit_code', { ...unit, code: name });
    add('unit_kind', { ...unit, kind });
  },
  under: (name, parent, from, to = null) => {
    const unit = { unit_id: idOf(name), valid: rangeText(from, to) };
    add('unit_parent', { ...unit, parent_id: idOf(parent), act_id: idOf(`${name} under ${parent}`) });
  },
});

const ofPersons = (add: Add): Pick<Facts, 'person' | 'standing' | 'event'> => ({
  person: (name, record = {}) => {
    const person = { person_id: idOf(name), scope: '|' };
    add('person', { ...person, code: name });
    add('person_record', { ...person, valid: '(,)', name, name_key: name, name_order: name, details: {}, ...record });
  },
  standing: (person, unit, from, to, more = {}) => {
    const spell = { person_id: idOf(person), unit_id: idOf(unit), valid: rangeText(from, to), scope: '|' };
    add('standing', { ...spell, status: 'official', in_transit: false, entry: 'registered', ...more });
  },
  event: (person, onDay, event, from, to, more = {}) => {
    const units = [to ?? from, from, to].map((unit) => (unit === null ? null : idOf(unit)));
    const [unit_id = null, from_unit_id = null, to_unit_id = null] = units;
    const what = { person_id: idOf(person), on_day: onDay, event, scope: '|' };
    add('member_event', { ...what, unit_id, from_unit_id, to_unit_id, ...more });
  },
});

async function insertAll(client: PoolClient, tables: Record<string, Row[]>): Promise<void> {
  tables.unit_line = linesOfAll(tables);
  tables.unit_scope = pathsOf(tables);
  for (const name of tableNames.toReversed()) await client.query(`delete from ${name}`);
  for (const name of tableNames) await insertRows(client, name, tables[name] ?? []);
}

function linesOfAll({ unit_life = [], unit_parent = [] }: Record<string, Row[]>): Row[] {
  const tree = treeSpells(unit_life as FactRow[], unit_parent as FactRow[]);
  return unit_life
    .flatMap((life) => linesOf(life.unit_id as string, tree, []))
    .map((row) => ({ ...(row as Row), known_from: KNOWN_FROM }));
}

/** Where each unit lies under its last parents, as |P.D1. for D1 under P. */
function pathsOf({ unit_code = [], unit_parent = [] }: Record<string, Row[]>): Row[] {
  const labels = new Map(unit_code.map((row) => [row.unit_id, row.code as string]));
  const parents = new Map(
    unit_parent
      .toSorted((a, b) => (String(a.valid) < String(b.valid) ? -1 : 1))
      .map((row) => [row.unit_id, row.parent_id]),
  );
  const pathOf = (unit: Cell): string => {
    const parent = parents.get(unit);
    return `${parent === undefined ? '|' : pathOf(parent)}${labels.get(unit)}.`;
  };
  return [...labels.keys()].map((unit) => ({
    unit_id: unit as string,
    label: labels.get(unit) as string,
    path: pathOf(unit as Cell),
  }));
}

async function insertRows(client: PoolClient, table: string, rows: readonly Row[]): Promise<void> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].join(', ');
  if (rows.length === 0) return;
  await client.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(rows)],
  );
}
