import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportJournal } from '#/exchange/export/export-journal.ts';
import { importJournal } from '#/exchange/import/import-journal.ts';
import type { ActInput } from '#/kernel/journal/act.ts';
import { digest } from '#/kernel/journal/digest.ts';
import { unitLine } from '#/kernel/tree/lines.ts';
import { inTransaction } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import { derivedId } from '#/platform/ids.ts';
import { askFigure } from './ask.ts';
import { randomJournal } from './random/journal.ts';
import { testWorld, type World } from './world.ts';

const id = (name: string) => derivedId('rules', name);
const unit = (code: string, kind: string, parent?: string): ActInput => ({
  id: id(code),
  kind: 'unit.established',
  effectiveOn: '2015-01-01',
  unit: { code, name: `Đơn vị ${code}`, kind, ...(parent ? { parent } : {}) },
});
const person = (code: string, cell: string): ActInput => ({
  id: id(code),
  kind: 'member.registered',
  effectiveOn: '2020-01-01',
  person: {
    code,
    name: `Phạm Thị ${code}`,
    born: '1980-04-05',
    sex: 'female',
    citizenId: `03808000${code.slice(1).padStart(4, '0')}`,
  },
  cell,
  status: 'official',
});

let world: World;
beforeAll(async () => {
  world = await testWorld();
  await world.post([
    unit('R', 'grassroots-body'),
    unit('A', 'cell', 'R'),
    unit('B', 'cell', 'R'),
    person('P1', 'A'),
    person('P2', 'B'),
  ]);
});
afterAll(() => world.close());

