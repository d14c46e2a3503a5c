import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openDesk, soon } from './desk.ts';
import { declareUnclassified } from './send-file.ts';

// A clerk of a ward's office fills the foot of a form, and gives it the looks of the office's own paper.

let desk: Desk;
const folder = mkdtempSync(join(tmpdir(), 'sotay-papers-'));
beforeAll(async () => {
  desk = await openDesk({ holds: 'ward' });
});
afterAll(async () => {
  await desk?.close();
  rmSync(folder, { recursive: true, force: true });
});

const place = 'unit=VM.P01&tenant=VM&period=2025';
const wordPart = 'word/document.xml';

/** What a press brings to the browser to keep. */
async function saved(page: Page, press: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return download;
}

/** The words of a Word paper, without its marks. */
async function wordsOf(download: Download): Promise<string> {
  const parts = unzipSync(readFileSync(await download.path()));
  return strFromU8(parts[wordPart] as Uint8Array).replaceAll(/<[^>]+>/g, '');
}

/** The template with other words, as somebody changes it in Word. */
async function changed(download: Download, name: string, change: (xml: string) => string): Promise<string> {
  const parts = unzipSync(readFileSync(await download.path()));
  const before = strFromU8(parts[wordPart] as Uint8Array);
  const after = change(before);
  expect(after).not.toBe(before);
  const path = join(folder, name);
  writeFileSync(path, zipSync({ ...parts, [wordPart]: strToU8(after) }));
  return path;
}

test('a signature is filled in, refused by field, kept, and stands on the paper; no name stands in an address', async () => {
  const { page, go, look, leave } = await desk.sit();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(decodeURIComponent(request.url())));
  await go(`/reports/form-1?${place}`);
  await page.getByRole('button', { name: 'Tải về' }).click();
  await soon(() => page.getByText('Chưa điền: chân văn bản để trống.').count()).toBe(1);
  await page.getByRole('button', { name: 'Chữ ký, địa danh và ngày…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Chữ ký, địa danh và ngày' });
  await soon(() => dialog.getByText('Chưa giữ gì').count()).toBe(1);
  await look('signature-empty');
  await dialog.getByLabel('Địa danh').fill('Phường An Mẫu');
  await dialog.getByLabel('Ngày ký').fill('31/12/2025');
  await dialog.getByLabel('Quyền hạn ký').selectOption('T/M');
  await dialog.getByLabel('Chức vụ người ký').fill('Phó Bí thư');
  await dialog.getByLabel('Họ và tên người ký').fill('Trần Thị Ký Mẫu');
  await dialog.getByLabel('Người lập biểu', { exact: true }).fill('Lê Văn Lập Mẫu');
  await dialog.getByLabel('Điện thoại').fill('0900 000 000');
  await page.keyboard.press('Enter');
  await soon(() => dialog.getByRole('alert').textContent()).toBe('Ký T/M thì ghi thay mặt, thừa lệnh ai.');
  await look('signature-refused');
  await dialog.getByLabel('Thay mặt, ký thay hoặc thừa lệnh ai').fill('Ban Thường vụ');
  await dialog.getByRole('button', { name: 'Giữ cách ký này' }).click();
  await soon(() => page.getByText('Ký: T/M Ban Thường vụ, Phó Bí thư, Trần Thị Ký Mẫu, ngày 31/12/2025').count()).toBe(
    1,
  );
  await look('signature-kept');
  const words = await wordsOf(await saved(page, () => page.getByRole('button', { name: /\.docx/ }).click()));
  for (const part of [
    'T/M BAN THƯỜNG VỤ',
    'PHÓ BÍ THƯ',
    'Trần Thị Ký Mẫu',
    'Lê Văn Lập Mẫu',
    'Phường An Mẫu, ngày 31 tháng 12',
  ])
    expect(words).toContain(part);
  await page.getByRole('button', { name: 'Chữ ký, địa danh và ngày…' }).click();
  await soon(() => dialog.getByText('Đang giữ, dùng từ 31/12/2025.').count()).toBe(1);
  await page.keyboard.press('Escape');
  await soon(() => dialog.count()).toBe(0);
  expect(await page.getByRole('button', { name: /\.docx/ }).count()).toBe(1); // the menu below stays
  expect(asked.filter((address) => address.includes('Mẫu'))).toEqual([]);
  await leave(/422/);
});

