import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { type Desk, openDesk, soon } from './desk.ts';
import { tabTo } from './hand.ts';
import { sendFile } from './send-file.ts';
import { writeWardBook, writeWideBook } from './ward-book.ts';

// A ward that has nothing but an Excel list, and brings it into an empty installation.

/** A browser on a busy machine takes its time. */
const patience = 180_000;

let desk: Desk;
const folder = mkdtempSync(join(tmpdir(), 'sotay-importing-'));
beforeEach(async () => {
  desk = await openDesk();
}, patience);
afterEach(() => desk?.close());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test(
  'an awkward list of a ward is read, put right, recorded, reported and taken back',
  async () => {
    const { page, go, look, leave } = await desk.sit();
    await go('/imports');
    await look('imports-empty');
    await page
      .locator('input[type=file]')
      .setInputFiles(await writeWardBook(join(folder, 'Danh sách đảng viên phường An Mẫu.xlsx')));
    // What is chosen before the declaration waits for it, and need not be chosen again.
    await soon(() => page.getByRole('alert').textContent()).toContain('Cần xác nhận trước khi gửi');
    await look('imports-undeclared');
    await page.getByRole('checkbox', { name: /tài liệu mật/ }).click();
    await soon(() => page.url()).toContain('/read');
    await look('import-read');
    const phone = page.getByRole('row', { name: /Cầm tay/ });
    await phone.getByRole('button').click();
    // The row stands low in the window: its list opens upwards, whole.
    const list = await page.getByRole('listbox').boundingBox();
    expect((list?.y ?? 0) + (list?.height ?? 1_000)).toBeLessThanOrEqual(900);
    await look('import-read-choose');
    await page.getByRole('combobox').fill('dien thoai');
    await look('import-read-found');
    await page.keyboard.press('Enter');
    await soon(() => page.getByText('Đã giữ mọi thay đổi').count()).toBe(1);
    await page.getByRole('button', { name: 'Kiểm tra tất cả các dòng' }).click();
    await soon(() => page.getByText('Còn lỗi', { exact: true }).count()).toBe(1);
    await look('import-check');
    await page
      .getByRole('button', { name: /^Nhận tất cả 1 cách sửa/ })
      .first()
      .click();
    await soon(() => page.getByText('bỏ số 0 ở đầu').count()).toBe(0);
    await look('import-check-accepted');
    await page.getByRole('button', { name: 'Ghi giá trị khác' }).first().click();
    await page.keyboard.type('28/02/1971');
    await look('import-check-writing');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Bỏ qua dòng này' }).last().click();
    await look('import-check-mended');
    await page.getByRole('button', { name: 'Kiểm tra lại' }).click();
    await soon(() => page.getByRole('button', { name: 'Ghi vào sổ…' }).count()).toBe(1);
    await look('import-check-clean');
    await page.getByRole('button', { name: 'Ghi vào sổ…' }).click();
    await look('import-record');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Ghi|^Chỉ ghi/ })
      .click();
    await soon(() => page.url()).toContain('/receipt');
    await look('import-receipt');
    await page.getByRole('link', { name: 'Báo cáo của đơn vị' }).click();
    await soon(() => page.url()).toContain('/reports/annual?');
    expect(new URL(page.url()).searchParams.get('unit')).toBe('AM');
    await soon(() => page.locator('main a[href$="open=members"]').first().textContent()).toBe('24');
    await look('import-report');
    await page.goBack();
    await page.getByRole('button', { name: 'Hoàn tác cả lần nhập' }).click();
    const asked = page.getByRole('dialog');
    await asked.getByRole('button', { name: /^Hoàn tác 28/ }).click();
    await look('import-undo');
    await asked.getByLabel('Lý do hoàn tác').fill('gửi thử');
    await asked.getByRole('button', { name: /^Hoàn tác 28/ }).click();
    await soon(() => page.getByRole('heading', { name: 'Đã hoàn tác' }).count()).toBe(1);
    await look('import-undone');
    await go('/imports');
    await look('imports-recent');
    await sendFile(page, await writeWardBook(join(folder, 'lần sau.xlsx')));
    await soon(() => page.getByText('Đọc như lần trước').count()).toBe(1);
    await look('import-remembered');
    await page.getByRole('button', { name: 'Quên cách đọc đã nhớ' }).click();
    await soon(() => page.getByText('Đọc như lần trước').count()).toBe(0);
    await leave(/404 .*\/units\/AM/); // the unit of the page is taken back with the rest
  },
  patience,
);

