import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fixedClock } from '#/platform/clock.ts';
import type { Session } from './session.ts';
import { openStore } from './store.ts';

const folder = join(mkdtempSync(join(tmpdir(), 'sotay-store-')), 'uploads');
afterAll(() => rmSync(join(folder, '..'), { recursive: true }));

const at = (instant: string) => openStore(folder, fixedClock(instant));
const session = (id: string, createdAt: string): Session => ({
  id,
  name: 'a.csv',
  kind: 'table',
  createdAt,
  by: 'test',
  tenant: 'T',
  state: 'recognised',
  file: '',
  fileHash: '',
  plan: { sheets: [], newUnits: [] },
  sheets: [],
  planProblems: [],
  signature: null,
  remembered: false,
  repairs: [],
});

test('a session lies where only its owner may look, outlives the server, and goes when it has lain a day', async () => {
  const store = at('2026-08-01T03:00:00Z');
  const id = await store.makeFolder();
  await store.save(session(id, '2026-08-01T03:00:00Z'));
  writeFileSync(join(store.folderOf(id), 'rows-x.ndjson'), 'x');
  const mode = (path: string) => statSync(path).mode & 0o777;
  expect([mode(folder), mode(store.folderOf(id)), mode(join(store.folderOf(id), 'session.json'))]).toEqual([
    0o700, 0o700, 0o600,
  ]);
  const later = at('2026-08-02T02:59:00Z');
  expect(await later.sweep()).toBe(0);
  expect((await later.all()).map((one) => one.id)).toEqual([id]);
  expect(await at('2026-08-02T03:00:00Z').sweep()).toBe(1);
  expect([await later.load(id), existsSync(store.folderOf(id))]).toEqual([null, false]);
});

test('what was read of people is cleared, what became of the import stays', async () => {
  const store = at('2026-08-01T03:00:00Z');
  const id = await store.makeFolder();
  await store.save(session(id, '2026-08-01T03:00:00Z'));
  writeFileSync(join(store.folderOf(id), 'rows-x.ndjson'), 'x');
  await store.clear(id);
  expect(existsSync(join(store.folderOf(id), 'rows-x.ndjson'))).toBe(false);
  expect((await store.load(id))?.id).toBe(id);
});

test('of states saved one after the other the last one lies there, whole', async () => {
  const store = at('2026-08-01T03:00:00Z');
  const id = await store.makeFolder();
  const first = session(id, '2026-08-01T03:00:00Z');
  await Promise.all([
    store.save(first),
    store.save({ ...first, state: 'checking' }),
    store.save({ ...first, state: 'checked' }),
  ]);
  expect((await store.load(id))?.state).toBe('checked');
  expect(JSON.parse(readFileSync(join(store.folderOf(id), 'session.json'), 'utf8')).state).toBe('checked');
});

test('an id that is none leads nowhere', async () => {
  const store = at('2026-08-01T03:00:00Z');
  expect(await store.load('../../etc')).toBeNull();
});
