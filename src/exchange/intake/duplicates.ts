import type { Vault } from '#/kernel/journal/vault.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { derivedId } from '#/platform/ids.ts';
import { nameKey } from '#/platform/names.ts';
import type { ReadEntry } from './reading.ts';

/** Somebody of the register who may be the one of a row. */
export interface Match {
  /** Which entry of the reading, and where it stands. */
  n: number;
  sheet: string | null;
  row: number;
  code: DuplicateCode;
  /** Whether the asker may see that person. */
  isVisible: boolean;
  name: string;
  born: string | null;
  /** Where the person stands now; null: nowhere in this register. */
  unit: string | null;
}

/** In order of weight: of several, a row is told the first. */
const codes = [
  'duplicate.citizen-id',
  'duplicate.old-identity-number',
  'duplicate.code',
  'duplicate.card',
  'duplicate.name-and-birth',
] as const;
export type DuplicateCode = (typeof codes)[number];

/** Cards that one person alone holds. Others (an old card's 8 digits) were given out by every province for itself. */
const ownSchemes = new Set(['card-12', 'card-8', 'decision-85']);

const piece = 2_000;

/** Lays the persons of a reading beside the register, in a table of this transaction: matched all at once, not row by row. */
export interface Matcher {
  /** `actId`: the id that the act of the entry has or will have. */
  add: (n: number, entry: Pick<ReadEntry, 'sheet' | 'row' | 'input'>, actId: string) => Promise<void>;
  /** How many the register has from this very file. */
  recordedBefore: () => Promise<Set<number>>;
  /** In order of entries, one for each that may be known. */
  matches: () => AsyncGenerator<Match>;
}

export async function makeMatcher({ client }: Tx, vault: Vault, scope: string): Promise<Matcher> {
  await client.query(
    `create temp table intake_person (n integer not null, sheet text, row integer not null, person_id uuid not null, act_id uuid not null, code text, citizen bytea, old_identity bytea,
       name_key text, born text, cell text) on commit drop;
     create temp table intake_card (n integer not null, scheme text not null, number text not null) on commit drop`,
  );
  let persons: unknown[] = [];
  let cards: unknown[] = [];
  const flush = async (): Promise<void> => {
    const [rows, held] = [jsonOf(persons), jsonOf(cards)];
    persons = [];
    cards = [];
    await client.query(
      `insert into intake_person select * from json_to_recordset($1::json) as r
         (n integer, sheet text, row integer, person_id uuid, act_id uuid, code text, citizen bytea, old_identity bytea, name_key text, born text, cell text)`,
      [rows],
    );
    await client.query(
      'insert into intake_card select * from json_to_recordset($1::json) as r (n integer, scheme text, number text)',
      [held],
    );
  };
  return {
    add: async (n, entry, actId) => {
      const { input } = entry;
      const person = input?.person as Person | undefined;
      if (typeof person !== 'object' || person === null) return;
      persons.push({ n, sheet: entry.sheet, row: entry.row, ...personRow(actId, person, input?.cell, vault) });
      for (const { scheme, number } of Array.isArray(person.cards) ? person.cards : [])
        if (ownSchemes.has(scheme)) cards.push({ n, scheme, number });
      if (persons.length >= piece) await flush();
    },
    recordedBefore: async () => {
      await flush();
      await client.query('analyze intake_person; analyze intake_card');
      const { rows } = await client.query(
        'select n from intake_person i where exists (select from act a where a.id = i.act_id)',
      );
      return new Set(rows.map((row) => row.n as number));
    },
    matches: async function* () {
      await client.query(`declare intake_matches no scroll cursor for ${query}`, [codes, scope]);
      for (;;) {
        const { rows } = await client.query<Match>('fetch 1000 from intake_matches');
        if (rows.length === 0) break;
        yield* rows;
      }
      await client.query('close intake_matches');
    },
  };
}

/** JSON that PostgreSQL takes: without signs that no text may hold. The journal refuses the row that has one. */
function jsonOf(rows: unknown[]): string {
  const text = JSON.stringify(rows);
  if (!/\\u(?:0000|d[89a-f])/.test(text)) return text;
  return JSON.stringify(rows, (_key, value) =>
    typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value,
  );
}

interface Person {
  id?: string;
  code?: string;
  name?: unknown;
  born?: unknown;
  citizenId?: unknown;
  oldIdentityNumber?: unknown;
  cards?: { scheme: string; number: string }[];
}

function personRow(actId: string, person: Person, cell: unknown, vault: Vault) {
  const { code, name, born, citizenId, oldIdentityNumber } = person;
  const key = (field: string, value: unknown) => {
    const found = value === undefined ? null : vault.lookupOf(field, value);
    return found === null ? null : `\\x${found.toString('hex')}`;
  };
  return {
    act_id: actId,
    person_id: person.id ?? derivedId(actId, 'person'),
    code: code ?? null,
    citizen: key('citizen-id', citizenId),
    old_identity: key('old-identity-number', oldIdentityNumber),
    name_key: typeof name === 'string' ? nameKey(name) : null,
    born: typeof born === 'string' ? born : null,
    cell: typeof cell === 'string' ? cell : null,
  };
}

// A value that was corrected since is somebody else's again: only what the record of today refers to counts. Of the same
// name and birth date are many: only the whole day tells, or the same cell, and never against two citizen ids that differ.
const query = `
  with hit (n, code, person_id) as (
    select i.n, 'duplicate.citizen-id', r.person_id from intake_person i
      join sensitive_value v on v.lookup = i.citizen
      join person_record r on r.person_id = v.subject_id and upper_inf(r.valid) and r.details -> 'citizenId' ->> 'ref' = v.ref::text
      where r.person_id <> i.person_id
    union all
    select i.n, 'duplicate.old-identity-number', r.person_id from intake_person i
      join sensitive_value v on v.lookup = i.old_identity
      join person_record r on r.person_id = v.subject_id and upper_inf(r.valid) and r.details -> 'oldIdentityNumber' ->> 'ref' = v.ref::text
      where r.person_id <> i.person_id
    union all
    select i.n, 'duplicate.code', p.person_id from intake_person i join person p on p.code = i.code where p.person_id <> i.person_id
    union all
    select i.n, 'duplicate.card', m.person_id from intake_card k join intake_person i on i.n = k.n
      join member_number m on m.scheme = k.scheme and m.number = k.number and upper_inf(m.valid)
      where m.person_id <> i.person_id
    union all
    select i.n, 'duplicate.name-and-birth', r.person_id from intake_person i
      join person_record r on r.name_key = i.name_key and r.born = i.born and upper_inf(r.valid)
      where r.person_id <> i.person_id and not (i.citizen is not null and r.details ? 'citizenId')
        and (length(i.born) = 10 or exists (
          select from standing s join unit_code c on c.unit_id = s.unit_id and upper_inf(c.valid)
          where s.person_id = r.person_id and upper_inf(s.valid) and c.code = i.cell)))
  select distinct on (h.n) h.n, own.sheet, own.row, h.code, strpos(p.scope, $2) > 0 as "isVisible", r.name, r.born, u.name as unit
  from hit h
  join intake_person own on own.n = h.n
  join person p on p.person_id = h.person_id
  join person_record r on r.person_id = h.person_id and upper_inf(r.valid)
  left join standing s on s.person_id = h.person_id and upper_inf(s.valid)
  left join unit_name u on u.unit_id = s.unit_id and upper_inf(u.valid)
  where not exists (select from act a where a.id = own.act_id)
  order by h.n, array_position($1::text[], h.code), h.person_id`;
