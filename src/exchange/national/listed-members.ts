import { parseRange } from '#/kernel/facts/table.ts';
import type { Day } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';

export interface ListQuestion {
  /** Members of this unit and all below it; of everything in scope without it. */
  unitId?: string | undefined;
  on: Day;
  /** With those who were members there and no longer are, since this day. */
  goneSince?: Day | undefined;
}

/** Somebody on the list of a day: a member, or (`gone`) one who no longer is. */
export interface ListedMember {
  personId: string;
  code: string | null;
  unitId: string;
  /** Code of that unit. */
  cell: string | null;
  status: string;
  record: Record<string, unknown> & { details: Record<string, unknown> };
  exemption: 'permanent' | 'temporary' | null;
  exemptWhile: string | null;
  cards: { scheme: string; number: string; issuedOn: string | null; issuedAt: string | null }[] | null;
  /** Known to be exempt since the register opened, so not since when. */
  isExemptAsRegistered: boolean;
  arrival: Move | null;
  gone: (Move & { how: string }) | null;
}

/** Of a move: the day, and the place as it was told or the unit. */
export interface Move {
  on: Day;
  place: string | null;
  unitId: string | null;
  detail?: string | null;
}

const isUnder = (unit: string, day: string) =>
  `($2::uuid is null or ${unit} in (select l.unit_id from unit_line l where l.ancestor_id = $2 and l.valid @> ${day}))`;

// $1: the day, $2: the unit or null, $3: gone since, or null. Somebody gone stands where they last stood.
const listed = `
  select s.person_id, s.unit_id, s.status, null::date as gone_on, null::text as how
  from standing s where s.valid @> $1::date and ${isUnder('s.unit_id', '$1::date')}
  union all
  select * from (
    select distinct on (s.person_id) s.person_id, s.unit_id, s.status, upper(s.valid) as gone_on, s.exit as how
    from standing s
    where $3::date is not null and upper(s.valid) between $3::date and $1::date and ${isUnder('s.unit_id', '(upper(s.valid) - 1)')}
      and not exists (select from standing t where t.person_id = s.person_id and t.valid @> $1::date and ${isUnder('t.unit_id', '$1::date')})
    order by s.person_id, upper(s.valid) desc) g`;

const move = (more: string) => `jsonb_build_object('on', e.on_day, 'place', e.place, ${more})`;

const query = `
  select s.person_id as "personId", p.code, s.unit_id as "unitId", c.code as cell, s.status, to_jsonb(r) as record,
    x.kind as exemption, x.valid as "exemptWhile",
    (select jsonb_agg(jsonb_build_object('scheme', n.scheme, 'number', n.number, 'issuedOn', n.issued_on, 'issuedAt', n.issued_at))
     from member_number n where n.person_id = s.person_id and n.valid @> $1::date) as cards,
    x.kind is not null and exists (select from member_event e where e.person_id = s.person_id and e.event = 'registered' and e.on_day = lower(x.valid)) as "isExemptAsRegistered",
    (select ${move(`'unitId', e.from_unit_id`)} from member_event e
     where e.person_id = s.person_id and e.event in ('received', 'transferred') and e.on_day <= $1::date
     order by e.on_day desc limit 1) as arrival,
    case when s.gone_on is null then null else coalesce(
      (select ${move(`'unitId', e.to_unit_id, 'detail', e.detail, 'how', s.how`)} from member_event e
       where e.person_id = s.person_id and e.on_day = s.gone_on and e.event = s.how limit 1),
      jsonb_build_object('on', s.gone_on, 'place', null, 'unitId', null, 'how', s.how)) end as gone
  from (${listed}) s
  join person p on p.person_id = s.person_id
  join person_record r on r.person_id = s.person_id and r.valid @> $1::date
  left join unit_code c on c.unit_id = s.unit_id and c.valid @> coalesce(s.gone_on - 1, $1::date)
  left join exemption x on x.person_id = s.person_id and x.valid @> $1::date and s.gone_on is null
  order by c.code collate "C", r.name_key collate "C", p.person_id`;

const argumentsOf = ({ on, unitId, goneSince }: ListQuestion) => [on, unitId ?? null, goneSince ?? null];

/** How many the list will hold. */
export async function countListed({ client }: Tx, question: ListQuestion): Promise<number> {
  const { rows } = await client.query<{ count: string }>(`select count(*) from (${listed}) s`, argumentsOf(question));
  return Number(rows[0]?.count);
}

/** Who will stand on it: for the access log, before anything of the list is shown. */
export async function listedIds({ client }: Tx, question: ListQuestion): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select distinct s.person_id as id from (${listed}) s`,
    argumentsOf(question),
  );
  return rows.map(({ id }) => id);
}

/** The list, in pieces, cell by cell; to be taken within the transaction. */
export async function* listedMembers({ client }: Tx, question: ListQuestion): AsyncGenerator<ListedMember[]> {
  await client.query(`declare national_rows no scroll cursor for ${query}`, argumentsOf(question));
  for (;;) {
    const { rows } = await client.query<ListedMember>('fetch 1000 from national_rows');
    if (rows.length === 0) break;
    yield rows;
  }
  await client.query('close national_rows');
}

/** The day from which an exemption holds; undefined where the register does not know it. */
export function exemptSince({ exemptWhile, isExemptAsRegistered }: ListedMember): Day | undefined {
  return exemptWhile === null || isExemptAsRegistered ? undefined : (parseRange(exemptWhile).from ?? undefined);
}
