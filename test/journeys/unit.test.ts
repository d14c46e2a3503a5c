import { afterAll, beforeAll, expect, test } from 'vitest';
import { furnishWard } from '#test/ward-unit.ts';
import { type Desk, openDesk, soon } from './desk.ts';

// The page of a unit: a ward with a committee, targets, an act that was withdrawn and one that lies ahead.

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ holds: 'ward' });
  await furnishWard(desk.installation);
});
afterAll(() => desk?.close());

const ward = '/unit?unit=VM.P01&tenant=VM&on=2026-11-30';

test('the mouse opens key figures, walks to a subordinate, and finds who holds which post', async () => {
  const { page, go, look, leave } = await desk.sit();
  await go(ward);
  await soon(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('Đảng bộ phường Sông Mới');
  await look('unit-overview');
  const women = page.getByRole('link', { name: /^Đảng viên nữ: \d+\. Mở danh sách\.$/ });
  const count = Number(await women.textContent());
  expect(count).toBeGreaterThan(0);
  await women.click();
  const panel = page.getByRole('dialog');
  await soon(() => panel.getByText('1–100 trong').count()).toBe(1);
  expect(await panel.getByText(`trong ${count} dòng`).count()).toBe(1);
  await panel.getByRole('button', { name: 'Đóng' }).click();
  await page.getByRole('tab', { name: 'Cấp ủy và chức danh' }).click();
  await soon(() => page.getByText('Khuyết bí thư').count()).toBe(1);
  await page.getByText('Các nhiệm kỳ và người giữ trước').click();
  await look('unit-posts');
  await page.getByRole('tab', { name: 'Chỉ tiêu' }).click();
  await soon(() => page.getByText('thiếu 3 so với chỉ tiêu').count()).toBe(1);
  await look('unit-targets');
  await page.getByRole('tab', { name: 'Đơn vị trực thuộc' }).click();
  await page.getByLabel('Tìm theo tên hoặc mã, không cần dấu').fill('vm.p01.03');
  await soon(() => page.locator('main tbody tr').count()).toBe(1);
  await look('unit-children');
  await page.locator('main tbody').getByRole('link').first().click();
  await soon(() => page.url()).toContain('unit=VM.P01.03');
  await soon(() => page.getByRole('navigation', { name: 'Các cấp trên' }).getByRole('link').count()).toBe(2);
  // Down to a cell, whose members stand on its page; and from the number of a cell to its list.
  await page.getByRole('tab', { name: 'Đảng viên' }).click();
  const cell = page
    .locator('main tbody')
    .getByRole('link', { name: /Mở danh sách đảng viên/ })
    .first();
  const members = Number(await cell.textContent());
  await page.locator('main tbody').getByRole('link').first().click();
  await page.getByRole('tab', { name: 'Đảng viên' }).click();
  await soon(() => page.getByRole('table', { name: 'Đảng viên của chi bộ' }).locator('tbody tr').count()).toBe(members);
  await look('unit-cell-members');
  await page.goBack();
  await cell.click();
  await soon(() => page.url()).toContain('/members');
  expect(page.url()).not.toContain('unit=VM.P01.03&');
  await leave();
});

test('the keyboard walks the sheets; years are drawn and opened, the history tells what was withdrawn', async () => {
  const { page, go, look, leave } = await desk.sit();
  await go(ward);
  await page.getByRole('tab', { name: 'Tổng quan' }).focus();
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight');
  await soon(() => page.url()).toContain('part=years');
  await look('unit-years');
  await page
    .getByRole('region', { name: 'Bảng số liệu qua các năm' })
    .getByRole('link', { name: /^Kết nạp đảng viên 2026/ })
    .press('Enter');
  await soon(() => page.getByRole('dialog').count()).toBe(1);
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Số liệu qua các năm' }).focus();
  await page.keyboard.press('End');
  await soon(() => page.locator('main [data-withdrawn]').getByRole('link').textContent()).toBe('Đổi tên tổ chức đảng');
  await soon(() => page.getByRole('heading', { name: 'Sắp có hiệu lực' }).count()).toBe(1);
  await look('unit-history');
  await page.keyboard.press('ArrowLeft');
  await page.getByLabel('Tìm theo số, trích yếu, nơi ban hành; không cần dấu').fill('ket nap');
  await soon(() => page.locator('main tbody tr').count()).toBe(1);
  await page.getByRole('radio', { name: 'Về đơn vị này' }).focus();
  await page.keyboard.press('ArrowRight');
  await soon(() => page.locator('main tbody tr').getByRole('rowheader').textContent()).toContain('06-QĐ/ĐU');
  await look('unit-papers');
  await leave();
});

test('a unit that is not there on the day says when it was and what it became, and leads to both', async () => {
  const { page, go, look, leave } = await desk.sit({ language: 'en', size: 'narrow' });
  await go('/unit?unit=VM.P01.01&tenant=VM&on=2026-11-30');
  await soon(() => page.getByText('(dissolved)').count()).toBe(1);
  await look('unit-elsewhen');
  await page.getByRole('link', { name: 'See 25/07/2026' }).click();
  await soon(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('Đảng bộ các cơ quan Đảng phường');
  await soon(() => page.getByText('Ends on 26/07/2026').count()).toBe(1);
  await look('unit-ending');
  await leave(/404/);
});

test('in one hand every sheet fits the screen, and the row of sheets follows the one that is shown', async () => {
  const { page, go, look, leave } = await desk.sit({ size: 'narrow' });
  await go(ward);
  for (const [name, sheet] of [
    ['overview', 'Tổng quan'],
    ['posts', 'Cấp ủy và chức danh'],
    ['children', 'Đơn vị trực thuộc'],
    ['years', 'Số liệu qua các năm'],
    ['history', 'Lịch sử'],
  ] as const) {
    await page.getByRole('tab', { name: sheet }).click();
    await look(`unit-${name}`);
    expect(await page.evaluate('document.documentElement.scrollWidth'), name).toBeLessThan(391);
  }
  const tab = await page.getByRole('tab', { name: 'Lịch sử' }).boundingBox();
  expect((tab?.x ?? 999) + (tab?.width ?? 0)).toBeLessThan(391);
  await leave();
});

test('printed it is the head and the chosen part, as wide as A4', async () => {
  const { page, go, leave } = await desk.sit();
  await page.setViewportSize({ width: 624, height: 900 }); // A4 without its margins, in CSS pixels
  await go(`${ward}&part=children`);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('tab').count()).toBe(0);
  expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
  expect(await page.evaluate(rightmost)).toBeLessThan(625);
  await leave();
});

const rightmost = `Math.max(...[...document.querySelectorAll('main table, main table *')]
  .map((part) => part.getBoundingClientRect().right))`;
