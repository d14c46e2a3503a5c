import type { PoolClient } from 'pg';
import type { ActInput } from '#/kernel/journal/act.ts';
import { earliest, wholeYearsBetween } from '#/platform/day.ts';
import type { Model } from '../hunt/model.ts';
import type { Grown } from './parts/grow.ts';

// Forms 2 to 5 counted again: who stood where by the plain model of the hunt, what the record said read row by row, every
// row of the forms told in plain words. No figure, no grouping, no sum of the kernel.

interface Row {
  id: string;
  since: string | null;
  until: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: columns of three tables, as they are read
  [column: string]: any;
}

type Ceremony = ActInput & { effectiveOn: string; cell: string; person: string | { id: string } };

/** Somebody who is counted. */
export interface Counted {
  at: string;
  record: Row;
  status: string;
  isExempt: boolean;
  age: number | null;
}

type Is = (one: Counted) => boolean;

export class FormsRecount {
  private readonly grown: Grown;
  private readonly records: Row[];
  private readonly exemptions: Row[];
  private readonly kinds: Row[];

  private constructor(grown: Grown, records: Row[], exemptions: Row[], kinds: Row[]) {
    this.grown = grown;
    this.records = records;
    this.exemptions = exemptions;
    this.kinds = kinds;
  }

  static async of(grown: Grown, client: PoolClient): Promise<FormsRecount> {
    const read = async (table: string, id: string): Promise<Row[]> => {
      const days = 'lower(valid)::text as since, upper(valid)::text as until';
      return (await client.query(`select *, ${id} as id, ${days} from ${table}`)).rows;
    };
    return new FormsRecount(
      grown,
      await read('person_record', 'person_id'),
      await read('exemption', 'person_id'),
      await read('unit_kind', 'unit_id'),
    );
  }

  private on(day: string): Model {
    return this.grown.time.on(day);
  }

  private counted(person: string, at: string, on: string): Counted {
    const record = valid(this.records, person, on) as Row;
    const born = record.born === null ? null : earliest(record.born);
    return {
      at,
      record,
      status: this.on(on).people.get(person)?.status ?? '',
      isExempt: valid(this.exemptions, person, on) !== undefined,
      age: born === null ? null : wholeYearsBetween(born, on),
    };
  }

  members(unit: string, on: string): Counted[] {
    const model = this.on(on);
    return model.members(unit).map((id) => this.counted(id, model.standsIn(id) as string, on));
  }

  admitted(unit: string, from: string, to: string): Counted[] {
    return this.grown.base.flatMap((act) => {
      const { kind, effectiveOn: on, person, cell } = act as Ceremony;
      if (!['member.admitted', 'member.readmitted'].includes(kind) || on < from || on > to) return [];
      const id = typeof person === 'string' ? person : person.id;
      const at = this.on(on).now(cell);
      return this.grown.time.isUnder(at, unit, on) ? [this.counted(id, at, on)] : [];
    });
  }

  /** The type of the nearest grassroots organisation; null: none, or not told. */
  type(unit: string, on: string): string | null {
    const model = this.on(on);
    const own = model.chain(unit).find((one) => isGrassroots(model.unit(one).kind));
    return own === undefined ? null : (valid(this.kinds, own, on)?.type ?? null);
  }

  /** Units under one on a day: kind, own type, and that of the grassroots organisation. */
  units(unit: string, on: string): { kind: string; type: string | null; organisation: string | null }[] {
    const model = this.on(on);
    return [...model.units]
      .filter(([id, { ended }]) => ended === undefined && model.chain(id).includes(unit))
      .map(([id, { kind }]) => ({
        kind,
        type: valid(this.kinds, id, on)?.type ?? null,
        organisation: this.type(id, on),
      }));
  }
}

const isGrassroots = (kind: string) => kind === 'grassroots-body' || kind === 'grassroots-cell';

const valid = (rows: readonly Row[], id: string, on: string): Row | undefined =>
  rows.find(
    (row) => row.id === id && (row.since === null || row.since <= on) && (row.until === null || on < row.until),
  );

const work = ({ record: { retired, occupation } }: Counted): string =>
  retired === true ? 'retired' : retired === false || occupation !== null ? 'working' : 'untold';

const admittedOn = ({ record }: Counted): string | null => {
  const told = record.admitted_on ?? record.admission_decided_on;
  return told === null ? null : earliest(told);
};

const eras: Record<string, [string, string]> = {
  'to-1945': ['', '1945-08-18'],
  '1945-1954': ['1945-08-19', '1954-07-20'],
  '1954-1975': ['1954-07-21', '1975-04-30'],
  'from-1975': ['1975-05-01', '9999'],
};

const named: Record<string, Is> = {
  I: () => true,
  total: () => true,
  female: ({ record }) => record.sex === 'female',
  probationary: ({ status }) => status === 'probationary',
  minority: ({ record }) => record.ethnicity !== null && !['kinh', 'foreign'].includes(record.ethnicity),
  religious: ({ record }) => record.religion !== null && record.religion !== 'none',
  B: ({ record }) => record.religion !== null && record.religion !== 'none',
  'youth-union': ({ record }) => record.youth_union === true,
  'private-owner': ({ record }) => record.private_owner === true,
  'foreign-spouse': ({ record }) => record.foreign_spouse === true,
  'family-planning': ({ record }) => record.family_planning_violation === true,
  'foreign-origin': ({ record }) => record.foreign_origin === true || record.ethnicity === 'foreign',
  working: (one) => work(one) === 'working',
  retired: (one) => work(one) === 'retired',
  'retired.exempt': (one) => work(one) === 'retired' && one.isExempt,
  'work.untold': (one) => work(one) === 'untold',
};

const columns: Record<string, string> = {
  schooling: 'general_education',
  qualification: 'qualification',
  title: 'academic_title',
  theory: 'theory_level',
  ethnicity: 'ethnicity',
  religion: 'religion',
};

function isOfAge(band: string, age: number | null): boolean {
  if (age === null) return band === 'untold';
  if (band === 'over-60') return age > 60;
  const [least = 0, most = 0] = band.split('-').map(Number);
  return age <= most && (age >= least || band === '18-30');
}

/** What a row of Forms 2, 3 and 4 says of somebody; null for a row of another kind. */
export function rowSays(row: string, isForm3: boolean): Is | null {
  if (named[row] !== undefined) return named[row];
  const [trait = '', ...rest] = row.split('.');
  const value = rest.join('.');
  if (trait === 'age' && value !== 'average') return ({ age }) => isOfAge(value, age);
  if (trait === 'era')
    return (one) => {
      const on = admittedOn(one);
      const [first, last] = eras[value] ?? ['', ''];
      return on === null ? value === 'untold' : value !== 'untold' && first <= on && on <= last;
    };
  if (trait === 'occupation')
    return (one) => (!isForm3 || work(one) === 'working') && isOccupation(value, one.record.occupation);
  const column = columns[trait];
  return column === undefined ? null : ({ record }) => (record[column] ?? 'untold') === value;
}

function isOccupation(asked: string, told: string | null): boolean {
  if (told === null) return asked === 'untold';
  if (asked === 'enterprise') return told.startsWith('enterprise');
  return asked === 'enterprise.untold' ? told === 'enterprise' : told === asked;
}
