import { afterAll, beforeAll, test } from 'vitest';
import { loadDemo } from '#/server/demos.ts';
import { type Desk, openDesk, soon } from './desk.ts';

// A ward of 500 members who do not exist: founded on 1/7/2025, made one organisation of cells on 26/7/2026.

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await loadDemo(desk.installation, 'ward', { members: 500, actor: 'journeys' });
});
afterAll(() => desk?.close());

const ward = 'unit=VM&tenant=VM&period=2026&on=2026-11-30';

test('the tree is walked by the keyboard and searched without accents', async () => {
  const { page, go, look, leave } = await desk.sit();
  await go(`/tree?${ward}`);
  await look('tree');
  const items = page.getByRole('treeitem');
  await soon(() => items.count()).toBeGreaterThan(1);
  await items.first().focus();
  await page.keyboard.press('ArrowDown');
  await leave();
});
