import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openDesk, soon } from './desk.ts';

// A ward of 500 members who do not exist, read by somebody who came with the printed link.

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ holds: 'ward' });
});
afterAll(() => desk?.close());

const year = 'unit=VM.P01&tenant=VM&period=2026';

test('without a session the page says how it is opened; the link opens it, once', async () => {
  const { page, go, look, leave } = await desk.sit({ isStranger: true });
  await go('/');
  await soon(() => page.getByRole('heading', { name: 'Mở bằng liên kết in ra lúc khởi động' }).count()).toBe(1);
  await look('sign-in');
  const link = desk.link();
  await go(link);
  await soon(() => page.url()).toMatch(/\/\?unit=VM&tenant=VM/);
  await page.context().clearCookies();
  await go(link);
  await soon(() => page.getByText('Liên kết này đã dùng').count()).toBe(1);
  await leave(/401/);
});

test('the mouse opens a number of the report, walks through what stands behind it, and comes back', async () => {
  const { page, go, look, leave } = await desk.sit();
  await go(`/reports/annual?${year}`);
  await look('annual');
  await page.getByRole('navigation', { name: 'Các phần của báo cáo' }).getByRole('link').nth(2).click();
  await soon(() => page.evaluate('document.querySelector("#part-3").getBoundingClientRect().top')).toBeLessThan(200);
  expect(page.url()).toMatch(/period=2026#part-3$/);
  await page.locator('main a[href$="open=members"]').first().click();
  const panel = page.getByRole('dialog');
  await look('figure-list');
  await panel.getByRole('tab', { name: 'Theo đơn vị' }).click();
  await look('figure-units');
  const before = page.url();
  await panel.getByRole('row').nth(1).getByRole('link').click();
  await soon(() => page.url()).toContain('ofUnit=');
  await look('figure-walked-down');
  await page.goBack();
  await soon(() => page.url()).toBe(before);
  await panel.getByRole('tab', { name: 'Chưa tính và vì sao' }).click();
  await look('figure-not-counted');
  await panel.getByRole('tab', { name: 'Định nghĩa' }).click();
  await look('figure-definition');
  // A word of it explains itself, over the panel; Esc closes the explanation alone.
  await panel.getByRole('tabpanel').getByRole('button', { expanded: false }).first().press('Enter');
  await soon(() => page.getByRole('dialog').count()).toBe(2);
  await look('term-in-panel');
  await page.keyboard.press('Escape');
  await soon(() => page.getByRole('dialog').count()).toBe(1);
  expect(await page.evaluate('document.activeElement.getAttribute("aria-haspopup")')).toBe('dialog');
  await panel.getByRole('button', { name: 'Đóng' }).click();
  await soon(() => panel.count()).toBe(0);
  await leave();
});

test('a form is read as it prints, and a row opens into as many names as it counts', async () => {
  const { page, go, look, leave } = await desk.sit();
  await go(`/reports/form-1?${year}`);
  await page.getByRole('rowheader').getByRole('button', { name: 'Kết nạp', exact: false }).first().click();
  await soon(() => page.getByRole('dialog', { name: 'kết nạp' }).count()).toBe(1);
  await look('term-in-form');
  await page.keyboard.press('Escape');
  await look('form-1');
  const link = page.getByRole('link', { name: /^Kết nạp: \d+\. Mở danh sách\.$/ });
  const count = Number(await link.textContent());
  expect(count).toBeGreaterThan(0);
  await link.click();
  await look('form-row');
  await soon(() => page.getByRole('dialog').locator('tbody tr').count()).toBe(count);
  await leave();
});

test.each(['docx', 'xlsx', 'pdf'])('a form is taken away as .%s', async (format) => {
  const { page, go, leave } = await desk.sit();
  await go(`/reports/form-3?${year}`);
  await page.getByRole('button', { name: 'Tải về' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: new RegExp(`\\.${format}`) }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(new RegExp(`\\.${format}$`));
  const bytes = readFileSync(await download.path());
  expect(bytes.subarray(0, 4).toString('latin1')).toBe(format === 'pdf' ? '%PDF' : 'PK\u0003\u0004');
  await leave();
});

test('the catalogue is searched without accents, and a figure is narrowed by its arguments', async () => {
  const { page, go, look, leave } = await desk.sit();
  await go(`/figures?${year}`);
  await page.getByLabel('Tìm trong danh mục, không cần dấu').fill('dang vien theo co cau');
  await soon(() => page.locator('main li a').first().textContent()).toBe('Đảng viên theo cơ cấu');
  await look('figures');
  await page.getByRole('link', { name: 'Đảng viên theo cơ cấu' }).click();
  const panel = page.getByRole('dialog');
  const number = async () => Number((await panel.locator('p', { hasText: /người$/ }).textContent())?.match(/\d+/)?.[0]);
  const everybody = await number();
  await panel.getByText('Tính riêng', { exact: true }).click();
  await panel.getByLabel('Giới tính').selectOption({ label: 'Nữ' });
  await soon(() => page.url()).toContain('arg=sex=female');
  await look('figure-narrowed');
  const women = await number();
  expect(women).toBeGreaterThan(0);
  expect(women).toBeLessThan(everybody);
  await leave();
});

test('printed, every report is the paper alone, as wide as A4 whatever the font', async () => {
  const { page, go, leave } = await desk.sit();
  await page.setViewportSize({ width: 624, height: 900 }); // A4 without its margins, in CSS pixels
  for (const form of ['form-1', 'form-2', 'form-3', 'form-4', 'form-5', 'form-6f', 'form-7', 'headcount-minutes']) {
    await page.emulateMedia({ media: 'screen' });
    await go(`/reports/${form}?${year}`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').count()).toBe(0);
    expect(await page.evaluate(controls), form).toBe(0);
    expect(await page.evaluate(rightmost), form).toBeLessThan(625);
    // Printed before our font has come, it is another one, and wider.
    await page.evaluate(`document.querySelector('main').style.font = '14px "DejaVu Sans", sans-serif'`);
    await page.evaluate(`document.querySelector('main').style.letterSpacing = '0.5em'`);
    expect(await page.evaluate(rightmost), `${form} in a wide font`).toBeLessThan(625);
  }
  await leave();
});

/** What looks like something to press; a word that explains itself is a button as well, and prints as the text it is. */
const controls = `[...document.querySelectorAll('button')].filter((one) => {
  const { borderBottomWidth, backgroundColor } = getComputedStyle(one);
  return one.checkVisibility() && (borderBottomWidth !== '0px' || backgroundColor !== 'rgba(0, 0, 0, 0)');
}).length`;

const rightmost = `Math.max(...[...document.querySelectorAll('main table, main table *')]
  .map((part) => part.getBoundingClientRect().right))`;
