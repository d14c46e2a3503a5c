import { pick, type Random, random } from '#/demo/random.ts';
import type { MemberColumn, MemberQuestion, MemberSort } from '#/domain/members/list-contract.ts';
import { tellMembers } from '#/server/people/details.ts';
import { countMembers, readPage } from '#/server/people/page.ts';
import { searchPeople } from '#/server/people/person-search.ts';
import { placeOf, readMembers } from '#/server/people/question.ts';
import { type AsSomebody, somebodiesAt, somebodyAt } from './capacity.ts';
import { atMost, type Bench, type Row } from './measure.ts';
import { halfAndMost, number, percentile, sum, timed } from './numbers.ts';
import { openPlain, type Plain } from './plain.ts';
import { type BenchUnit, unitsByLevel } from './questions.ts';
import type { Stage } from './stage.ts';

const count = 100;
const warmUp = 10;
const limit = 50;
const columns: ReadonlySet<MemberColumn> = new Set(['name', 'code', 'cardNumber', 'age', 'partyAge', 'unit', 'status']);
const goal = atMost(50, 'ms (p95)');

interface Series {
  name: string;
  filters: (r: Random) => Partial<MemberQuestion>;
  sort?: MemberSort;
  /** What a hand would write for the whole register, of m (the roster) on the day $1. */
  bare: (filters: Partial<MemberQuestion>) => { where: string; by?: string };
}

const words = (q: string) =>
  q
    .split(' ')
    .map((word) => `' ' || m.name_key like '% ${word}%'`)
    .join(' and ');

const all: readonly Series[] = [
  { name: 'no filter', filters: () => ({}), bare: () => ({ where: 'true' }) },
  {
    name: 'searched by words of a name, without accents',
    filters: (r) => ({ q: pick(r, ['nguyen', 'binh', 'nguyen van binh', 'le thi hoa', 'tran van d', 'hong']) }),
    bare: ({ q = '' }) => ({ where: words(q) }),
  },
  {
    name: 'women by ethnicity',
    filters: (r) => ({ sex: ['female'], ethnicity: [pick(r, ['kinh', 'tay', 'muong', 'hmong'])] }),
    bare: ({ ethnicity }) => ({ where: `m.sex = 'female' and m.ethnicity = '${ethnicity}'` }),
  },
  {
    name: 'the oldest of an age, by birth',
    filters: (r) => ({ ageFrom: pick(r, [40, 60, 80]) }),
    sort: '-born',
    bare: ({ ageFrom }) => ({
      where: `m.born_on <= $1::date - interval '${ageFrom} years'`,
      by: 'm.born_on desc, m.name_order desc, m.person_id desc',
    }),
  },
  {
    name: 'few of many: 30 to 35, advanced political theory, women',
    filters: () => ({ ageFrom: 30, ageTo: 35, theoryLevel: ['advanced'], sex: ['female'] }),
    bare: () => ({
      where: `m.sex = 'female' and m.theory_level = 'advanced' and m.born_on <= $1::date - interval '30 years' and m.born_on > $1::date - interval '36 years'`,
    }),
  },
];

/** Who asks: officers with a grant over the whole register, and with one at a cell. */
interface Askers {
  widest: AsSomebody;
  narrowest: readonly AsSomebody[];
}

interface Beside {
  plain: Plain;
  askers: Askers;
}

/** A page of members and the search for one person, for the widest and the narrowest grant; finding the grant is part of it. */
export const people: Bench = {
  name: 'people',
  run: async (stage) => {
    const room = await stage.register();
    const units = await unitsByLevel(room);
    const plain = await openPlain(stage);
    const narrow = await somebodiesAt(stage, random(1, 5, 1), units.get('cell') ?? []);
    const askers: Askers = { widest: await somebodyAt(stage, null), narrowest: narrow.map(({ as }) => as) };
    try {
      const rows: Row[] = [];
      for (const series of all) rows.push(await measure(stage, units, series, { plain, askers }));
      rows.push(await measureSearch(stage, { plain, askers }));
      return rows;
    } finally {
      await plain.close();
    }
  },
};

