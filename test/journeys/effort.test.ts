import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openDesk, soon } from './desk.ts';
import { type Hand, makeHand } from './hand.ts';

// Ten everyday jobs, done as an officer of a ward does them, each from the home page; what they take is counted and kept
// in docs/effort.md. A change that makes a job longer is seen there. SOTAY_WRITE_EFFORT=1 writes the page anew.

const path = fileURLToPath(new URL('../../docs/effort.md', import.meta.url));
const place = 'unit=VM.P01&tenant=VM&period=2026&on=2026-11-30';

let desk: Desk;
const counted = new Map<string, string>();
beforeAll(async () => {
  desk = await openDesk({ holds: 'ward' });
});
afterAll(() => desk?.close());

interface Member {
  person: string;
  name: string;
  born: string;
}

async function ask<T>(page: Page, address: string): Promise<T> {
  return page.evaluate(`fetch(${JSON.stringify(address)}).then((answer) => answer.json())`) as Promise<T>;
}

const members = async (page: Page, more: string) =>
  (await ask<{ rows: Member[] }>(page, `/api/people?tenant=VM&unit=VM.P01&on=2026-11-30&limit=30&columns=born&${more}`))
    .rows;

async function paper(hand: Hand, page: Page, number: string): Promise<void> {
  const part = page.getByRole('region', { name: 'Văn bản' });
  await hand.type(part.locator('[data-field="paper.issuer"] input'), 'Đảng ủy phường Sông Mới');
  await hand.type(part.locator('[data-field="paper.number"] input'), number);
  await hand.type(part.locator('[data-field="paper.issuedOn"] input'), '20/11/2026');
}

async function recorded(hand: Hand, page: Page): Promise<void> {
  await soon(() => page.getByRole('complementary', { name: 'Sẽ thay đổi gì' }).locator('li').count()).toBeGreaterThan(
    0,
  );
  await hand.press('Control+Enter');
  await soon(() => page.getByRole('heading', { name: /Đã ghi/ }).count()).toBe(1);
}

/** From anywhere by the palette: what is typed, and what of that is chosen, which counts as one key. */
async function goTo(hand: Hand, page: Page, words: string, wanted: RegExp): Promise<void> {
  await hand.press('/');
  await soon(() => page.evaluate('document.activeElement.role')).toBe('combobox');
  await hand.write(words);
  const options = page.getByRole('listbox').getByRole('option').filter({ hasText: wanted });
  await soon(() => options.count()).toBeGreaterThan(0);
  hand.effort.keys += 1;
  await options.first().click();
}

const day = (page: Page) => page.locator('[data-field="effectiveOn"] input');

