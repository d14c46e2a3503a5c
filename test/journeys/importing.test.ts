import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openDesk } from './desk.ts';
import { writeWardBook } from './ward-book.ts';

// A ward that has nothing but an Excel list, and brings it into an empty installation.

let desk: Desk;
const folder = mkdtempSync(join(tmpdir(), 'sotay-importing-'));
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(async () => {
  await desk?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('an awkward list of a ward is read, put right, recorded, reported and taken back', async () => {
  const { page, go, look, leave } = await desk.sit();
  await go('/imports');
  await look('imports-empty');
  await page
    .locator('input[type=file]')
    .setInputFiles(await writeWardBook(join(folder, 'Danh sách đảng viên phường An Mẫu.xlsx')));
  await expect.poll(() => page.url(), { timeout: 20_000 }).toContain('/read');
  await look('import-read');
  const phone = page.getByRole('row', { name: /Cầm tay/ });
  await phone.getByRole('button').click();
  await look('import-read-choose');
  await page.getByRole('combobox').fill('dien thoai');
  await look('import-read-found');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByText('Đã giữ mọi thay đổi').count()).toBe(1);
  await page.getByRole('button', { name: 'Kiểm tra tất cả các dòng' }).click();
  await expect.poll(() => page.getByText('Còn lỗi').count(), { timeout: 20_000 }).toBe(1);
  await look('import-check');
  await page
    .getByRole('button', { name: /^Nhận tất cả 1 cách sửa/ })
    .first()
    .click();
  await expect.poll(() => page.getByText('mất các số 0').count(), { timeout: 20_000 }).toBe(0);
  await look('import-check-accepted');
  await page.getByRole('button', { name: 'Ghi giá trị khác' }).first().click();
  await page.keyboard.type('28/02/1971');
  await look('import-check-writing');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Bỏ qua dòng này' }).last().click();
  await look('import-check-mended');
  await page.getByRole('button', { name: 'Kiểm tra lại' }).click();
  await expect.poll(() => page.getByRole('button', { name: 'Ghi vào sổ…' }).count(), { timeout: 20_000 }).toBe(1);
  await look('import-check-clean');
  await page.getByRole('button', { name: 'Ghi vào sổ…' }).click();
  await look('import-record');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Ghi|^Chỉ ghi/ })
    .click();
  await expect.poll(() => page.url(), { timeout: 20_000 }).toContain('/receipt');
  await look('import-receipt');
  await page.getByRole('link', { name: 'Báo cáo của đơn vị' }).click();
  await expect.poll(() => page.url()).toContain('/reports/annual?');
  expect(new URL(page.url()).searchParams.get('unit')).toBe('AM');
  await expect.poll(() => page.locator('main a[href$="open=members"]').first().textContent()).toBe('24');
  await look('import-report');
  await page.goBack();
  await page.getByRole('button', { name: 'Hoàn tác cả lần nhập' }).click();
  const asked = page.getByRole('dialog');
  await asked.getByRole('button', { name: /^Hoàn tác 28/ }).click();
  await look('import-undo');
  await asked.getByLabel('Lý do hoàn tác').fill('gửi thử');
  await asked.getByRole('button', { name: /^Hoàn tác 28/ }).click();
  await expect.poll(() => page.getByRole('heading', { name: 'Đã hoàn tác' }).count(), { timeout: 20_000 }).toBe(1);
  await look('import-undone');
  await go('/imports');
  await look('imports-recent');
  await leave(/404 .*\/units\/AM/); // the unit of the page is taken back with the rest
});
