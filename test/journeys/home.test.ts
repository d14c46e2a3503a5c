import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openDesk, soon } from './desk.ts';

// Where one comes in: how the unit stands, and what waits.

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ holds: 'ward' });
});
afterAll(() => desk?.close());

const ward = 'unit=VM.P01&tenant=VM&period=2026&on=2026-11-30';

test('a headline opens into as many names as it counts, and so does what is late', async () => {
  const { page, go, look, leave } = await desk.sit();
  await go(`/?${ward}`);
  await look('home');
  const row = page.getByRole('row', { name: /^Kết nạp/ });
  const count = Number(await row.getByRole('link').first().textContent());
  expect(count).toBeGreaterThan(0);
  await row.getByRole('link').first().click();
  const panel = page.getByRole('dialog');
  await soon(() => panel.locator('tbody tr').count()).toBe(count);
  expect(page.url()).toContain('ofPeriod=2026-01-01..2026-11-30');
  await page.keyboard.press('Escape');
  const late = page.getByRole('region', { name: 'Việc cần xem' });
  const probations = late.getByRole('link', { name: /^Hết 12 tháng dự bị đến ngày 29\/01\/2027: \d+ người/ });
  const due = Number.parseInt((await probations.textContent()) ?? '', 10);
  await probations.click();
  await soon(() => panel.locator('tbody tr').count()).toBe(due);
  await leave();
});

test('by keys and in English; on a telephone numbers come before what waits', async () => {
  const { page, go, look, leave } = await desk.sit({ size: 'narrow', language: 'en' });
  await go(`/?${ward}`);
  await look('home');
  const first = page.getByRole('link', { name: /^Members: [\d,]+\. Open the list\.$/ }).first();
  await first.focus();
  await page.keyboard.press('Enter');
  await soon(() => page.getByRole('dialog').count()).toBe(1);
  await page.keyboard.press('Escape');
  await soon(() => page.getByRole('dialog').count()).toBe(0);
  await leave();
});

test('a cell reads its own few numbers, a day of the past those of its time', async () => {
  const { page, go, look, leave } = await desk.sit();
  await go('/?unit=VM.P01.01.01&tenant=VM&period=2026&on=2026-03-31');
  await soon(() => page.getByText('Đến ngày 31/03/2026, bên cạnh cùng kỳ năm trước').count()).toBe(1);
  expect(await page.getByRole('row', { name: /^Chi bộ/ }).count()).toBe(0);
  await look('home-cell');
  await leave();
});

test('a word is explained where it stands, and all of them with the first hour on a page of their own', async () => {
  const { page, go, look, leave } = await desk.sit();
  await go(`/?${ward}`);
  await page.getByRole('button', { name: /^Dự bị/ }).click();
  await soon(() => page.getByRole('dialog', { name: 'đảng viên dự bị' }).count()).toBe(1);
  await look('term');
  await page.keyboard.press('Escape');
  await go(`/help?${ward}`);
  await look('help');
  await page.getByLabel('Tìm thuật ngữ, không cần dấu').fill('du bi');
  await soon(() => page.getByRole('region', { name: 'Thuật ngữ' }).getByRole('listitem').count()).toBeLessThan(10);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Mẫu đảng viên (.xlsx)' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('mau-nhap-dang-vien.xlsx');
  await leave();
});
