import { afterAll, beforeAll, expect, test } from 'vitest';
import { post } from '#/kernel/journal/post.ts';
import { movingTree } from '#test/moving-tree.ts';
import { type Desk, openDesk, soon } from './desk.ts';

// A province A whose tree changes in every way, and a register B of one unit with 5,000 cells under it.

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  const paper = { issuer: 'Tỉnh ủy B', number: '1-QĐ/TU', issuedOn: '2024-12-20' };
  const unit = (more: object) => ({ kind: 'unit.established', effectiveOn: '2025-01-01', paper, unit: more });
  const cells = Array.from({ length: 5000 }, (_, n) => String(n + 1).padStart(4, '0'));
  const wide = [
    unit({ code: 'B', name: 'Đảng bộ tỉnh B', kind: 'provincial' }),
    ...cells.map((n) => unit({ code: `B.${n}`, name: `Chi bộ số ${n}`, kind: 'grassroots-cell', parent: 'B' })),
  ];
  for (const [code, acts] of [
    ['A', movingTree],
    ['B', wide],
  ] as const) {
    const room = await desk.installation.addTenant({ code, name: `Đảng bộ tỉnh ${code}` });
    await post(await room.journal(), { actor: 'journeys', source: { via: 'api' } }, acts);
  }
}, 180_000);
afterAll(() => desk?.close());

const at = (on: string) => `unit=A&tenant=A&period=2025&on=${on}`;

test('the keyboard walks the tree, closes and opens, and finds by letters', async () => {
  const { page, go, look, leave } = await desk.sit();
  await go(`/tree?${at('2025-12-31')}`);
  await look('tree');
  const items = page.getByRole('treeitem');
  await soon(() => items.count()).toBe(8);
  const here = () => page.evaluate<string>('document.activeElement.textContent');
  await items.first().focus();
  await page.keyboard.press('ArrowDown');
  expect(await here()).toContain('Đảng bộ xã Tân Đông');
  await page.keyboard.press('ArrowLeft');
  await soon(() => items.count()).toBe(6);
  await page.keyboard.press('ArrowRight');
  await soon(() => items.count()).toBe(8);
  await page.keyboard.press('End');
  expect(await here()).toContain('Chi bộ Trạm Y tế');
  await page.keyboard.press('x');
  expect(await here()).toContain('Đảng bộ xã Tân Đông');
  await page.keyboard.press('x');
  expect(await here()).toContain('Đảng bộ xã Đoài');
  expect(await items.nth(1).getAttribute('aria-setsize')).toBe('3');
  expect(await items.nth(1).getAttribute('aria-posinset')).toBe('1');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await soon(() => page.getByRole('dialog').locator('tbody tr').count()).toBe(3);
  await page.keyboard.press('Escape');
  await items.nth(1).focus();
  await page.keyboard.press('Enter');
  await soon(() => new URL(page.url()).pathname).toBe('/unit');
  expect(new URL(page.url()).searchParams.get('unit')).toMatch(/^A\.[12]/);
  await leave();
});

test('a search without accents leaves what matches under what stands above it', async () => {
  const { page, go, look, leave } = await desk.sit({ language: 'en' });
  await go(`/tree?${at('2025-12-31')}`);
  await page.getByLabel('Search the tree; accents may be left out').fill('thon nam');
  const items = page.getByRole('treeitem');
  await soon(() => items.count()).toBe(3);
  await soon(() => page.getByText('1 units match').count()).toBe(1);
  await look('tree-searched');
  expect(await items.last().textContent()).toContain('Chi bộ thôn Năm');
  await leave();
});

test('the handle walks the days of changes; what ended is marked, and each change leads to its act', async () => {
  const { page, go, look, leave } = await desk.sit();
  await go(`/tree?${at('2025-05-01')}&since=2025-01-02&until=2025-12-31`);
  const handle = page.getByRole('slider', { name: 'Ngày xem' });
  await soon(() => handle.getAttribute('aria-valuetext')).toBe('01/05/2025: 1 thay đổi');
  await handle.press('ArrowRight');
  await soon(() => handle.getAttribute('aria-valuetext')).toBe('01/07/2025: 2 thay đổi');
  await soon(() => page.getByText('vừa kết thúc').count()).toBe(1);
  await soon(() => page.getByText('Sáp nhập vào Chi bộ thôn 2.1').count()).toBe(1);
  await look('tree-changes');
  await page.getByRole('button', { name: 'Chạy' }).click();
  await soon(() => handle.getAttribute('aria-valuetext')).toBe('01/11/2025: 1 thay đổi');
  await soon(() => page.getByRole('button', { name: 'Chạy' }).count()).toBe(1);
  await page.getByRole('link', { name: /^Xem việc/ }).click();
  await soon(() => page.url()).toContain('/acts/');
  await leave();
});

test('the picture walks down by its table and back by the way above it; its numbers are those of the tree', async () => {
  const { page, go, look, leave } = await desk.sit({ size: 'narrow' });
  await go(`/tree?${at('2025-12-31')}`);
  await look('tree');
  await page.getByRole('tab', { name: 'Hình' }).click();
  await soon(() => page.getByRole('img', { name: /^Hình vòng/ }).count()).toBe(1);
  await look('tree-picture');
  const table = page.getByRole('table', { name: 'Tổ chức trực thuộc Đảng bộ tỉnh A' });
  const row = table.getByRole('row', { name: /xã Đoài/ });
  await soon(() => row.textContent()).toMatch(/3.*50,0 %.*33,3 %/);
  await row.getByRole('button').click();
  await soon(() => page.url()).toContain('at=A.2');
  await page.getByText('Ô', { exact: true }).click();
  await soon(() => page.getByRole('img', { name: /^Hình ô/ }).count()).toBe(1);
  await look('tree-treemap');
  await page.getByRole('button', { name: 'Đảng bộ tỉnh A', exact: true }).click();
  await soon(() => page.url()).not.toContain('at=');
  await leave();
});

test('of 5,000 siblings only those in sight are in the page, and each tells its place among all', async () => {
  const { page, go, leave } = await desk.sit();
  await go('/tree?unit=B&tenant=B&period=2026&on=2026-06-30');
  const items = page.getByRole('treeitem');
  await soon(() => items.count()).toBeGreaterThan(10);
  await items.first().focus();
  await page.keyboard.press('End');
  await soon(() => page.evaluate('document.activeElement.getAttribute("aria-posinset")')).toBe('5000');
  expect(await items.count()).toBeLessThan(100);
  await leave();
});

test('on paper the tree is an indented list of all that is open', async () => {
  const { page, go, leave } = await desk.sit();
  await page.setViewportSize({ width: 624, height: 900 });
  await go(`/tree?${at('2025-12-31')}`);
  await page.emulateMedia({ media: 'print' });
  await soon(() => page.getByRole('table').locator('tbody tr').count()).toBe(8);
  expect(await page.getByRole('tree').count()).toBe(0);
  await leave();
});
