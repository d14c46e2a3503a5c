import { newcomer } from '#/demo/province/people.ts';
import { provinceTree } from '#/demo/province/tree.ts';
import { random } from '#/demo/random.ts';
import { workingDay } from '#/demo/working-days.ts';
import type { ActInput } from '#/kernel/journal/act.ts';
import { addDays, addMonths, type Day } from '#/platform/day.ts';
import type { OpenRoom } from '#/server/installation.ts';

/** Days of the acts: after the demos' year, before today. */
const FIRST: Day = '2026-07-01';
const SPAN = 140;

interface Stock {
  /** Official members who stand in a cell, none of them twice. */
  members: { person: string; cell: string; beside: string }[];
  /** Those admitted a year before one of the days. */
  probationers: { person: string; admittedOn: Day }[];
  /** Serial numbers of new people begin here. */
  serial: number;
}

/** Makes acts for the register as it is: of ten acts four admissions, three transfers, two recognitions, one death. */
export async function makeActs(room: OpenRoom, count: number): Promise<ActInput[]> {
  const stock = await readStock(room, count);
  return Array.from({ length: count }, (_, n) => {
    const turn = n % 10;
    const probationer = turn === 4 || turn === 8 ? stock.probationers.pop() : undefined;
    if (probationer !== undefined) return recognition(probationer, n);
    const member = stock.members[n] as Stock['members'][number];
    if (turn % 3 === 0) return admission(stock.serial + n, member.cell, n);
    return turn === 5 ? death(member.person, n) : transfer(member, n);
  });
}

/** Only says where names of places come from. */
const anywhere = provinceTree(7, 1_000);

const dayOf = (n: number): Day => workingDay(addDays(FIRST, (n * 37) % SPAN));

const paper = (sort: string, n: number, issuedOn: Day) => ({
  issuer: 'Đảng ủy xã A',
  number: `${n + 1}-${sort}/ĐU`,
  issuedOn,
});

function admission(serial: number, cell: string, n: number): ActInput {
  const on = dayOf(n);
  const decidedOn = workingDay(addDays(on, -12));
  const person = newcomer(7, anywhere, serial, n, decidedOn, 'candidate');
  return { kind: 'member.admitted', effectiveOn: on, paper: paper('QĐ', n, decidedOn), person, cell };
}

function transfer({ person, beside }: Stock['members'][number], n: number): ActInput {
  const on = dayOf(n);
  return { kind: 'member.transferred', effectiveOn: on, paper: paper('GTSHĐ', n, on), person, to: beside };
}

function recognition({ person, admittedOn }: Stock['probationers'][number], n: number): ActInput {
  const on = addMonths(admittedOn, 12);
  return { kind: 'member.recognised', effectiveOn: on, paper: paper('QĐ', n, workingDay(addDays(on, 3))), person };
}

function death(person: string, n: number): ActInput {
  const on = dayOf(n);
  return { kind: 'member.died', effectiveOn: on, paper: paper('BC', n, workingDay(addDays(on, 1))), person };
}

/** Whom the acts are about; at random, but the same in every run on the same register. */
function readStock(room: OpenRoom, count: number): Promise<Stock> {
  return room.read({ actor: 'bench' }, async ({ client }) => {
    const members = await client.query(
      `with cell as (
         select u.unit_id, lead(u.unit_id, 1, u.unit_id) over w as beside from unit_kind k join unit_scope u using (unit_id)
         where upper(k.valid) is null and k.kind in ('cell', 'grassroots-cell') window w as (order by u.path)
       )
       select s.person_id as person, s.unit_id as cell, c.beside from standing s join cell c using (unit_id)
       where upper(s.valid) is null and lower(s.valid) < '${FIRST}' and s.status = 'official' and not s.in_transit and c.beside <> s.unit_id
         and not exists (select from temporary_stay t where t.person_id = s.person_id and upper(t.valid) is null)
       order by md5(s.person_id::text) limit $1`,
      [count],
    );
    const probationers = await client.query(
      `select s.person_id as person, e.on_day as "admittedOn" from standing s join member_event e on e.person_id = s.person_id and e.event = 'admitted'
       where upper(s.valid) is null and s.status = 'probationary' and not s.in_transit and e.on_day between '2025-07-02' and '2025-11-10'
       order by md5(s.person_id::text) limit $1`,
      [count],
    );
    const acts = await client.query('select count(*) as count from act');
    if (members.rows.length < count) throw new Error(`this register has too few members for ${count} acts`);
    return {
      members: members.rows,
      probationers: probationers.rows,
      serial: 3_000_000 + Math.floor(random(acts.rows[0].count, 1, 1)() * 6_000_000),
    };
  });
}
