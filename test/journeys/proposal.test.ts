import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleFile } from '#/cli/docs/sample-file.ts';
import { post } from '#/kernel/journal/post.ts';
import { createAccount } from '#/platform/accounts/accounts.ts';
import { accountOf, signInByHeader } from '../seats.ts';
import { type Desk, openDesk, soon } from './desk.ts';
import { tabTo } from './hand.ts';

// A cell secretary proposes on a phone, an officer of the commune sees the number, looks, returns and records on a wide
// screen; roles are passed on for a time and ended.

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ signIn: signInByHeader });
  const room = await desk.installation.addTenant({ code: 'A', name: 'Đảng bộ tỉnh A' });
  await post(await room.journal(), { actor: 'journeys', source: { via: 'demo' } }, sampleFile as never);
  await grant('bi-thu', 'cell-secretary', 'A.H.01.2');
  await grant('can-bo', 'committee-officer', 'A.H.01');
  await grant('quan-tri', 'administrator', 'A');
  for (const login of ['thay', 'moi'])
    await createAccount(desk.installation.hall, { login, name: login }, { actor: 'test', now: new Date() });
}, 120_000);
afterAll(() => desk?.close());

async function grant(login: string, role: string, unit: string): Promise<void> {
  const room = await desk.installation.room('A');
  await room.write({ actor: 'test' }, ({ client }) =>
    client.query(
      `insert into role_grant (account_id, login, role, unit_id, valid, granted_by, granted_at, reason)
       select $1, $2, $3, unit_id, '[2020-01-01,)', 'test', now(), 'thử' from unit_code where code = $4 and upper_inf(valid)`,
      [accountOf(login), login, role, unit],
    ),
  );
}

const as = (login: string) => ({ isStranger: true, headers: { 'x-who': JSON.stringify({ login }) } });
const ofCell = 'unit=A.H.01.2&tenant=A&period=2024';
const ofCommune = 'unit=A.H.01&tenant=A&period=2024';

async function propose(day: string): Promise<void> {
  const { page, go, look, leave } = await desk.sit({ ...as('bi-thu'), size: 'narrow' });
  await go(`/record/member.recognised?${ofCell}`);
  await soon(() => page.getByRole('heading', { level: 1 }).textContent()).toMatch(/^Đề nghị: /);
  await page.getByRole('button', { name: /Đồng chí/ }).click();
  await page.getByRole('combobox', { name: /Tìm theo họ tên/ }).fill('pham thi moi');
  await soon(() => page.getByRole('option').count()).toBe(1);
  await page.getByRole('option').click();
  await page.getByRole('textbox', { name: /^Ngày có hiệu lực/ }).fill(day);
  await page.getByText('Không có văn bản').click();
  const preview = page.getByRole('complementary', { name: 'Sẽ thay đổi gì' });
  await soon(() => preview.textContent()).toMatch(/chính thức/);
  await look('proposal-form');
  expect(await page.getByRole('button', { name: 'Ghi', exact: true }).count()).toBe(0);
  await page.getByRole('button', { name: 'Đề nghị', exact: true }).click();
  await soon(() => page.getByRole('heading', { name: /Đã gửi đề nghị/ }).count()).toBe(1);
  await look('proposal-sent');
  await leave();
}

test('the secretary proposes on a phone; the officer has a number in the frame, returns it with a reason, by keyboard', async () => {
  await propose('19/5/2021');
  const { page, go, look, leave } = await desk.sit(as('can-bo'));
  await go(`/?${ofCommune}`);
  const inbox = page.getByRole('navigation', { name: 'Điều hướng chính' }).getByRole('link', { name: /Việc cần xem/ });
  await soon(() => inbox.textContent()).toContain('1 việc đang chờ');
  await inbox.click();
  const waiting = page.getByRole('region', { name: 'Chờ mình giải quyết' });
  await soon(() => waiting.getByRole('link').count()).toBe(1);
  await look('inbox');
  await waiting.getByRole('link').focus();
  await page.keyboard.press('Enter');
  await soon(() => page.getByText('Nếu ghi lúc này').count()).toBe(1);
  await look('proposal');
  await tabTo(page, 'Trả lại');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Lý do' }).fill('Ghi thiếu nghị quyết của chi bộ');
  await look('proposal-return');
  await page.keyboard.press('Enter');
  await soon(() => page.getByText(/Bị trả lại/).count()).toBeGreaterThan(0);
  expect(await page.getByRole('button', { name: 'Ghi', exact: true }).count()).toBe(0);
  await leave();
});

