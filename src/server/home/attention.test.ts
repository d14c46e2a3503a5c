import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { numberIn } from '#/kernel/figures/counted.ts';
import type { CountFigure } from '#/kernel/figures/figure.ts';
import { type Frame, inFrame } from '#/kernel/figures/frame.ts';
import { countedRows } from '#/kernel/figures/list.ts';
import { unitsUnder } from '#/kernel/figures/units-under.ts';
import { figures } from '#/server/parts.ts';
import { type Ward, wardDatabase } from '#test/ward.ts';
import type { OpenRoom } from '../installation.ts';
import { type Installation, openInstallation } from '../installation.ts';
import { attention } from './attention.ts';
import { spansOf } from './spans.ts';

// Whatever way is quicker to look, what is found is the same.

let database: Ward;
let installation: Installation;
let room: OpenRoom;
let units: { id: string; kind: string }[];
const folder = mkdtempSync(join(tmpdir(), 'sotay-attention-'));
const on = '2026-06-30';

beforeAll(async () => {
  database = await wardDatabase();
  installation = await openInstallation({
    env: { DATABASE_URL: database.adminUrl, SOTAY_DATA: folder, SOTAY_KEY_FILE: database.keyFile },
  });
  room = await installation.room((await installation.tenants())[0]?.code as string);
  units = await room.read({ actor: 'test' }, async ({ client }) => {
    const { rows } = await client.query(
      'select unit_id as id, kind from unit_kind where valid @> $1::date order by kind, unit_id',
      [on],
    );
    return rows;
  });
}, 120_000);
afterAll(async () => {
  await installation.close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const at = <T>(unitId: string, from: string, work: (frame: Frame) => Promise<T>): Promise<T> =>
  room.read({ actor: 'test' }, ({ db }) => inFrame(db, { unitId, on, from, to: on, args: {}, knownAt: null }, work));

test('a number that comes with its names is the number that is counted without them', async () => {
  const { rulebook } = await room.journal();
  const spans = spansOf(on);
  const some = [...Map.groupBy(units, ({ kind }) => kind).values()].flatMap((alike) => alike.slice(0, 2));
  let names = 0;
  for (const { id } of some)
    await at(id, spans.year.from, async (frame) => {
      const told = (isNamed: boolean) => attention(frame, figures, rulebook, { spans, isNamed });
      const [named, bare] = [await told(true), await told(false)];
      expect(named.map(({ first: _, ...one }) => one)).toEqual(bare.map(({ first: _, ...one }) => one));
      for (const { first, count } of named) expect(first.length).toBe(Math.min(3, count));
      names += named.reduce((sum, { first }) => sum + first.length, 0);
    });
  expect(names).toBeGreaterThan(10);
}, 60_000);

test('who comes due of a badge is found from a few units as from the whole register', async () => {
  const badges = figures.get('badges-due') as CountFigure;
  const root = units.find(({ kind }) => kind === 'commune') as (typeof units)[number];
  const cells = units.filter(({ kind }) => kind.includes('cell')).slice(0, 8);
  let found = 0;
  for (const from of [
    '2016-01-01',
    '2019-06-15',
    '2022-02-01',
    '2025-01-31',
    '2026-02-01',
    '2026-05-01',
    '2026-06-30',
  ]) {
    const perUnit = await at(root.id, from, async (frame) => {
      expect((await unitsUnder(frame, from, on)).areFew).toBe(false);
      return Map.groupBy(await countedRows(frame, badges, {}), ({ unitId }) => unitId);
    });
    for (const { id } of cells)
      await at(id, from, async (frame) => {
        expect((await unitsUnder(frame, from, on)).areFew).toBe(true);
        expect(await numberIn(frame, badges, {})).toBe(perUnit.get(id)?.length ?? 0);
      });
    found += perUnit.size;
  }
  expect(found).toBeGreaterThan(10);
}, 120_000);
