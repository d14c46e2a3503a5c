import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ActInput } from '#/kernel/journal/act.ts';
import { post } from '#/kernel/journal/post.ts';
import { today } from '#/platform/day.ts';
import { type Desk, openDesk, soon } from './desk.ts';

// The members of a ward of 500 who do not exist, looked up, narrowed and chosen from.

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ holds: 'ward' });
});
afterAll(() => desk?.close());

const place = 'unit=VM.P01&tenant=VM&period=2026';

/** The number in a text like "37 đồng chí khớp điều kiện". */
const numberIn = (text: string | null) => Number(/[\d.]+/.exec(text ?? '')?.[0].replaceAll('.', ''));

/** How many the list holds, once the page has come to rest. */
async function settled(total: Locator): Promise<number> {
  await total.page().waitForLoadState('networkidle');
  await soon(async () => numberIn(await total.textContent())).toBeGreaterThanOrEqual(0);
  return numberIn(await total.textContent());
}

test('the list follows while one types without accents, conditions combine, and the address has them all', async () => {
  const { page, go, look, leave } = await desk.sit();
  await go(`/members?${place}`);
  const rows = page.getByRole('grid').locator('tbody tr');
  const total = page.locator('main header [role=status]');
  await soon(() => rows.count()).toBe(50);
  await soon(async () => numberIn(await total.textContent())).toBeGreaterThan(400);
  await look('members');
  await page.getByRole('button', { name: /Thêm điều kiện/ }).click();
  await look('members-conditions');
  await page.keyboard.type('gioi tinh');
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { name: 'Nữ' }).check();
  await soon(() => page.url()).toContain('sex=female');
  await page.keyboard.press('Escape');
  const women = await settled(total);
  await page.getByRole('searchbox').fill('nguyen thi');
  await soon(() => page.url()).toContain('q=nguyen+thi');
  const found = await settled(total);
  expect(found).toBeLessThan(women);
  await soon(() => rows.count()).toBe(Math.min(50, found));
  for (const name of await rows.locator('th').allTextContents()) expect(name).toMatch(/^Nguyễn .*Thị/);
  await look('members-narrowed');
  await leave();
});