test('what was returned is taken up again with what stood in it, and recorded by Ctrl+Enter; the act tells of both people', async () => {
  const secretary = await desk.sit({ ...as('bi-thu'), size: 'narrow' });
  await secretary.go(`/inbox?${ofCell}`);
  const returned = secretary.page.getByRole('region', { name: 'Chờ mình giải quyết' }).getByRole('link');
  await soon(() => returned.textContent()).toContain('Ghi thiếu nghị quyết của chi bộ');
  await secretary.look('inbox-returned');
  await returned.click();
  await secretary.page.getByRole('link', { name: 'Sửa và đề nghị lại' }).click();
  const day = secretary.page.getByRole('textbox', { name: /^Ngày có hiệu lực/ });
  await soon(() => day.inputValue()).toMatch(/19.0?5.2021/);
  await day.fill('20/5/2021');
  const preview = secretary.page.getByRole('complementary', { name: 'Sẽ thay đổi gì' });
  await soon(() => preview.textContent()).toContain('20/05/2021');
  await secretary.page.getByRole('button', { name: 'Đề nghị', exact: true }).click();
  await soon(() => secretary.page.getByRole('heading', { name: /Đã gửi đề nghị/ }).count()).toBe(1);
  await secretary.page.getByRole('link', { name: 'Mở đề nghị này' }).click();
  await soon(() => secretary.page.getByRole('button', { name: 'Rút đề nghị' }).count()).toBe(1);
  await secretary.look('proposal-own');
  await secretary.leave();

  const { page, go, look, leave } = await desk.sit(as('can-bo'));
  await go(`/inbox?${ofCommune}`);
  await page.getByRole('region', { name: 'Chờ mình giải quyết' }).getByRole('link').click();
  await soon(() => page.getByRole('button', { name: 'Ghi', exact: true }).isEnabled()).toBe(true);
  await page.keyboard.press('Control+Enter');
  await soon(() => page.getByRole('link', { name: 'Mở việc đã ghi' }).count()).toBe(1);
  await look('proposal-recorded');
  await page.getByRole('link', { name: 'Mở việc đã ghi' }).click();
  await soon(() => page.getByText(/^bi-thu, lúc/).count()).toBe(1);
  expect(await page.getByText('can-bo', { exact: true }).count()).toBeGreaterThan(0);
  await look('proposal-act');
  await leave();
});

test('a list is proposed as one decision, to a cell beyond the secretary’s place; it comes back with a reason and goes out again', async () => {
  const { page, go, look, leave } = await desk.sit(as('bi-thu'));
  await go(`/record/member.transferred?${ofCell}`);
  await page.getByRole('link', { name: 'Một quyết định kèm danh sách: đề nghị cả danh sách' }).click();
  await soon(() => page.getByRole('heading', { level: 1 }).textContent()).toMatch(/^Đề nghị: .*cả danh sách$/);
  await page.getByText('Không có văn bản').click();
  await page.getByLabel('Ngày có hiệu lực').fill('1/6/2022');
  await page.getByRole('button', { name: /Nơi chuyển đến/ }).click();
  await soon(() => page.getByText(/gõ tên hoặc mã chi bộ/).count()).toBe(1);
  await look('proposal-destination');
  await page.getByRole('combobox', { name: /Tìm theo tên hoặc mã/ }).fill('thon mot');
  await soon(() => page.getByRole('option').count()).toBe(1);
  await page.getByRole('option').click();
  await soon(() => page.getByRole('button', { name: /Nơi chuyển đến/ }).textContent()).toContain('Chi bộ thôn Một');
  await page.getByLabel('Dán danh sách từ Excel').fill('Họ và tên\tNăm sinh\nLê Văn Thử\t1978\nTrần Thị Ví Dụ\t1969');
  await page.getByRole('button', { name: 'Đọc danh sách' }).click();
  const press = page.getByRole('button', { name: 'Đề nghị 2 việc' });
  await soon(() => press.isEnabled()).toBe(true);
  await look('proposal-list-form');
  await press.click();
  await soon(() => page.getByRole('heading', { name: /Đã gửi đề nghị/ }).count()).toBe(1);
  await leave();

  const officer = await desk.sit({ ...as('can-bo'), size: 'narrow' });
  await officer.go(`/inbox?${ofCommune}`);
  const waiting = officer.page.getByRole('region', { name: 'Chờ mình giải quyết' }).getByRole('link');
  await soon(() => waiting.textContent()).toContain('Lê Văn Thử và 1 việc khác');
  await officer.look('inbox-list');
  await waiting.click();
  await officer.page.getByRole('button', { name: 'Trả lại cả danh sách' }).click();
  await officer.page.getByRole('textbox', { name: 'Lý do' }).fill('Ghi lại ngày theo nghị quyết');
  await officer.page.getByRole('dialog').getByRole('button', { name: 'Trả lại', exact: true }).click();
  await soon(() => officer.page.getByText(/Bị trả lại/).count()).toBeGreaterThan(0);
  await officer.look('proposal-list-returned');
  await officer.leave();
});