test(
  'on a phone, in English, a hostile file is refused with what to do, and a list in an old font is brought in',
  async () => {
    const { page, go, look, leave } = await desk.sit({ size: 'narrow', language: 'en' });
    await go('/imports');
    await look('imports-empty');
    const disguised = join(folder, 'danh-sach.xlsx');
    writeFileSync(disguised, 'MZ\u0090 this is no workbook');
    await sendFile(page, disguised);
    await soon(() => page.getByRole('alert').textContent()).toContain('What to do next');
    await look('import-refused');
    const book = await writeWardBook(join(folder, 'phường An Mẫu (VNI).xlsx'), ['typed for VNI fonts']);
    await page.locator('input[type=file]').setInputFiles(book); // declared already
    await soon(() => page.url()).toContain('/read');
    await look('import-read');
    await page.getByRole('button', { name: /Column L,/ }).scrollIntoViewIfNeeded();
    await look('import-read-columns');
    await page.getByRole('button', { name: /Column L,/ }).click();
    await look('import-read-choose');
    await page.getByRole('option', { name: 'Phone' }).click();
    await page.getByText('For the whole file').scrollIntoViewIfNeeded();
    await look('import-read-whole');
    await page.getByRole('button', { name: 'Check every row' }).click();
    await soon(() => page.getByText('With problems').count()).toBe(1);
    await look('import-check');
    await page.getByRole('listitem').filter({ hasText: 'D13' }).first().scrollIntoViewIfNeeded();
    await look('import-check-cards');
    await page.getByRole('button', { name: 'Record…' }).click();
    await look('import-record');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Record the/ })
      .click();
    await soon(() => page.url()).toContain('/receipt');
    await soon(() => page.getByRole('button', { name: /Đảng bộ phường An Mẫu/ }).count()).toBe(1);
    await look('import-receipt');
    await page.getByRole('button', { name: 'Undo the whole import' }).click();
    await page.getByLabel('Reason').fill('a try');
    await page.getByRole('button', { name: /^Undo \d+ acts/ }).click();
    await soon(() => page.getByRole('heading', { name: 'Taken back' }).count()).toBe(1);
    await leave(/422 .*name=danh-sach|404 .*\/units\/AM/);
  },
  patience,
);

test(
  'the keyboard alone brings a list in, and what was put right outlives a reload and a server that is away',
  async () => {
    const { page, go, look, leave } = await desk.sit();
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const focusOn = (name: string | RegExp) => tabTo(page, name);
    await go('/imports');
    const chosen = page.waitForEvent('filechooser');
    await focusOn(/tài liệu mật/);
    await press('Space');
    await focusOn('Chọn tệp trên máy');
    await press('Enter');
    await (await chosen).setFiles(await writeWardBook(join(folder, 'bàn phím.xlsx')));
    await soon(() => page.url()).toContain('/read');
    await focusOn(/Cột M/);
    await press('Enter');
    await page.keyboard.type('noi sinh');
    await soon(() => page.getByRole('option').count()).toBe(6);
    await press('Enter');
    await soon(() => page.getByText('Đã giữ mọi thay đổi').count()).toBe(1);
    await page.reload();
    await soon(() => page.getByRole('button', { name: /Nơi sinh.*Cột M/ }).count()).toBe(1);
    await page.context().setOffline(true);
    await focusOn(/Cột M/);
    await press('Enter');
    await page.keyboard.type('que quan ca dia chi');
    await soon(() => page.getByRole('option').count()).toBe(1);
    await press('Enter');
    await soon(() => page.getByText('Chưa giữ được thay đổi').count()).toBe(1);
    // Without axe, which would ask for the stylesheets again.
    await page.screenshot({ path: 'artefacts/screens/import-read-away.wide.vi.png' });
    await page.context().setOffline(false);
    await soon(() => page.getByText('Đã giữ mọi thay đổi').count()).toBe(1);
    await focusOn('Kiểm tra tất cả các dòng');
    await press('Enter');
    await soon(() => page.getByRole('grid').count()).toBe(1);
    await page.getByRole('gridcell', { name: 'Bùi Ngọc Thảo' }).first().focus();
    await press('ArrowDown', 'ArrowRight', 'F2');
    await page.keyboard.type('28/02/1971');
    await look('import-check-keyboard');
    await press('Enter');
    await soon(() => page.getByText('Sửa thành «28/02/1971»').count()).toBe(1);
    await press('End');
    await look('import-check-scrolled');
    await focusOn('Kiểm tra lại');
    await press('Enter');
    await soon(() => page.getByRole('button', { name: 'Ghi vào sổ…' }).count()).toBe(1);
    await focusOn('Bỏ lần nhập này');
    await press('Enter');
    await look('import-discard');
    await focusOn('Bỏ và xóa tệp');
    await press('Enter');
    await soon(() => new URL(page.url()).pathname).toBe('/imports');
    await leave(/ERR_INTERNET_DISCONNECTED|404 .*\/units\/AM/);
  },
  patience,
);