const jobs: Record<string, (hand: Hand, page: Page) => Promise<void>> = {
  'Kết nạp một đảng viên mới vào chi bộ': async (hand, page) => {
    await goTo(hand, page, 'ket nap dang vien', /^Kết nạp đảng viên/);
    const person = (field: string) => page.locator(`[data-field="person.${field}"] input`).first();
    await hand.type(person('name'), 'Đỗ Thị Thêm');
    await hand.type(person('born'), '03/02/1998');
    await hand.click(page.getByText('Nữ', { exact: true }));
    await hand.click(page.locator('[data-field="cell"] button').first());
    await hand.write('to dan pho so 16');
    await chooseFirst(hand, page);
    await hand.type(day(page), '28/11/2026');
    await paper(hand, page, '12-QĐ/ĐU');
    await recorded(hand, page);
  },
  'Xem ai đến hạn công nhận chính thức': async (hand, page) => {
    const late = page.getByRole('listitem').filter({ hasText: 'dự bị' }).getByRole('link', { name: /mở/i }).first();
    await hand.click(late);
    await soon(() => page.getByRole('dialog').getByRole('table').count()).toBe(1);
  },
  'Công nhận chính thức một đảng viên dự bị': async (hand, page) => {
    const [one] = await members(page, 'figure=probations-overdue');
    await goTo(hand, page, 'cong nhan dang vien chinh thuc', /^Công nhận đảng viên chính thức/);
    await choosePerson(hand, page, one as Member);
    await hand.type(day(page), '29/11/2026');
    await paper(hand, page, '13-QĐ/ĐU');
    await recorded(hand, page);
  },
  'Chuyển một đảng viên sang chi bộ khác': async (hand, page) => {
    const [one] = await members(page, 'status=official&q=nguyen');
    await goTo(hand, page, 'chuyen sinh hoat chinh thuc', /^Chuyển sinh hoạt/);
    await choosePerson(hand, page, one as Member);
    await hand.click(page.locator('[data-field="to"] button').first());
    await hand.write('to dan pho so 30');
    await chooseFirst(hand, page);
    await hand.type(day(page), '29/11/2026');
    await paper(hand, page, '14-GTSH/ĐU');
    await recorded(hand, page);
  },
  'Ghi một quyết định khen thưởng 20 đồng chí (danh sách dán từ Excel)': async (hand, page) => {
    const people = (await members(page, 'status=official')).slice(0, 20);
    await goTo(hand, page, 'khen thuong dang vien', /^Khen thưởng đảng viên$/);
    await hand.click(page.getByRole('link', { name: /nhiều đồng chí/ }));
    await soon(() => page.getByLabel('Dán danh sách từ Excel').count()).toBe(1);
    await hand.type(page.getByLabel('Số, ký hiệu'), '45-QĐ/ĐU');
    await hand.type(page.getByLabel('Cơ quan ban hành').first(), 'Đảng ủy phường');
    await hand.type(page.getByLabel('Ngày ban hành'), '01/11/2026');
    await hand.type(page.getByLabel('Ngày có hiệu lực'), '01/11/2026');
    const common = page.getByRole('region', { name: 'Nội dung chung' });
    await hand.choose(common.locator('[data-field="form"] select'), 'certificate');
    await hand.choose(common.locator('[data-field="level"] select'), 'grassroots');
    const lines = people.map(({ name, born }) => `${name}\t${born.split('-').reverse().join('/')}`);
    await hand.type(page.getByLabel('Dán danh sách từ Excel'), ['Họ và tên\tNgày sinh', ...lines].join('\n'));
    await hand.click(page.getByRole('button', { name: 'Đọc danh sách' }));
    const press = page.getByRole('button', { name: 'Ghi 20 việc' });
    await soon(() => press.isEnabled()).toBe(true);
    await hand.click(press);
    await soon(() => page.getByText('Đã ghi 20 việc').count()).toBe(1);
  },
  'Ghi một buổi sinh hoạt chi bộ': async (hand, page) => {
    await goTo(hand, page, 'sinh hoat, hop', /^Sinh hoạt, họp/);
    await hand.click(page.locator('[data-field="unit"] button').first());
    await hand.write('to dan pho so 16');
    await chooseFirst(hand, page);
    await hand.click(page.getByText('thường kỳ', { exact: true }));
    await hand.type(page.locator('[data-field="convened"] input'), '6');
    await hand.type(page.locator('[data-field="present"] input'), '6');
    await hand.type(day(page), '05/11/2026');
    await hand.click(page.getByText('Không có văn bản'));
    await recorded(hand, page);
  },
  'Tìm một đảng viên và mở hồ sơ': async (hand, page) => {
    const [one] = await members(page, 'status=official&q=tran');
    await goTo(hand, page, (one as Member).name, new RegExp((one as Member).name));
    await soon(() => page.url()).toContain('/members/');
  },
  'Biểu 3 cuối năm của phường thành tệp PDF': async (hand, page) => {
    await goTo(hand, page, 'bieu 3', /^Biểu 3/);
    await hand.click(page.getByRole('button', { name: 'Tải về' }));
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      hand.click(page.getByRole('button', { name: 'PDF (.pdf)' })),
    ]);
    expect(file.suggestedFilename()).toMatch(/^form-3-VM\.P01-2026\.pdf$/);
  },
  'Rút lại một việc ghi nhầm': async (hand, page) => {
    await hand.click(page.getByRole('link', { name: 'Nhật ký', exact: true }));
    await soon(() => page.getByRole('heading', { level: 1, name: 'Nhật ký' }).count()).toBe(1); // home has tables too
    await hand.click(page.locator('tbody tr td a').first());
    await hand.click(page.getByRole('link', { name: 'Rút lại', exact: true }));
    await soon(() => page.getByRole('button', { name: 'Rút lại', exact: true }).isEnabled()).toBe(true);
    await hand.type(page.getByLabel('Lý do'), 'Ghi nhầm');
    await hand.press('Enter');
    await soon(() => page.getByText('Việc này đã được rút lại').count()).toBe(1);
  },
  'Báo cáo năm của một chi bộ, và những ai đứng sau số đảng viên': async (hand, page) => {
    await goTo(hand, page, 'to dan pho so 24', /tổ dân phố số 24/);
    await goTo(hand, page, 'bao cao cong tac to chuc', /^Báo cáo công tác/);
    await hand.click(page.locator('main a[href*="open=members"]').first());
    await soon(() => page.getByRole('dialog').getByRole('table').count()).toBe(1);
  },
};

/** Enter takes the first that is found, once it is; one goes on when one sees it chosen. */
async function chooseFirst(hand: Hand, page: Page): Promise<void> {
  await hand.press('Enter');
  await soon(() => page.getByRole('combobox').count()).toBe(0);
}

async function choosePerson(hand: Hand, page: Page, { name, born }: Member): Promise<void> {
  await hand.click(page.locator('[data-field="person"] button').first());
  await hand.write(name);
  const shown = born.split('-').reverse().join('/');
  await soon(() => page.getByRole('option').filter({ hasText: shown }).count()).toBeGreaterThan(0);
  await hand.click(page.getByRole('option').filter({ hasText: shown }).first());
}

test('ten everyday jobs take as many presses and fields as docs/effort.md says', { timeout: 590_000 }, async () => {
  for (const [job, work] of Object.entries(jobs)) {
    const { page, go, leave } = await desk.sit();
    await go(`/?${place}`);
    const hand = makeHand(page);
    await work(hand, page);
    const { clicks, fields, keys } = hand.effort;
    counted.set(job, `| ${job} | ${clicks} | ${fields} | ${keys} |`);
    await leave();
  }
  const written = readFileSync(path, 'utf8');
  const rows = [...counted.values()].join('\n');
  const table = /(\| job [^\n]+\n\|[-| :]+\n)((?:\|[^\n]*\n)*)/;
  if (process.env.SOTAY_WRITE_EFFORT === '1') writeFileSync(path, written.replace(table, `$1${rows}\n`));
  else expect(table.exec(written)?.[2]?.trim()).toBe(rows);
});
