import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openDesk, soon } from './desk.ts';

// In one hand, in English: 390 × 844.

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ holds: 'ward' });
});
afterAll(() => desk?.close());

const place = 'unit=VM.P01&tenant=VM&period=2026';
const narrow = { size: 'narrow', language: 'en' } as const;

test.each(['annual', 'form-1', 'form-4', 'form-5', 'form-6f'])('the report %s is read on a phone', async (report) => {
  const { page, go, look, leave } = await desk.sit(narrow);
  await go(`/reports/${report}?${place}`);
  await look(report);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390); // nothing sticks out of the page
  await leave();
});

test('figures, units and periods are chosen by the thumb', async () => {
  const { page, go, look, leave } = await desk.sit(narrow);
  await go(`/reports/form-1?${place}`);
  await page.getByRole('button', { name: /Other jobs/ }).tap();
  await page.getByRole('link', { name: 'Figures' }).tap();
  await soon(() => page.url()).toContain(`/figures?${place}`);
  await look('figures');
  await page.getByRole('button', { name: /Choose another unit/ }).tap();
  await look('unit-tree');
  await page.getByRole('combobox').fill('song moi');
  await soon(() => page.getByRole('option').count()).toBeGreaterThan(0);
  await look('unit-search');
  await page.getByRole('option').first().tap();
  await page.getByRole('button', { name: /Choose another period/ }).tap();
  await page.getByText('Month', { exact: true }).tap();
  await look('period');
  await page.getByRole('button', { name: '3', exact: true }).tap();
  await soon(() => page.url()).toContain('period=2026-03');
  await page.getByRole('button', { name: /Language and appearance/ }).tap();
  await look('settings');
  await page.getByText('Dark', { exact: true }).tap();
  await page.getByText('Tiếng Việt', { exact: true }).tap();
  await soon(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('Số liệu');
  await look('dark');
  await leave();
});

test('a word of a form is explained under the thumb, and a touch beside it closes that', async () => {
  const { page, go, look, leave } = await desk.sit(narrow);
  await go(`/reports/form-1?${place}`);
  await page.getByRole('rowheader').getByRole('button', { name: 'Kết nạp' }).tap();
  const sheet = page.getByRole('dialog', { name: 'admission' });
  await soon(() => sheet.boundingBox()).toMatchObject({ x: 0, width: 390 });
  await look('term-in-form');
  await page.touchscreen.tap(195, 200);
  await soon(() => sheet.count()).toBe(0);
  await leave();
});

test('a figure fills the screen of a phone', async () => {
  const { page, go, look, leave } = await desk.sit(narrow);
  for (const tab of ['list', 'units', 'not-counted', 'definition']) {
    await go(`/figures?${place}&open=members&tab=${tab}`);
    await look(`figure-${tab}`);
  }
  expect(await page.evaluate('document.querySelector("dialog").clientWidth')).toBe(390);
  await leave();
});