test(
  'a session that ends takes nothing that was put right with it',
  async () => {
    const { page, go, leave } = await desk.sit();
    await go('/imports');
    await sendFile(page, await writeWardBook(join(folder, 'phiên.xlsx')));
    await soon(() => page.url()).toContain('/read');
    await page.getByRole('button', { name: /Cột M/ }).click();
    await page.getByRole('combobox').fill('noi sinh');
    await page.waitForLoadState('networkidle');
    await page.context().clearCookies();
    await page.getByRole('option', { name: 'Nơi sinh' }).click();
    await soon(() => page.getByRole('heading', { name: /Phiên đã hết/ }).count()).toBe(1);
    const other = await page.context().newPage();
    await other.goto(desk.address + desk.link());
    await page.getByRole('button', { name: 'Đã mở ở thẻ khác? Thử lại' }).click();
    await soon(() => page.getByRole('button', { name: /Nơi sinh.*Cột M/ }).count()).toBe(1);
    await soon(() => page.getByText('Đã giữ mọi thay đổi').count()).toBe(1);
    await page.reload();
    await soon(() => page.getByRole('button', { name: /Nơi sinh.*Cột M/ }).count()).toBe(1);
    await leave(/401 |404 .*\/units\/AM/);
  },
  patience,
);

test(
  'a file of 200 columns and more than 1,000 problems stays readable on a desk and on a phone',
  async () => {
    const { page, go, look, leave } = await desk.sit();
    const phone = await desk.sit({ size: 'narrow' });
    const lookOnBoth = async (name: string) => {
      await look(name);
      const { pathname, search } = new URL(page.url());
      await phone.go(pathname + search);
      await phone.look(name);
      for (const each of [page, phone.page])
        expect(await each.evaluate('document.documentElement.scrollWidth > window.innerWidth')).toBe(false);
    };
    await go('/imports');
    await sendFile(page, await writeWideBook(join(folder, 'rộng.xlsx')));
    await soon(() => page.url()).toContain('/read');
    await soon(() => page.getByRole('button', { name: /Cột/ }).count()).toBe(200);
    await lookOnBoth('import-wide-read');
    await page.getByRole('button', { name: 'Đến chỗ ấy' }).first().click();
    await page.getByLabel('Ngày mở sổ').fill('01/01/2025');
    await page.getByRole('button', { name: 'Lập tổ chức đứng đầu sổ' }).click();
    await soon(() => page.getByText('Đã giữ mọi thay đổi').count()).toBe(1);
    await page.getByRole('button', { name: 'Kiểm tra tất cả các dòng' }).click();
    await soon(() => page.getByText('Còn lỗi', { exact: true }).count()).toBe(1);
    await lookOnBoth('import-wide-check');
    await page.getByRole('button', { name: /dòng sau/ }).click();
    await soon(() => new URL(page.url()).searchParams.get('after')).not.toBe(null);
    await page.reload();
    await soon(() => page.getByRole('button', { name: /dòng sau/ }).count()).toBe(1);
    await phone.leave(/404 .*\/units\/AM/);
    await leave(/404 .*\/units\/AM/);
  },
  patience,
);

test(
  'people that the register has already are found, and left out at once',
  async () => {
    const { page, go, look, leave } = await desk.sit();
    const bring = async (name: string, also?: readonly string[]) => {
      await go('/imports');
      await sendFile(page, await writeWardBook(join(folder, name), also));
      await soon(() => page.url()).toContain('/read');
    };
    const check = async () => {
      await page.getByRole('button', { name: 'Kiểm tra tất cả các dòng' }).click();
      await soon(() => page.getByText('Còn lỗi', { exact: true }).count()).toBe(1);
    };
    await bring('lần một.xlsx');
    await check();
    await page.getByRole('button', { name: 'Ghi vào sổ…' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Chỉ ghi/ })
      .click();
    await soon(() => page.url()).toContain('/receipt');
    await bring('lần hai.xlsx', ['days as text']);
    await page.getByRole('heading', { name: 'Cho cả tệp' }).scrollIntoViewIfNeeded();
    await look('import-known-whole');
    await page.getByRole('button', { name: /Tổ chức đã có trong sổ/ }).click();
    await look('import-known-superior');
    await page.keyboard.press('Escape');
    await check();
    await look('import-known-check');
    await page.getByRole('button', { name: /^Bỏ qua cả \d+ dòng ?: Số định danh/ }).click();
    await soon(() => page.getByText('Bỏ qua', { exact: true }).count()).toBe(1);
    await look('import-known-left-out');
    await leave(/404 .*\/units\/AM/);
  },
  patience,
);
