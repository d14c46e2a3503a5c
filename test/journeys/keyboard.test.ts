import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openDesk, soon } from './desk.ts';

// Nobody touches a mouse here.

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ holds: 'ward' });
});
afterAll(() => desk?.close());

/** What has the keyboard: its role or element, and its name. */
const held = (page: Page) => page.evaluate<string>('document.activeElement?.textContent?.trim() ?? ""');

async function tabTo(page: Page, text: RegExp, most = 60): Promise<void> {
  for (let i = 0; i < most; i += 1) {
    await page.keyboard.press('Tab');
    if (text.test(await held(page))) return;
  }
  throw new Error(`Tab never reached ${text}`);
}

test('the first key leads past the navigation; u finds a unit by its name without accents', async () => {
  const { page, go, look, leave } = await desk.sit();
  await go('/reports/form-1?unit=VM&tenant=VM&period=2025');
  await page.keyboard.press('Tab');
  expect(await held(page)).toBe('Đến nội dung chính');
  await page.keyboard.press('Enter');
  expect(await page.locator('main:focus').count()).toBe(1);
  await page.keyboard.press('u');
  await page.keyboard.type('song moi');
  await soon(() => page.getByRole('option').count()).toBeGreaterThan(0);
  await look('unit-search');
  await page.keyboard.press('Enter');
  await soon(() => page.url()).toContain('unit=VM.P01&');
  await soon(() => page.getByRole('button', { name: /Đảng bộ phường Sông Mới/ }).count()).toBe(1);
  await leave();
});

test('the tree is walked by arrows: right opens, down goes on, left goes back up, Enter chooses, Esc closes', async () => {
  const { page, go, look, leave } = await desk.sit();
  await go('/figures?unit=VM&tenant=VM&period=2025');
  await page.keyboard.press('u');
  await soon(() => page.getByRole('treeitem').count()).toBeGreaterThan(1);
  await tabTo(page, /Đảng bộ tỉnh Vân Mẫu/, 4);
  const item = () => page.locator(':focus').getAttribute('aria-level');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await soon(item).toBe('2');
  await page.keyboard.press('ArrowRight');
  await soon(() => page.getByRole('treeitem').count()).toBeGreaterThan(10);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect(await item()).toBe('3');
  await look('unit-tree');
  await page.keyboard.press('ArrowLeft');
  expect(await item()).toBe('2');
  await page.keyboard.press('Escape');
  expect(await page.getByRole('tree').count()).toBe(0);
  expect(await held(page)).toMatch(/Đảng bộ tỉnh Vân Mẫu/); // the button has the keyboard again
  await page.keyboard.press('u');
  await soon(() => page.getByRole('treeitem').count()).toBeGreaterThan(1);
  await tabTo(page, /Đảng bộ tỉnh Vân Mẫu/, 4);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await soon(item).toBe('2');
  await page.keyboard.press('Enter');
  await soon(() => page.url()).toContain('unit=VM.P01&');
  await leave();
});

test('period and moment are chosen by keys; figures of the past are marked as such', async () => {
  const { page, go, look, leave } = await desk.sit();
  await go('/reports/form-1?unit=VM.P01&tenant=VM&period=2026');
  await tabTo(page, /^Năm 2026/);
  await page.keyboard.press('Enter');
  await look('period');
  await page.keyboard.press('Tab'); // to the chosen kind, a radio button
  await page.keyboard.press('ArrowRight');
  await soon(() => page.url()).toContain('period=2026-H2');
  await page.keyboard.press('Escape');
  expect(await held(page)).toMatch(/^6 tháng cuối năm 2026/);
  await tabTo(page, /^Như sổ biết/);
  await page.keyboard.press('Enter');
  await page.keyboard.type('30/6/2026 17:00');
  await page.keyboard.press('Enter');
  await soon(() => page.url()).toContain('known=2026-06-30T10:00:59');
  await soon(() => page.getByText(/Như sổ biết lúc 30\/06\/2026 17:00/).count()).toBe(1);
  await look('as-known');
  await leave(/known-at|409|422|404/);
});

test('a number opens by Enter, its sheets are walked by arrows, Esc closes it and the number has the keyboard again', async () => {
  const { page, go, look, leave } = await desk.sit();
  await go('/reports/form-1?unit=VM.P01&tenant=VM&period=2026');
  const first = page.locator('main tbody a').first();
  await first.focus();
  const number = await held(page);
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog');
  await soon(() => panel.getByRole('heading').count()).toBe(1);
  await look('row-by-keys');
  await page.keyboard.press('Escape');
  await soon(() => panel.count()).toBe(0);
  expect(await held(page)).toBe(number);
  await go('/figures?unit=VM.P01&tenant=VM&period=2026&open=members');
  await tabTo(page, /^Danh sách$/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await soon(() => page.url()).toContain('tab=definition');
  expect(await held(page)).toBe('Định nghĩa');
  await leave();
});
