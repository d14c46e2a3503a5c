import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openDesk, soon } from './desk.ts';

// An officer lays a report beside last year's, and beside that of another unit, and looks at it in bars.

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ holds: 'ward' });
});
afterAll(() => desk?.close());

const place = 'unit=VM.P01&tenant=VM&period=2026';

test('a form beside last year and in bars, another unit, the report in prose; each number opens its own list', async () => {
  const { page, go, look, leave } = await desk.sit();
  await go(`/reports/form-1?${place}`);
  const compare = page.getByRole('button', { name: /^So sánh/ });
  await compare.click();
  await look('compare-choose');
  await page.keyboard.press('Enter'); // last year has the focus
  await soon(() => page.getByRole('columnheader', { name: 'Chênh lệch' }).count()).toBe(1);
  expect(page.url()).toContain('against=last-year');
  await look('compare-last-year');
  const row = page.getByRole('row', { name: /^B / });
  const words = await row.getByRole('cell').allInnerTexts();
  const [now, before, by] = words.slice(-3).map((text) => Number(/[+−]?\d+/.exec(text)?.[0].replace('−', '-')));
  expect(by).toBe(Number(now) - Number(before));
  await row.getByRole('link').last().click();
  await soon(() => page.getByRole('dialog').getByText('01/01/2025').count()).toBeGreaterThan(0);
  expect(page.url()).toContain('ofPeriod=2025');
  await soon(() => page.getByRole('dialog').getByText(String(before), { exact: true }).count()).toBeGreaterThan(0);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Biểu đồ' }).click();
  await soon(() => page.getByRole('img').locator('svg').count()).toBe(1);
  await look('compare-bars');
  await page.getByRole('img').locator('path[fill="#9f1d20" i]').nth(1).click();
  await soon(() => page.url()).toMatch(/open=form-1\/B/);
  await page.keyboard.press('Escape');

  await compare.click();
  await page.getByRole('combobox', { name: /^Tìm theo tên/ }).fill('VM.P01.01.01');
  await page.getByRole('option', { name: /VM\.P01\.01\.01/ }).click();
  await soon(() => page.url()).toContain('against=VM.P01.01.01');
  await page.getByRole('link', { name: 'Báo cáo', exact: true }).first().click();
  await soon(() => page.getByRole('columnheader', { name: 'Chênh lệch' }).count()).toBe(1);
  expect(page.url()).toMatch(/reports\/annual\?.*against=VM\.P01\.01\.01/);
  await soon(() => page.getByRole('row', { name: /giới tính: nữ/ }).count()).toBeGreaterThan(0); // no codes
  await look('compare-annual');
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 700, height: 990 }); // A4 within its margins
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(700);
  await leave();
});

test('on a phone, in English: one column of a wide form beside another unit, and in bars', async () => {
  const { page, go, look, leave } = await desk.sit({ size: 'narrow', language: 'en' });
  await go(`/reports/form-4?${place}&against=VM.P01.01.01&chart=1`);
  await soon(() => page.getByRole('img').locator('svg').count()).toBe(1);
  await look('compare');
  const column = page.getByLabel('Column');
  await column.selectOption('admitted');
  await soon(() => page.url()).toContain('column=admitted');
  await page.getByRole('columnheader', { name: 'Difference' }).scrollIntoViewIfNeeded();
  await look('compare-table');
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await page.getByRole('button', { name: /^Compare/ }).tap();
  await look('compare-choose');
  await page.getByRole('button', { name: 'Stop comparing' }).tap();
  await soon(() => page.getByRole('columnheader', { name: 'Difference' }).count()).toBe(0);
  expect(page.url()).not.toContain('against');
  await look('bars');
  await leave();
});
