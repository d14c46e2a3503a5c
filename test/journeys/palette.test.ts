import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openDesk, soon } from './desk.ts';

// One field that finds everything.

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ holds: 'ward' });
});
afterAll(() => desk?.close());

const place = 'unit=VM.P01&tenant=VM&period=2026';

test('by keys alone: / finds a unit without accents and keeps the page, Ctrl+K a figure; what was chosen is there again', async () => {
  const { page, go, look, leave } = await desk.sit();
  await go(`/reports/form-1?${place}`);
  await soon(() => page.getByRole('button', { name: /^Tìm/ }).count()).toBe(1);
  // Without waiting for it to be there: no letter is lost.
  await page.keyboard.press('/');
  const options = page.getByRole('listbox').getByRole('option');
  await page.keyboard.type('to dan pho so 16');
  expect(await page.getByRole('combobox').inputValue()).toBe('to dan pho so 16');
  await soon(() => page.getByRole('group', { name: /^Đơn vị/ }).count()).toBe(1);
  await look('palette');
  await page.keyboard.press('Enter');
  await soon(() => page.url()).toMatch(/\/reports\/form-1\?unit=VM\.P01\.\d+&tenant=VM&period=2026$/);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('tuoi doi binh quan');
  await soon(() => options.first().textContent()).toMatch(/^Tuổi đời bình quân/);
  await page.keyboard.press('Enter');
  await soon(() => page.url()).toContain('open=members-average-age');
  await soon(() => page.getByRole('dialog', { name: 'Tuổi đời bình quân của đảng viên' }).count()).toBe(1);
  await page.keyboard.press('Escape');
  await soon(() => page.getByRole('dialog').count()).toBe(0);
  await page.keyboard.press('/');
  const lately = page.getByRole('group', { name: 'Vừa chọn' }).getByRole('option');
  await soon(() => lately.count()).toBe(2);
  await look('palette-recent');
  await page.keyboard.press('ArrowUp'); // past the first: the last
  await soon(() => options.last().getAttribute('aria-selected')).toBe('true');
  await page.keyboard.press('Escape');
  await soon(() => page.getByRole('dialog').count()).toBe(0);
  await page.keyboard.press('/');
  await page.keyboard.type('nguyen thi');
  await soon(() => page.getByRole('group', { name: 'Người' }).getByRole('option').count()).toBeGreaterThan(1);
  await look('palette-people');
  await page.keyboard.press('Escape');
  await soon(() => page.getByRole('dialog').count()).toBe(0);
  await page.keyboard.press('?');
  await soon(() => page.getByRole('dialog', { name: 'Phím tắt' }).count()).toBe(1);
  await look('shortcuts');
  await leave();
});

test('on a telephone a sign in the bar opens it over everything; a press goes to a report', async () => {
  const { page, go, look, leave } = await desk.sit({ size: 'narrow', language: 'en' });
  await go(`/?${place}&on=2026-11-30`);
  await page.getByRole('button', { name: /^Find units/ }).tap();
  await page.getByRole('combobox').fill('form 6f');
  const option = page.getByRole('option').first();
  await soon(() => option.textContent()).toMatch(/6F/);
  await look('palette');
  await option.tap();
  await soon(() => page.url()).toMatch(/\/reports\/form-6f\?unit=VM\.P01&tenant=VM&period=2026&on=2026-11-30$/);
  await leave();
});
