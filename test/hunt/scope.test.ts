import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ActInput } from '#/kernel/journal/act.ts';
import { verifyFacts } from '#/kernel/journal/verify-facts.ts';
import { fixedClock } from '#/platform/clock.ts';
import { inTransaction } from '#/platform/db/transaction.ts';
import { derivedId } from '#/platform/ids.ts';
import { testWorld, type World } from '../world.ts';
import { Player, withMistakes } from './random.ts';

const id = (name: string) => derivedId('scope', name);
const unit = (code: string, kind: string, parent?: string): ActInput => ({
  id: id(code),
  kind: 'unit.established',
  effectiveOn: '2015-01-01',
  unit: { id: id(`unit ${code}`), code, name: `Đơn vị ${code}`, kind, ...(parent ? { parent } : {}) },
});

const newUnit = (code: string, parent: string) => ({ code, name: `Chi bộ ${code}`, kind: 'cell', parent });

let world: World;
beforeEach(async () => {
  world = await testWorld();
});
afterEach(() => world.close());

async function small(): Promise<void> {
  await world.post([unit('R', 'provincial'), unit('G', 'grassroots-body', 'R'), unit('H', 'grassroots-body', 'R')]);
  await world.post([unit('A', 'cell', 'G'), unit('B', 'cell', 'H')]);
  await world.post([
    {
      id: id('P'),
      kind: 'member.registered',
      effectiveOn: '2018-01-01',
      person: { id: id('person P'), code: 'P', name: 'Lê Thị P', born: '1970', citizenId: '038070000001' },
      cell: 'A',
      status: 'official',
    },
  ]);
}

async function pathOf(code: string): Promise<string> {
  const { rows } = await world.read(({ client }) =>
    client.query('select path from unit_scope where unit_id = $1', [id(`unit ${code}`)]),
  );
  return rows[0].path;
}

/** The rows about people that somebody with this scope may read, by table: the ids of the people. */
async function seenBy(scope: string): Promise<Map<string, Set<string>>> {
  const { tables } = world.journal.register;
  return inTransaction(world.journal.pool, { actor: 'x', scope, readOnly: true }, async ({ client }) => {
    const seen = new Map<string, Set<string>>();
    for (const { name, subject, subjectColumn } of tables) {
      if (subject !== 'person') continue;
      for (const one of [name, `${name}_twin`]) {
        const { rows } = await client.query(`select distinct ${subjectColumn} as id from ${one}`);
        seen.set(one, new Set(rows.map((row) => row.id)));
      }
    }
    const acts = await client.query(
      "select distinct s.subject_id as id from act a join act_subject s on s.act_id = a.id where s.role = 'person' and a.kind not like 'unit.%'",
    );
    seen.set('act', new Set(acts.rows.map((row) => row.id)));
    const values = await client.query('select distinct subject_id as id from sensitive_value');
    seen.set('sensitive_value', new Set(values.rows.map((row) => row.id)));
    return seen;
  });
}

const withdraw = (what: string): ActInput => ({
  kind: 'act.withdrawn',
  effectiveOn: '2026-01-01',
  withdraws: id(what),
  reason: 'nhầm',
});

