import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openDesk, soon } from './desk.ts';
import { square } from './square.ts';

// A member's page in a ward of people who do not exist.

let desk: Desk;
/** The person about whom most is recorded, and one who came in while the register was kept. */
let busy: string;
let admitted: { id: string; on: string };

beforeAll(async () => {
  desk = await openDesk({ holds: 'ward' });
  const room = await desk.installation.room('VM');
  await room.read({ actor: 'journeys' }, async ({ client }) => {
    const most = await client.query(
      `select s.subject_id as id from act_subject s join standing t on t.person_id = s.subject_id and upper_inf(t.valid)
       group by 1 order by count(distinct s.act_id) desc, 1 limit 1`,
    );
    const latest = await client.query(
      `select e.person_id as id, e.on_day as on from member_event e join standing t on t.person_id = e.person_id and upper_inf(t.valid)
       where e.event = 'admitted' order by e.on_day desc, 1 limit 1`,
    );
    busy = most.rows[0].id;
    admitted = latest.rows[0];
  });
});
afterAll(() => desk?.close());

const at = 'unit=VM.P01&tenant=VM&period=2026';

test('the parts of the page are walked by the keyboard, each in the address', async () => {
  const { page, go, look, leave } = await desk.sit();
  await go(`/members/${busy}?${at}`);
  await page.getByRole('tab', { name: 'Quá trình' }).focus();
  await look('member');
  for (const part of ['acts', 'sheet', 'tables', 'files', 'seen']) {
    await page.keyboard.press('ArrowRight');
    await soon(() => page.url()).toContain(`part=${part}`);
    await look(`member-${part}`);
  }
  await go(`/members/${busy}?${at}&part=acts`);
  await page.keyboard.press('Tab');
  const act = page.getByRole('tabpanel').getByRole('link').first();
  await act.focus();
  await page.keyboard.press('Enter');
  await soon(() => page.url()).toContain('/acts/');
  await leave();
});

test('the day changes everything: the day before the admission is said to be one, and leads to it', async () => {
  const { page, go, look, leave } = await desk.sit();
  const { id, on } = admitted;
  await go(`/members/${id}?${at}&on=2010-01-01`);
  await look('member-not-yet');
  await page.getByRole('button', { name: `Xem ngày ${on.split('-').reverse().join('/')}` }).click();
  await soon(() => page.url()).toContain(`on=${on}`);
  await soon(() => page.getByText('Đảng viên dự bị', { exact: true }).first().isVisible()).toBe(true);
  await go(`/members/00000000-0000-7000-8000-000000000000?${at}`);
  await soon(() => page.getByRole('heading', { name: 'Không có người này trong sổ' }).count()).toBe(1);
  await leave(/404/);
});

test('a photo is put after the declaration, and removed for a reason that stays; the sheet is taken away', async () => {
  const { page, go, look, leave } = await desk.sit();
  await go(`/members/${busy}?${at}`);
  await page.getByRole('button', { name: 'Thêm ảnh' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[type=file]').setInputFiles({ name: 'anh.png', mimeType: 'image/png', buffer: square() });
  await dialog.getByRole('button', { name: 'Gửi lên' }).click();
  await soon(() => dialog.getByRole('alert').count()).toBe(1);
  await look('member-photo-declare');
  await dialog.getByRole('checkbox').check();
  await dialog.getByRole('button', { name: 'Gửi lên' }).click();
  await soon(() => page.getByRole('img', { name: /^Ảnh của/ }).count()).toBe(1);
  // It is shown, and not only there: what cannot be painted has no width.
  await soon(() => page.evaluate('document.querySelector("main img")?.naturalWidth')).toBe(3);
  await look('member-photo');
  await page.getByRole('button', { name: 'Gỡ ảnh' }).click();
  await dialog.getByLabel('Lý do').fill('Nhầm người');
  await dialog.getByRole('button', { name: 'Gỡ', exact: true }).click();
  await soon(() => page.getByRole('img', { name: /^Ảnh của/ }).count()).toBe(0);
  await page.getByRole('tab', { name: 'Ảnh, giấy tờ' }).click();
  await soon(() => page.getByText(/Nhầm người/).count()).toBe(1);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'In phiếu 2-HSĐV' }).click(),
  ]);
  expect(
    readFileSync(await download.path())
      .subarray(0, 4)
      .toString('latin1'),
  ).toBe('%PDF');
  await leave();
});

test('on a phone, in English: the course as a table, the missing entries one tap away', async () => {
  const { page, go, look, leave } = await desk.sit({ size: 'narrow', language: 'en' });
  await go(`/members/${busy}?${at}`);
  await page.locator('details summary').tap();
  await look('member');
  await page.getByRole('tab', { name: 'Record sheet' }).tap();
  await look('member-sheet');
  await page.getByRole('tab', { name: 'Acts' }).tap();
  await look('member-acts');
  await leave();
});