async function refusal(acts: readonly ActInput[]): Promise<Problem> {
  try {
    await world.post(acts);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('it was recorded');
}

describe('the journal', () => {
  it('takes the same act twice without harm, and refuses the id with other content', async () => {
    const again = await world.post([person('P1', 'A')]);
    expect(again).toMatchObject({ added: 0, duplicates: 1 });
    const byId = await world.post([{ ...person('P1', 'A'), cell: await unitId('A') }]);
    expect(byId).toMatchObject({ added: 0, duplicates: 1 });
    const other = await refusal([{ ...person('P1', 'A'), effectiveOn: '2020-01-02' }]);
    expect(other.fields[0]).toMatchObject({ code: 'act.id-reused', field: 'id', actId: id('P1') });
  });

  it('refuses an act that came after one nobody recorded', async () => {
    const rename = { kind: 'unit.renamed', effectiveOn: '2021-01-05', unit: 'A', name: 'Đơn vị A mới' };
    const refused = await refusal([{ ...rename, after: id('nobody recorded this') }]);
    expect(refused.fields[0]).toMatchObject({ code: 'after.unknown', field: 'after' });
  });

  it('asks which came first of two acts of one day whose order matters, and takes the answer', async () => {
    const move = (name: string, to: string, after?: string): ActInput => ({
      id: id(name),
      kind: 'member.transferred',
      effectiveOn: '2021-02-03',
      person: 'P1',
      to,
      ...(after ? { after } : {}),
    });
    await world.post([unit('C', 'cell', 'R')]);
    const doubt = await refusal([move('to C', 'C'), move('to B', 'B')]);
    expect(doubt.fields[0]).toMatchObject({ code: 'after.needed', field: 'after' });
    await world.post([move('to C', 'C'), move('to B', 'B', id('to C'))]);
    expect((await askFigure(world, 'members', 'B', { on: '2021-02-03', list: true })).codes).toContain('P1');
  });

  it('refuses a withdrawal that leaves later acts hanging, naming them, and takes it together with theirs', async () => {
    const admitted: ActInput = {
      id: id('admitted'),
      kind: 'member.admitted',
      effectiveOn: '2022-05-19',
      person: { code: 'P9', name: 'Vũ Thị Chín', born: '2000' },
      cell: 'A',
    };
    const recognised: ActInput = {
      id: id('recognised'),
      kind: 'member.recognised',
      effectiveOn: '2023-05-19',
      person: 'P9',
    };
    const died: ActInput = { id: id('died'), kind: 'member.died', effectiveOn: '2024-01-01', person: 'P9' };
    await world.post([admitted, recognised, died]);
    const withdraw = (name: string): ActInput => ({
      kind: 'act.withdrawn',
      effectiveOn: '2024-02-01',
      withdraws: id(name),
      reason: 'Ghi nhầm',
    });
    const hanging = await refusal([withdraw('admitted')]);
    expect(hanging.fields.map(({ actId }) => actId)).toEqual(expect.arrayContaining([id('recognised'), id('died')]));
    await world.post(['admitted', 'recognised', 'died'].map(withdraw));
    expect((await askFigure(world, 'admissions', 'R', { from: '2022-01-01', on: '2022-12-31' })).value).toBe(0);
  });

  it('corrects by an act that takes the place of the wrong one, with its reason', async () => {
    const wrong: ActInput = {
      id: id('wrong'),
      kind: 'member.admitted',
      effectiveOn: '2022-06-01',
      person: { id: id('P10'), code: 'P10', name: 'Vũ Thị Mười', born: '2000' },
      cell: 'A',
    };
    await world.post([wrong]);
    const right: ActInput = { ...wrong, id: id('right'), effectiveOn: '2022-06-11', withdraws: id('wrong') };
    expect((await refusal([right])).fields[0]).toMatchObject({ field: 'note', code: 'field.missing' });
    await world.post([{ ...right, note: 'Lễ kết nạp ngày 11, không phải ngày 1' }]);
    const list = await askFigure(world, 'admissions', 'R', { from: '2022-06-01', on: '2022-06-30', list: true });
    expect(list.list).toMatchObject([{ on: '2022-06-11' }]);
  });

  it('keeps sensitive values out of its lines', async () => {
    const { rows } = await world.read(({ client }) =>
      client.query("select body::text as body from act where kind = 'member.registered'"),
    );
    for (const { body } of rows) expect(body).not.toMatch(/03808000/);
  });

  it('gives no answer about what was known later than its last act', async () => {
    await expect(
      askFigure(world, 'members', 'R', { on: '2021-01-01', knownAt: '2027-01-01T00:00:00Z' }),
    ).rejects.toMatchObject({ code: 'known-at.future' });
  });
});

describe('what a place in the tree lets one see', () => {
  const tables = ['act', 'standing', 'person', 'person_record', 'member_event', 'sensitive_value'];

  it('is nothing without a setting, and only what lies under the given path', async () => {
    const client = await world.journal.pool.connect();
    try {
      for (const table of tables)
        expect((await client.query(`select count(*)::int as n from ${table}`)).rows[0]).toEqual({ n: 0 });
    } finally {
      client.release();
    }
    const path = await pathOf('B');
    const seen = await inTransaction(world.journal.pool, { actor: 'b', scope: path, readOnly: true }, async (tx) => {
      const { rows } = await tx.client.query(
        'select distinct u.code from standing s join unit_code u on u.unit_id = s.unit_id',
      );
      const people = await tx.client.query('select code from person order by code');
      return { units: rows.map(({ code }) => code), people: people.rows.map(({ code }) => code) };
    });
    // P1 came to B: the record goes along, the days in A and C do not.
    expect(seen).toEqual({ units: ['B'], people: ['P1', 'P2'] });
  });

  it('follows the tree: what moves away is seen from its new place', async () => {
    await world.post([
      unit('S', 'grassroots-body'),
      { kind: 'unit.moved', effectiveOn: '2025-01-01', unit: 'C', parent: 'S' },
    ]);
    const path = await pathOf('S');
    const units = await inTransaction(world.journal.pool, { actor: 's', scope: path, readOnly: true }, ({ client }) =>
      client.query('select count(*)::int as n from act'),
    );
    expect(units.rows[0].n).toBeGreaterThan(2);
  });

  it('bounds what one may record', async () => {
    const poster = { actor: 'b', scope: await pathOf('B'), source: { via: 'api' } } as const;
    const { post } = await import('#/kernel/journal/post.ts');
    const outside = post(world.journal, poster, [
      { kind: 'member.admitted', effectiveOn: '2023-01-01', person: { name: 'Lý Văn Ngoài' }, cell: 'A' },
    ]);
    await expect(outside).rejects.toMatchObject({ code: 'scope.outside', status: 404 });
  });

  it('is asked as a role that owns nothing and cannot pass by the policies', async () => {
    const { rows } = await world.read(({ client }) =>
      client.query(
        'select current_user as name, (select count(*)::int from pg_class where relowner = current_user::regrole) as owns, rolbypassrls, rolsuper from pg_roles where rolname = current_user',
      ),
    );
    expect(rows).toEqual([{ name: 'sotay_app', owns: 0, rolbypassrls: false, rolsuper: false }]);
    await expect(world.read(({ client }) => client.query('delete from act'))).rejects.toThrow(
      /permission denied|read-only/,
    );
    const bare = await world.read(({ client }) =>
      client.query(
        "select relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 't_t' and relkind = 'r' and not relrowsecurity",
      ),
    );
    expect(bare.rows).toEqual([]);
  });
});

describe('the journal as a file', () => {
  it('imported into an empty register gives the same facts, whatever happened', async () => {
    await fc.assert(
      fc.asyncProperty(randomJournal('export', 60), fc.nat(), async (acts, n) => {
        const first = await testWorld();
        const second = await testWorld();
        try {
          await first.post(acts);
          const undone = acts[acts.length - 1 - (n % 3)];
          if (undone !== undefined && !undone.kind.startsWith('unit.'))
            await first
              .post([{ kind: 'act.withdrawn', effectiveOn: '2026-01-01', withdraws: undone.id, reason: 'thử' }])
              .catch(() => null);
          const lines = await first.read(async (tx) => {
            const all: ActInput[] = [];
            for await (const line of exportJournal(tx)) all.push(line as ActInput);
            return all;
          });
          const source = {
            name: 'export.ndjson',
            hash: id(String(n)),
            read: () => lines.map((input, i) => ({ line: i + 1, input })),
          };
          await importJournal(second.journal, source, { actor: 'test' });
          const facts = (at: World) => at.read((tx) => digest(tx, [...at.journal.register.tables, unitLine]));
          expect((await facts(second)).facts).toBe((await facts(first)).facts);
        } finally {
          await first.close();
          await second.close();
        }
      }),
      { numRuns: 6, interruptAfterTimeLimit: 40_000 },
    );
  });
});

async function unitId(code: string): Promise<string> {
  return world.read(
    async ({ client }) => (await client.query('select unit_id from unit_code where code = $1', [code])).rows[0].unit_id,
  );
}

async function pathOf(code: string): Promise<string> {
  const unitIdOf = await unitId(code);
  return world.read(
    async ({ client }) =>
      (await client.query('select path from unit_scope where unit_id = $1', [unitIdOf])).rows[0].path,
  );
}