describe('scope', () => {
  it('forgets a place where somebody was by mistake: acts, sensitive values and twins too', async () => {
    await small();
    await world.post([
      { id: id('wrong'), kind: 'member.transferred', effectiveOn: '2020-01-01', person: 'P', to: 'B' },
    ]);
    await world.post([
      { id: id('u'), kind: 'member.updated', effectiveOn: '2021-01-01', person: 'P', record: { religion: 'none' } },
    ]);
    await world.post([withdraw('u')]);
    expect((await seenBy(await pathOf('B'))).get('sensitive_value')).toEqual(new Set([id('person P')]));
    await world.post([withdraw('wrong')]);
    expect(await verifyFacts(world.journal)).toEqual([]);
    const seen = await seenBy(await pathOf('H'));
    for (const table of [
      'person',
      'person_record',
      'person_record_twin',
      'sensitive_value',
      'standing',
      'member_event',
    ])
      expect({ table, seen: [...(seen.get(table) ?? [])] }).toEqual({ table, seen: [] });
    const { rows } = await inTransaction(
      world.journal.pool,
      { actor: 'x', scope: await pathOf('H'), readOnly: true },
      ({ client }) => client.query("select kind from act where kind like 'member.%' order by kind"),
    );
    expect(rows).toEqual([{ kind: 'member.transferred' }]);
  });

  it('of a secret told with the unit that it concerns is that of the unit', async () => {
    await world.post([
      unit('R', 'provincial'),
      unit('G', 'grassroots-body', 'R'),
      {
        kind: 'petition.received',
        effectiveOn: '2024-03-04',
        unit: 'G',
        code: '1',
        sort: 'complaint',
        complainant: 'Nguyễn Thị Mẫu',
      },
    ]);
    expect(await verifyFacts(world.journal)).toEqual([]);
    const { rows } = await world.read(({ client }) => client.query('select scope from sensitive_value'));
    expect(rows).toEqual([{ scope: await pathOf('G') }]);
  });

  it('follows a decision that takes effect later, from its day on', async () => {
    await small();
    await world.post([{ kind: 'unit.moved', effectiveOn: '2026-09-01', unit: 'A', parent: 'H' }]);
    expect(await pathOf('A')).toContain(await pathOf('G'));
    const later = { ...world.journal, clock: fixedClock('2026-09-02T03:00:00Z') };
    const { post } = await import('#/kernel/journal/post.ts');
    await post(later, { actor: 't', source: { via: 'api' } }, [unit('Z', 'cell', 'G')]);
    expect(await pathOf('A')).toContain(await pathOf('H'));
    expect(await verifyFacts(later)).toEqual([]);
  });

  it.each([
    ["update unit_scope set path = '|zz.' || label || '.' where unit_id = $1", 'unit A', 'unit_scope'],
    ['delete from unit_scope where unit_id = $1', 'unit A', 'unit_scope'],
    ['update standing set scope = (select path from unit_scope where unit_id = $1)', 'unit B', 'standing'],
    ['update person set scope = scope || (select path from unit_scope where unit_id = $1)', 'unit B', 'person'],
    ["update act set scope = '|' where id = $1", 'P', 'act'],
    [
      'update sensitive_value set scope = scope || (select path from unit_scope where unit_id = $1)',
      'unit B',
      'sensitive_value',
    ],
  ])('is checked: %s', async (sql, name, table) => {
    await small();
    expect(await verifyFacts(world.journal)).toEqual([]);
    await world.tamper(sql, [id(name)]);
    expect((await verifyFacts(world.journal)).map((finding) => finding.table)).toContain(table);
  });

  it.each([
    ["update standing_twin set known_from = known_from - interval '1 day'", 'standing_twin'],
    ["update standing_twin set known_until = known_until - interval '1 second'", 'standing_twin'],
    ['update standing_twin set act_id = gen_random_uuid()', 'standing_twin'],
    ["update standing set known_from = known_from + interval '1 second'", 'standing'],
    ['update unit_name_twin set known_until = known_from', 'unit_name_twin'],
    ["update unit_line_twin set known_until = 'infinity'", 'unit_line_twin'],
  ])('and the times of belief are: %s', async (sql, table) => {
    await small();
    await world.post([
      { kind: 'member.transferred', effectiveOn: '2020-01-01', person: 'P', to: 'B' },
      { kind: 'unit.renamed', effectiveOn: '2020-01-01', unit: 'A', name: 'Chi bộ mới' },
      { kind: 'unit.moved', effectiveOn: '2020-01-01', unit: 'A', parent: 'H' },
    ]);
    expect(await verifyFacts(world.journal)).toEqual([]);
    await world.tamper(sql);
    expect((await verifyFacts(world.journal)).map((finding) => finding.table)).toContain(table);
  });

  it('of an act about more people than are folded at once is that of all of them', async () => {
    await small();
    await world.post([unit('C', 'cell', 'G'), unit('D', 'cell', 'H')]);
    const ids = Array.from({ length: 2_010 }, (_, i) => id(`person ${i}`)).toSorted();
    const people = ids.map((one, i): ActInput => {
      const person = { id: one, name: `Lê Văn ${i}`, born: '1970' };
      return { kind: 'member.registered', effectiveOn: '2018-01-01', person, cell: 'A', status: 'official' };
    });
    // The first and the last of them are known elsewhere too.
    const [first, last] = [ids[0] as string, ids.at(-1) as string];
    await world.post([
      ...people,
      { kind: 'member.temporarilyTransferred', effectiveOn: '2019-01-01', person: first, host: 'B' },
      { kind: 'member.temporarilyTransferred', effectiveOn: '2019-01-01', person: last, host: 'D' },
    ]);
    const assign = ids.map((person) => ({ person, to: 'C' }));
    await world.post([{ kind: 'unit.split', effectiveOn: '2020-01-01', unit: 'A', into: [newUnit('N', 'G')], assign }]);
    expect(await verifyFacts(world.journal)).toEqual([]);
  });

  it('of random registers follows from the facts, however they grew', async () => {
    for (let seed = 1; seed <= Number(process.env.HUNT_RUNS ?? 1); seed++) {
      const fresh = await testWorld();
      try {
        const acts = withMistakes(new Player(seed, 90).acts, seed);
        for (let i = 0; i < acts.length; i += 7) await fresh.post(acts.slice(i, i + 7)).catch(() => null);
        await fresh.post(acts).catch(() => null);
        expect({ seed, findings: await verifyFacts(fresh.journal) }).toEqual({ seed, findings: [] });
      } finally {
        await fresh.close();
      }
    }
  });
});
