import type { FactRow } from '#/kernel/facts/table.ts';
import type { Touched } from '#/kernel/journal/rehearse-post.ts';
import type { Day } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { isUuid } from '#/platform/ids.ts';
import type { Workplace } from '../workplace.ts';
import { type Headline, headlines } from './headlines.ts';
import { factsOf, type SubjectFacts, type TableRow, tablesTakenFrom, toldOf } from './touched-facts.ts';

/** The register around what a batch touches, at one moment. */
export interface Seen {
  told: ReturnType<typeof toldOf>;
  persons: SubjectFacts;
  units: SubjectFacts;
  personNames: Map<string, string>;
  unitNames: Map<string, { code: string; name: string }>;
  figures: Headline[];
}

/** Who acts in an act of the batch. */
interface ActsOwn {
  act: string;
  unitId: string | null;
  body: string;
}

/** As it is with the batch in it: which units' figures are looked at follows from here. */
interface SeenAfter extends Seen {
  actors: ActsOwn[];
  asked: { unitIds: string[]; tables: string[]; on: Day };
}

/** So many units whose figures are counted: the one that acts, those that gain or lose. */
const unitsAtMost = 4;

export async function changeAfter(tx: Tx, installation: Workplace, touched: Touched): Promise<SeenAfter> {
  const told = toldOf(touched);
  const facts = await factsIn(tx, installation, told, touched);
  const acts = await actsOf(tx, touched.recordedAt);
  const news = rowsOf(facts).filter(({ isNew }) => isNew);
  const taken = acts.withdraws ? await tablesTakenFrom(tx, installation.register.tables, told, touched.recordedAt) : [];
  const unitIds = [...acts.units, ...news.flatMap(({ row }) => placesIn(row)), ...told.units];
  const asked = {
    unitIds: [...new Set(unitIds)].slice(0, unitsAtMost),
    tables: [...new Set([...news.map(({ table }) => table), ...taken])],
    on: acts.on,
  };
  return { ...(await seen(tx, installation, told, facts, asked)), asked, actors: acts.all };
}

export function changeBefore(installation: Workplace) {
  return async (tx: Tx, touched: Touched, { told, asked }: SeenAfter): Promise<Seen> =>
    seen(tx, installation, told, await factsIn(tx, installation, told, touched), asked);
}

type Facts = Pick<Seen, 'persons' | 'units'>;

const rowsOf = ({ persons, units }: Facts): TableRow[] => [...persons.values(), ...units.values()].flat();

async function factsIn(tx: Tx, { register }: Workplace, told: Seen['told'], { recordedAt }: Touched): Promise<Facts> {
  return {
    persons: await factsOf(tx, register.tables, { type: 'person', ids: told.persons, recordedAt }),
    units: await factsOf(tx, register.tables, { type: 'unit', ids: told.units, recordedAt }),
  };
}

async function seen(
  tx: Tx,
  { figures }: Workplace,
  told: Seen['told'],
  facts: Facts,
  asked: SeenAfter['asked'],
): Promise<Seen> {
  const named = rowsOf(facts).flatMap(({ row }) => unitsIn(row));
  return {
    told,
    ...facts,
    personNames: namesOf(facts.persons),
    unitNames: await unitNames(tx, [...asked.unitIds, ...told.units, ...named]),
    figures: await headlines(tx, { figures, ...asked }),
  };
}

interface Acts {
  all: ActsOwn[];
  units: string[];
  on: Day;
  withdraws: boolean;
}

/** Who acted, when it takes effect (what is withdrawn: when that did), and whether anything is withdrawn. */
async function actsOf({ client }: Tx, recordedAt: string): Promise<Acts> {
  const { rows } = await client.query(
    `select a.id, a.actor ->> 'unit' as unit, a.actor ->> 'body' as body, coalesce(w.effective_on, a.effective_on)::text as on, a.withdraws_id is not null as withdraws
     from act a left join act w on w.id = a.withdraws_id where a.recorded_at = $1::timestamptz order by a.id`,
    [recordedAt],
  );
  return {
    all: rows.map(({ id, unit, body }) => ({ act: id, unitId: unit, body })),
    units: [...new Set(rows.flatMap((row): string[] => (row.unit === null ? [] : [row.unit])))].slice(0, 2),
    on: rows[0]?.on ?? recordedAt.slice(0, 10),
    withdraws: rows.some((row) => row.withdraws),
  };
}

const isId = (value: unknown): value is string => typeof value === 'string' && isUuid(value);

/** Units that a fact names. */
function unitsIn(row: FactRow): string[] {
  return Object.entries(row)
    .filter(([column]) => /(^|_)unit_id$|^parent_|^successor_id$|^related$/.test(column))
    .flatMap(([, value]) => [value].flat().filter(isId));
}

/** Units in which a fact counts. */
function placesIn(row: FactRow): string[] {
  return [row.unit_id, row.from_unit_id].filter(isId);
}

/** The latest name of each person. */
function namesOf(persons: SubjectFacts): Map<string, string> {
  const names = [...persons].flatMap(([id, rows]): [string, string][] => {
    const records = rows.filter(({ table }) => table === 'person_record');
    const last = records.toSorted((a, b) => (String(a.row.valid) < String(b.row.valid) ? -1 : 1)).at(-1);
    return last === undefined ? [] : [[id, String(last.row.name)]];
  });
  return new Map(names);
}

async function unitNames({ client }: Tx, unitIds: readonly string[]): Promise<Seen['unitNames']> {
  const { rows } = await client.query(
    `select distinct on (n.unit_id) n.unit_id as id, n.name, c.code from unit_name n
     join unit_code c on c.unit_id = n.unit_id and c.valid && n.valid where n.unit_id = any($1::uuid[])
     order by n.unit_id, upper(n.valid) desc nulls first, upper(c.valid) desc nulls first`,
    [[...new Set(unitIds)]],
  );
  return new Map(rows.map(({ id, ...names }) => [id, names]));
}
