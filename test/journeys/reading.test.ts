import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadDemo } from '#/server/demos.ts';
import { type Desk, openDesk } from './desk.ts';

// A ward of 500 members who do not exist, read by somebody who came with the printed link.

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await loadDemo(desk.installation, 'ward', { members: 500, actor: 'journeys' });
});
afterAll(() => desk?.close());

const year = 'unit=VM.P01&tenant=VM&period=2026';

test('without a session the page says how it is opened; the link opens it, once', async () => {
  const { page, go, look, leave } = await desk.sit({ isStranger: true });
  await go('/');
  await expect.poll(() => page.getByRole('heading', { name: 'Mở bằng liên kết in ra lúc khởi động' }).count()).toBe(1);
  await look('sign-in');
  const link = desk.link();
  await go(link);
  await expect.poll(() => page.url()).toContain('/reports/annual?unit=VM&tenant=VM');
  await page.context().clearCookies();
  await go(link);
  await expect.poll(() => page.getByText('Liên kết này đã dùng').count()).toBe(1);
  await leave(/401/);
});

test('the mouse opens a number of the report, walks through what stands behind it, and comes back', async () => {
  const { page, go, look, leave } = await desk.sit();
  await go(`/reports/annual?${year}`);
  await look('annual');
  await page.locator('main a[href$="open=members"]').first().click();
  const panel = page.getByRole('dialog');
  await look('figure-list');
  await panel.getByRole('tab', { name: 'Theo đơn vị' }).click();
  await look('figure-units');
  const before = page.url();
  await panel.getByRole('row').nth(1).getByRole('link').click();
  await expect.poll(() => page.url()).toContain('ofUnit=');
  await look('figure-walked-down');
  await page.goBack();
  await expect.poll(() => page.url()).toBe(before);
  await panel.getByRole('tab', { name: 'Chưa tính và vì sao' }).click();
  await look('figure-not-counted');
  await panel.getByRole('tab', { name: 'Định nghĩa' }).click();
  await look('figure-definition');
  await panel.getByRole('button', { name: 'Đóng' }).click();
  await expect.poll(() => panel.count()).toBe(0);
  await leave();
});

test('a form is read as it prints, and a row opens into as many names as it counts', async () => {
  const { page, go, look, leave } = await desk.sit();
  await go(`/reports/form-1?${year}`);
  await look('form-1');
  const link = page.getByRole('link', { name: /^Kết nạp: \d+\. Mở danh sách\.$/ });
  const count = Number(await link.textContent());
  expect(count).toBeGreaterThan(0);
  await link.click();
  await look('form-row');
  await expect.poll(() => page.getByRole('dialog').locator('tbody tr').count()).toBe(count);
  await leave();
});