async function measure(
  stage: Stage,
  units: ReadonlyMap<string, BenchUnit[]>,
  series: Series,
  { plain, askers: { widest, narrowest } }: Beside,
): Promise<Row> {
  const { name, filters, sort = 'name', bare } = series;
  stage.say(`  a page of members: ${name}`);
  const r = random(1, 3, 1);
  const asked = Array.from({ length: warmUp + count }, () => filters(r));
  const page = async (one: Partial<MemberQuestion>, as: AsSomebody) =>
    readMembers(
      await as(),
      'bench',
      { tenant: stage.code, ...one },
      (reading) => readPage(reading, { sort, limit }),
      ({ members }, telling) => tellMembers(telling, members, columns),
    );
  const wide = await inTurn(asked, (one) => page(one, widest));
  const cells = units.get('cell') ?? [];
  const narrow = await inTurn(asked, (one) => page(one, pick(r, narrowest)));
  const counted = await inTurn(asked.slice(0, warmUp + 20), async (one) =>
    readMembers(await widest(), 'bench', { tenant: stage.code, ...one }, countMembers, (total) => total),
  );
  const hand = await inTurn(asked, (one) => plain.count(bareSql(bare(one)), [today()]));
  const share = sum(hand) / sum(wide);
  return {
    work: `A page of ${limit} members: ${name}`,
    size: `${number(stage.options.members)} members, ${number(cells.length)} cells; ${count} questions`,
    goal,
    value: Math.max(percentile(wide, 0.95), percentile(narrow, 0.95)),
    measured: `widest grant p50 / p95 **${halfAndMost(wide)}**; narrowest grant (a cell) ${halfAndMost(narrow)}; the count of all ${halfAndMost(counted)}; ${number(share * 100)}% of the throughput of the bare SQL`,
    beside: `bare SQL over the same table without a policy ${halfAndMost(hand)}`,
  };
}

async function measureSearch(stage: Stage, { plain, askers }: Beside): Promise<Row> {
  stage.say('  the search for a person');
  const r = random(1, 4, 1);
  const asked = Array.from({ length: warmUp + count }, () =>
    pick(r, ['nguyen thi', 'binh', 'vi van khoa', 'le thi hoa', 'dang d']),
  );
  const search = async (q: string, as: AsSomebody) =>
    searchPeople(await placeOf(await as(), { tenant: stage.code }), 'bench', { q, limit: 20 });
  const ours = await inTurn(asked, (q) => search(q, askers.widest));
  const narrow = await inTurn(asked, (q) => search(q, pick(r, askers.narrowest)));
  const hand = await inTurn(asked, (q) => plain.count(bareSql({ where: words(q) }), [today()]));
  return {
    work: 'The search for a person by words of the name',
    size: `${number(stage.options.members)} members; ${count} questions`,
    goal,
    value: Math.max(percentile(ours, 0.95), percentile(narrow, 0.95)),
    measured: `widest grant p50 / p95 **${halfAndMost(ours)}**; narrowest grant (a cell) ${halfAndMost(narrow)}; ${number((sum(hand) / sum(ours)) * 100)}% of the throughput of the bare SQL`,
    beside: `bare SQL ${halfAndMost(hand)}`,
  };
}

const today = () => new Date().toISOString().slice(0, 10);

/** The page as a hand would ask for it, with what is shown of each row; the number of its rows. */
function bareSql({ where, by = 'm.name_order, m.person_id' }: { where: string; by?: string }): string {
  return `select count(*)::int as count from (
    select m.person_id, p.code, r.name, r.born, r.sex, c.code as unit_code, n.name as unit_name, m.status,
      (select k.number from member_number k where k.person_id = m.person_id and k.valid @> $1::date order by k.scheme limit 1) as card
    from (select * from roster m where m.since <= $1::date and m.until > $1::date and ${where} order by ${by} limit ${limit + 1}) m
    join person p on p.person_id = m.person_id
    join person_record r on r.person_id = m.person_id and r.valid @> $1::date
    join unit_code c on c.unit_id = m.unit_id and c.valid @> $1::date
    join unit_name n on n.unit_id = m.unit_id and n.valid @> $1::date
    offset 0) page`;
}

/** Puts the questions one after another; the first ones are not timed. */
async function inTurn<T>(asked: readonly T[], ask: (one: T) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (const [n, one] of asked.entries()) {
    const { ms } = await timed(() => ask(one));
    if (n >= warmUp) times.push(ms);
  }
  return times;
}