test('the keyboard walks from the words into the rows, chooses, and turns the page', async () => {
  const { page, go, look, leave } = await desk.sit();
  await go(`/members?${place}`);
  const grid = page.getByRole('grid');
  await soon(() => grid.locator('tbody tr').count()).toBe(50);
  const here = () => page.evaluate<string>('document.activeElement?.querySelector("th")?.textContent');
  const names = await grid.locator('tbody th').allTextContents();
  await page.getByRole('searchbox').press('ArrowDown');
  await soon(here).toBe(names[0]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press(' ');
  await page.keyboard.press('Shift+ArrowDown');
  await soon(here).toBe(names[2]);
  const bar = page.getByRole('region', { name: 'Những đồng chí đã chọn' });
  await soon(() => bar.getByRole('status').textContent()).toBe('2 đồng chí đã chọn');
  await look('members-chosen');
  await page.keyboard.press('PageDown');
  await soon(() => page.url()).toContain('page=2');
  await soon(() => grid.locator('tbody th').first().textContent()).not.toBe(names[0]);
  await soon(here).toBe(await grid.locator('tbody th').first().textContent());
  await page.keyboard.press('PageUp');
  await soon(() => grid.locator('tbody th').allTextContents()).toEqual(names);
  await bar.getByRole('button', { name: /^Chọn cả \d+/ }).click();
  await soon(() => grid.locator('tbody tr[aria-selected=true]').count()).toBe(50);
  await bar.getByRole('button', { name: 'Bỏ chọn' }).click();
  await soon(() => bar.count()).toBe(0);
  await grid.locator('tbody tr').nth(3).focus();
  await page.keyboard.press('Enter');
  await soon(() => page.getByRole('heading', { level: 1 }).textContent()).toContain(names[3]);
  await page.goBack();
  await soon(() => grid.locator('tbody th').allTextContents()).toEqual(names);
  await leave();
});

test('a view is saved under a name, says when what is shown differs, and is there again', async () => {
  const { page, go, look, leave } = await desk.sit();
  await go(`/members?${place}&sex=female&ageTo=40&sort=born`);
  const total = page.locator('main header [role=status]').first();
  const women = await settled(total);
  await page.getByRole('button', { name: /^Cách xem/ }).click();
  await page.getByRole('button', { name: 'Lưu thành cách xem mới…' }).click();
  await page.getByRole('dialog').getByLabel('Tên', { exact: true }).fill('Nữ đến 40 tuổi');
  await look('members-view-named');
  await page.keyboard.press('Enter');
  await soon(() => page.url()).toMatch(/view=[0-9a-f-]{36}/);
  const menu = page.getByRole('button', { name: /^Cách xem: Nữ đến 40 tuổi/ });
  await soon(() => menu.count()).toBe(1);
  expect(await page.getByText('đã đổi', { exact: true }).count()).toBe(0);
  await page.getByRole('button', { name: 'Bỏ điều kiện Tuổi' }).click();
  await soon(() => page.getByText('đã đổi', { exact: true }).count()).toBe(1);
  await menu.click();
  await look('members-views');
  await page.keyboard.press('Escape');
  await go(`/members?${place}`);
  expect(await settled(total)).toBeGreaterThan(women);
  await page.getByRole('button', { name: /^Cách xem/ }).click();
  await page.getByRole('button', { name: 'Nữ đến 40 tuổi', exact: true }).click();
  await soon(() => page.url()).toMatch(/sort=born/);
  expect(await settled(total)).toBe(women);
  await leave();
});

test('the list is exported while one works on, and the file is there afterwards', async () => {
  const { page, go, look, leave } = await desk.sit({ language: 'en' });
  await go(`/members?${place}&sex=female`);
  const women = await settled(page.locator('main header [role=status]').first());
  await page.getByRole('button', { name: 'Export Excel' }).click();
  const line = page.getByRole('region', { name: 'Export of a list as Excel' });
  await soon(() => line.count()).toBe(1);
  await page.getByRole('link', { name: 'Figures', exact: true }).click();
  await soon(() => page.url()).toContain('/figures');
  await page.goBack();
  await soon(() => line.getByRole('status').textContent()).toContain(`Exported as Excel: ${women} members`);
  await look('members-exported');
  const coming = page.waitForEvent('download');
  await line.getByRole('button', { name: 'Download the file' }).click();
  expect((await coming).suggestedFilename()).toMatch(/^members-VM\.P01-\d{4}-\d\d-\d\d\.xlsx$/);
  await line.getByRole('button', { name: 'Close' }).click();
  await soon(() => line.count()).toBe(0);
  await leave();
});

test('one act is recorded for all who match: chosen in the list, written on the page for many', async () => {
  const { page, go, look, leave } = await desk.sit();
  await go(`/members?${place}&sex=female&per=100`);
  const women = await settled(page.locator('main header [role=status]').first());
  await page.getByRole('grid').getByRole('checkbox').nth(1).check();
  const bar = page.getByRole('region', { name: 'Những đồng chí đã chọn' });
  await bar.getByRole('button', { name: /^Chọn cả \d+/ }).click();
  await bar.getByRole('button', { name: /^Ghi một việc/ }).click();
  await look('members-record-many');
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(1440);
  await page.keyboard.press('Enter');
  await soon(() => page.url()).toMatch(/\/record\/[^/]+\/many\?.*chosen=/);
  await soon(() => page.getByRole('button', { name: `Ghi ${women} việc` }).count()).toBe(1);
  await leave();
});

test('columns are chosen and put in order, and a heading sorts', async () => {
  const { page, go, look, leave } = await desk.sit({ language: 'en' });
  await go(`/members?${place}`);
  const grid = page.getByRole('grid');
  await page.getByRole('button', { name: 'Columns' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Code', { exact: true }).uncheck();
  await dialog.getByLabel('Party age', { exact: true }).check();
  await dialog.getByLabel('Next badge', { exact: true }).check();
  await dialog.getByRole('button', { name: 'Move Sex forward' }).click();
  await look('members-columns');
  await dialog.getByRole('button', { name: 'Use these columns' }).click();
  const headings = async () =>
    (await grid.locator('thead th').allTextContents()).slice(1).map((text) => text.replace(/[↕▲▼]/, ''));
  await soon(async () => (await headings()).slice(0, 3)).toEqual(['Name', 'Sex', 'Born']);
  expect(await headings()).not.toContain('Code');
  await grid.getByRole('button', { name: /Party age/ }).click();
  await grid.getByRole('button', { name: /Party age/ }).click();
  await soon(() => page.url()).toContain('sort=-partyAge');
  await look('members-sorted');
  // Remembered: the plain address has them too.
  await go(`/members?${place}`);
  await soon(async () => (await headings()).slice(0, 3)).toEqual(['Name', 'Sex', 'Born']);
  await leave();
});

test('where nobody matches the page says which condition to loosen', async () => {
  const { page, go, look, leave } = await desk.sit();
  await go(`/members?${place}&sex=female&ageFrom=18&ageTo=30&partyAgeFrom=40`);
  await soon(() => page.getByRole('heading', { name: 'Không có đồng chí nào khớp' }).count()).toBe(1);
  const ways = page.getByRole('button', { name: /^bỏ / });
  await soon(() => ways.count()).toBeGreaterThan(0);
  await look('members-nobody');
  const count = numberIn(await ways.first().locator('strong').textContent());
  await ways.first().click();
  await soon(() => page.getByRole('grid').locator('tbody tr').count()).toBe(Math.min(50, count));
  await leave();
});

test('the people behind a figure open as a list of members', async () => {
  const { page, go, look, leave } = await desk.sit();
  await go(`/figures?${place}&open=members-by&arg=sex=female`);
  const panel = page.getByRole('dialog');
  const count = numberIn(await panel.locator('p', { hasText: /người$/ }).textContent());
  await panel.getByRole('link', { name: 'Mở thành danh sách đảng viên' }).click();
  await soon(() => page.url()).toMatch(/\/members\?.*figure=members-by&figureArg=sex=female/);
  await soon(async () => numberIn(await page.locator('main header [role=status]').textContent())).toBe(count);
  await look('members-of-figure');
  await leave();
});

test('on a phone the members are cards, and the conditions a sheet', async () => {
  const { page, go, look, leave } = await desk.sit({ size: 'narrow', language: 'en' });
  await go(`/members?${place}`);
  await look('members');
  await page.getByRole('button', { name: /^Filter/ }).tap();
  await page.getByText('Sex', { exact: true }).tap();
  await page.getByLabel('Female').check();
  await page.getByText('Age', { exact: true }).tap();
  await look('members-sheet');
  await page.getByRole('button', { name: /^Show them/ }).tap();
  await soon(() => page.url()).toContain('sex=female');
  await page.getByRole('checkbox').first().check();
  await look('members-chosen');
  await page.getByRole('button', { name: /^Views/ }).tap();
  await look('members-views');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Record one act for many/ }).tap();
  await look('members-record-many');
  await page.keyboard.press('Escape');
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await leave();
});

test('a list that others change while it is open says so, and is read anew by a press', async () => {
  const { page, go, look, leave } = await desk.sit();
  await go(`/members?${place}`);
  const grid = page.getByRole('grid');
  const total = page.locator('main header [role=status]');
  const before = await settled(total);
  const href = await grid.locator('tbody a').first().getAttribute('href');
  const person = /[0-9a-f-]{36}/.exec(href ?? '')?.[0] as string;
  const died = { kind: 'member.died', effectiveOn: today(desk.installation.clock), person } as ActInput;
  const journal = await (await desk.installation.room('VM')).journal();
  await post(journal, { actor: 'another officer', source: { via: 'api' } }, [died]);
  await page.evaluate('document.dispatchEvent(new Event("visibilitychange", { bubbles: true }))');
  const band = page.getByText(`trước ${before}, nay ${before - 1} đồng chí`);
  await soon(() => band.count()).toBe(1);
  await look('members-changed');
  await page.getByRole('button', { name: 'Đọc lại từ đầu' }).click();
  await soon(() => band.count()).toBe(0);
  await soon(async () => numberIn(await total.textContent())).toBe(before - 1);
  expect(await grid.locator(`a[href*="${person}"]`).count()).toBe(0);
  await leave();
});