test('the returned list stands in the form again; the office looks through it, records all of it, and the figures move', async () => {
  const secretary = await desk.sit({ ...as('bi-thu'), size: 'narrow' });
  await secretary.go(`/inbox?${ofCell}`);
  await secretary.page.getByRole('region', { name: 'Chờ mình giải quyết' }).getByRole('link').click();
  await secretary.page.getByRole('link', { name: 'Sửa và đề nghị lại' }).click();
  await soon(() => secretary.page.getByText('2 ghi được, 0 chưa rõ là ai, 0 có lỗi').count()).toBe(1);
  await secretary.page.getByLabel('Ngày có hiệu lực').fill('3/6/2022');
  const press = secretary.page.getByRole('button', { name: 'Đề nghị 2 việc' });
  await soon(() => press.isEnabled()).toBe(true);
  await secretary.look('proposal-list-again');
  await press.click();
  await soon(() => secretary.page.getByRole('heading', { name: /Đã gửi đề nghị/ }).count()).toBe(1);
  await secretary.leave();

  const { page, go, look, leave } = await desk.sit(as('can-bo'));
  const members = () =>
    page.evaluate<number>(
      `fetch('/api/figures/members?unit=A.H.01.1&tenant=A&on=2024-12-31').then((a) => a.json()).then(({ value }) => value)`,
    );
  await go(`/inbox?${ofCommune}`);
  expect(await members()).toBe(0);
  await page.getByRole('region', { name: 'Chờ mình giải quyết' }).getByRole('link').click();
  const list = page.getByRole('region', { name: 'Danh sách: 2' });
  await soon(() => list.getByRole('listitem').allTextContents()).toEqual(['Lê Văn Thử', 'Trần Thị Ví Dụ']);
  const record = page.getByRole('button', { name: 'Ghi cả 2 việc' });
  await soon(() => record.isEnabled()).toBe(true);
  await look('proposal-list');
  await record.click();
  await soon(() => list.getByRole('link').count()).toBe(2);
  await look('proposal-list-recorded');
  expect(await members()).toBe(2);
  await list.getByRole('link', { name: 'Lê Văn Thử' }).click();
  await soon(() => page.getByText(/^bi-thu, lúc/).count()).toBe(1);
  await leave();
});

test('an officer passes the role on until a day, in English; an administrator sees it, grants a role and ends one', async () => {
  const officer = await desk.sit({ ...as('can-bo'), language: 'en' });
  await officer.go(`/access?${ofCommune}`);
  await officer.page.getByRole('button', { name: 'Pass on', exact: true }).click();
  await officer.page.getByRole('textbox', { name: 'Account' }).fill('thay');
  await officer.page.getByRole('textbox', { name: 'Through' }).fill('31/12/2099');
  await officer.look('access-delegate');
  const dialog = officer.page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Pass on', exact: true }).click();
  await soon(() => dialog.getByText('This is required.').count()).toBe(1);
  await officer.page.getByRole('textbox', { name: 'Reason' }).fill('on leave');
  await dialog.getByRole('button', { name: 'Pass on', exact: true }).click();
  await soon(() => officer.page.getByRole('rowheader', { name: 'thay' }).count()).toBe(1);
  await officer.look('access');
  await officer.leave();

  const { page, go, look, leave } = await desk.sit({ ...as('quan-tri'), size: 'narrow' });
  await go(`/access?unit=A&tenant=A&period=2024`);
  const held = page.getByRole('list', { name: /Ai giữ vai trò/ });
  await soon(() => held.textContent()).toContain('thay');
  await look('access-narrow');
  await page.getByRole('button', { name: 'Giao vai trò' }).click();
  await page.getByRole('textbox', { name: 'Tài khoản' }).fill('moi');
  await page.getByRole('combobox', { name: 'Vai trò' }).selectOption('leader');
  await page.getByRole('textbox', { name: 'Lý do' }).fill('phân công');
  await look('access-give');
  await page.getByRole('dialog').getByRole('button', { name: 'Giao vai trò' }).click();
  await soon(() => held.textContent()).toContain('moi');
  await page.getByRole('button', { name: /Thu vai trò .* của thay/ }).click();
  await page.getByRole('textbox', { name: 'Lý do' }).fill('đã về');
  await page.getByRole('dialog').getByRole('button', { name: 'Thu', exact: true }).click();
  await soon(() => held.textContent()).not.toContain('thay');
  await leave();
});