test('a template is taken away, comes back broken and is told where, comes back good, is used, and is taken back', async () => {
  const { page, go, look, leave } = await desk.sit();
  await go(`/reports/form-1?${place}`);
  await page.getByRole('button', { name: 'Tải về' }).click();
  await page.getByRole('link', { name: 'Mẫu Word…' }).click();
  await soon(() => page.url()).toContain(`/templates/form-1?${place}`);
  await soon(() => page.getByText('Mẫu có sẵn', { exact: true }).count()).toBe(1);
  await look('template');
  const official = await saved(page, () => page.getByRole('button', { name: 'Tải mẫu có sẵn' }).click());
  const fields = await saved(page, () => page.getByRole('button', { name: 'Tải bảng các trường' }).click());
  expect(await wordsOf(fields)).toContain('nguoi_ky');
  const chooser = page.locator('input[type=file]');

  const paper = join(folder, 'Ghi chú.docx');
  writeFileSync(paper, 'no Word document at all');
  await declareUnclassified(page);
  await chooser.setInputFiles(paper);
  await soon(() => page.getByRole('alert').textContent()).toContain('Tệp không phải tài liệu Word (.docx)');
  await look('template-unfit');

  await chooser.setInputFiles(await changed(official, 'Sai.docx', (xml) => xml.replace('{nguoi_ky}', '{nguoi_kyy}')));
  await soon(() => page.getByRole('heading', { name: '«Sai.docx» có 1 chỗ phải sửa' }).count()).toBe(1);
  expect(await page.getByRole('alert').textContent()).toMatch(
    /Không có trường \{nguoi_kyy\}\. Có phải là \{nguoi_ky\}/,
  );
  await look('template-faults');

  const good = await changed(official, 'Biểu 1 của phường.docx', (xml) =>
    xml.replace('{tieu_de}', 'MẪU PHƯỜNG {tieu_de}'),
  );
  await chooser.setInputFiles(good);
  await soon(() => page.getByRole('heading', { name: '«Biểu 1 của phường.docx» dùng được' }).count()).toBe(1);
  await look('template-good');
  await page.getByRole('button', { name: 'Dùng mẫu này' }).click();
  await soon(() => page.getByText(/^Mẫu riêng của .+, từ \d\d\/\d\d\/\d{4}$/).count()).toBe(1);
  await look('template-own');

  await page.getByRole('link', { name: '‹ Mẫu Word' }).click();
  await soon(() => page.getByText(/^Mẫu riêng của/).count()).toBe(1);
  await look('templates');
  await page.goBack();
  await page.getByRole('button', { name: 'Thôi dùng mẫu riêng…' }).click();
  await look('template-take-back');
  await page.getByRole('button', { name: 'Thôi dùng', exact: true }).click();
  await soon(() => page.getByText('Mẫu có sẵn', { exact: true }).count()).toBe(1);
  await leave(/422/);
});

test('on a phone, in English: both are reached from the menu and read without anything sticking out', async () => {
  const { page, go, look, leave } = await desk.sit({ size: 'narrow', language: 'en' });
  await go(`/reports/form-1?${place}`);
  await page.getByRole('button', { name: /^Download/ }).tap();
  await look('download-menu');
  await page.getByRole('button', { name: 'Signature, place and day…' }).tap();
  await soon(() => page.getByLabel('By what right').count()).toBe(1);
  await look('signature');
  await page.getByRole('button', { name: 'Cancel' }).tap();
  await page.getByRole('link', { name: 'Word template…' }).tap();
  await soon(() => page.getByRole('heading', { name: 'Change the template' }).count()).toBe(1);
  await look('template');
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await page.getByRole('button', { name: /^More/ }).tap();
  await page.getByRole('navigation', { name: 'More' }).getByRole('link', { name: 'Word templates' }).tap();
  await soon(() => page.getByRole('heading', { name: 'Word templates', level: 1 }).count()).toBe(1);
  await look('templates');
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await leave();
});

test.for(['wide', 'narrow'] as const)('the register 7-HSĐV and the minutes of comparing are read, %s', async (size) => {
  const { page, go, look, leave } = await desk.sit({ size });
  await go(`/reports/headcount-minutes?unit=VM.P01&tenant=VM&period=2025-Q4`);
  await soon(() =>
    page.getByRole('heading', { level: 2, name: 'Biên bản đối chiếu danh sách đảng viên' }).count(),
  ).toBe(1);
  expect(await page.getByRole('columnheader', { name: 'Đơn vị', exact: true }).count()).toBe(1); // no criteria
  await look(`headcount-minutes-${size}`);
  await page.getByRole('link', { name: 'Sổ 7-HSĐV' }).click();
  await soon(() => page.getByRole('row').count()).toBeGreaterThan(50);
  await soon(() => page.getByRole('columnheader').count()).toBe(14); // the minutes have as many rows
  await look(`register-7-${size}`);
  if (size === 'wide') {
    const file = await saved(page, () => page.getByRole('button', { name: 'Tải Excel' }).click());
    expect(file.suggestedFilename()).toMatch(/^7-hsdv-VM\.P01-\d{4}-\d\d-\d\d\.xlsx$/);
  }
  await leave();
});
