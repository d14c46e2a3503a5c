import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { post } from '#/kernel/journal/post.ts';
import { createAccount } from '#/platform/accounts/accounts.ts';
import { grantHere } from '#/server/access/grant-here.ts';
import { goodPassword } from '#test/accounts.ts';
import { startProvider, type TestProvider } from '#test/provider.ts';
import { type Sotay, sotay } from '#test/sotay.ts';
import { type Desk, openDesk, soon } from './desk.ts';

// From nothing to a cell secretary who works: the command, the invitation, the printed slip, app and passkey, a page that is
// not theirs, and a value that is shown for a reason which an auditor reads. And the same secretary by an identity provider that runs beside.

const cell = 'VM.P01.01.01';
let desk: Desk;
let cli: Sotay;
let provider: TestProvider;
/** A member of the cell, with a telephone. */
let person: string;
beforeAll(async () => {
  provider = await startProvider(['http://localhost:4020']); // the desk takes any free port
  desk = await openDesk({ holds: 'ward', host: 'localhost', furnish: (folder) => provider.tell(folder) });
  cli = sotay(desk.installation.adminUrl, { isHere: true });
  const room = await desk.installation.room('VM');
  person = await room.read({ actor: 'journeys' }, async ({ client }) => {
    const { rows } = await client.query(
      `select r.person_id as id from roster r join unit_code c using (unit_id)
       where c.code = $1 and r.until = (select max(until) from roster) order by 1 limit 1`,
      [cell],
    );
    return rows[0].id;
  });
  const record = { phone: '0900000001' };
  const update = { kind: 'member.updated', effectiveOn: '2026-06-01', person, record };
  await post(await room.journal(), { actor: 'journeys', source: { via: 'screen' } }, [update]);
});
afterAll(async () => {
  cli?.close();
  await desk?.close();
  await provider?.stop();
});

const heading = (page: Page) => soon(() => page.getByRole('heading', { level: 1 }).textContent());
const isIn = (page: Page) => soon(() => page.getByRole('navigation', { name: 'Điều hướng chính' }).count()).toBe(1);
/** The code of an app, so many steps of half a minute from now: one that was used is good no more. */
const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });

/** A new account that holds a role, and the one-time code that opens it. */
async function invited(login: string, grant: { role: string; unit?: string }): Promise<string> {
  const doing = { actor: 'cli:test', now: new Date() };
  const { id, code } = await createAccount(desk.installation.hall, { login, name: 'Người Thử' }, doing);
  await grantHere(desk.installation, { id, login }, { ...grant, tenant: 'VM', reason: 'phân công' });
  return code;
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Ngôn ngữ và giao diện/ }).click();
  await page.getByRole('button', { name: 'Kết thúc phiên trên trình duyệt này' }).click();
}

async function showPassword(page: Page, login: string): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(login);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(goodPassword);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
}

async function setPasswordByCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Mã dùng một lần').fill(code);
  await page.keyboard.press('Enter');
  await page.getByLabel('Mật khẩu mới').fill(goodPassword);
  await page.keyboard.press('Enter');
}

/** Adds an app on the page of one's own account; its secret. */
async function addApp(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Thêm ứng dụng' }).click();
  const shown = page.getByRole('dialog').locator('code');
  const secret = ((await shown.textContent()) ?? '').replaceAll(' ', '');
  await page.getByLabel(/Mã 6 số/).fill(codeOf(secret));
  await page.keyboard.press('Enter');
  await soon(() => page.getByText('Đang dùng từ').count()).toBe(1);
  return secret;
}

/** What stands after the title of a page that is not for the role. */
const refusal = (page: Page) => soon(() => page.locator('main, body').first().textContent());

test('the first administrator invites a cell secretary, who comes by the printed slip, by app, by passkey, and is told what is not theirs; what they look at is read by an auditor', async () => {
  const [chief, secretary] = [await desk.sit({ isStranger: true }), await desk.sit({ isStranger: true })];
  const made = await cli.json<{ code: string }>('admin', 'create', '--login', 'quan.tri', '--name', 'Nguyễn Văn Mẫu');
  await chief.go('/sign-in/code');
  await setPasswordByCode(chief.page, made.code);
  await heading(chief.page).toBe('Cần đăng nhập hai bước');
  await chief.go('/account');
  await addApp(chief.page);
  await chief.go('/accounts');
  await chief.page.getByRole('button', { name: 'Mời người mới' }).click();
  await chief.page.getByLabel('Họ và tên').fill('Trần Thị Thử');
  await chief.page.getByLabel('Tên đăng nhập').fill('bi.thu');
  await chief.page.keyboard.press('Enter');
  const slip = chief.page.getByRole('dialog', { name: 'Mã dùng một lần của bi.thu' });
  const code = (await slip.getByText(/^(\w{4}-){3}\w{4}$/).textContent()) ?? '';
  await chief.page.emulateMedia({ media: 'print' });
  expect(await slip.getByText(code).isVisible()).toBe(true);
  await chief.page.emulateMedia({ media: 'screen' });
  await slip.getByRole('button', { name: 'Xong' }).click();
  // There is no screen for grants yet: the page asks as one would.
  const wish = { login: 'bi.thu', role: 'cell-secretary', unit: cell, tenant: 'VM', reason: 'Nghị quyết chi bộ' };
  const status = await chief.page.evaluate(
    (text) =>
      fetch('/api/grants', { method: 'POST', headers: { 'content-type': 'application/json' }, body: text }).then(
        (answer) => answer.status,
      ),
    JSON.stringify(wish),
  );
  expect(status).toBe(200);

  const { page, go, look, leave } = secretary;
  await go('/sign-in/code');
  await setPasswordByCode(page, code);
  await isIn(page);
  await go('/account');
  const secret = await addApp(page);
  await signOut(page);
  await heading(page).toBe('Đăng nhập');
  await showPassword(page, 'bi.thu');
  await heading(page).toBe('Bước hai');
  await page.getByLabel('Mã 6 số').fill(codeOf(secret, 1));
  await isIn(page);

  const devices = await page.context().newCDPSession(page);
  await devices.send('WebAuthn.enable');
  const telephone = { hasResidentKey: true, hasUserVerification: true, isUserVerified: true } as const;
  await devices.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', automaticPresenceSimulation: true, ...telephone },
  });
  await go('/account');
  await page.getByRole('button', { name: 'Thêm khóa truy cập' }).click();
  await page.getByLabel('Gọi khóa này là gì').fill('Điện thoại của tôi');
  await page.keyboard.press('Enter');
  await soon(() => page.getByText('chưa dùng lần nào').count()).toBe(1);
  await signOut(page);
  await page.getByRole('button', { name: 'Dùng khóa truy cập (passkey)' }).click();
  await isIn(page);

  await go('/accounts');
  await refusal(page).toContain('Vai trò “Bí thư chi bộ”');
  await refusal(page).toContain('không có quyền “Quản lý tài khoản”');
  await look('refused');

  await go(`/members/${person}?unit=${cell}&tenant=VM&period=2026&part=sheet`);
  expect(await page.getByText('0900000001').count()).toBe(0);
  await page.getByRole('button', { name: 'Xem Điện thoại' }).click();
  await page.getByLabel('Lý do cần xem').fill('Gọi mời họp chi bộ');
  await page.keyboard.press('Enter');
  await soon(() => page.getByText('0900000001').count()).toBe(1);
  await page.getByRole('tab', { name: 'Ai đã xem' }).click();
  await soon(() => page.getByText('Gọi mời họp chi bộ').count()).toBe(1);
  await leave(/401|403/);
  await chief.leave(/401|403/);

  const auditor = await desk.sit({ isStranger: true });
  await auditor.go('/sign-in/code');
  await setPasswordByCode(auditor.page, await invited('kiem.tra', { role: 'auditor' }));
  await heading(auditor.page).toBe('Cần đăng nhập hai bước');
  await auditor.go('/account');
  await addApp(auditor.page);
  await auditor.go('/access-log?tenant=VM&unit=VM&period=2026');
  await soon(() => auditor.page.getByRole('cell', { name: 'Gọi mời họp chi bộ' }).count()).toBe(1);
  await soon(() => auditor.page.getByRole('cell', { name: /bi\.thu/ }).count()).toBe(1);
  await auditor.leave(/401|403/);
});

test('a secretary without a smartphone prints a sheet of codes and comes in by one of them', async () => {
  const code = await invited('khong.may', { role: 'cell-secretary', unit: cell });
  const { page, go, look, leave } = await desk.sit({ isStranger: true, size: 'narrow' });
  await go('/sign-in/code');
  await setPasswordByCode(page, code);
  await isIn(page);
  await go('/account');
  await page.getByRole('button', { name: 'In tờ mã mới' }).tap();
  await page.getByRole('button', { name: 'Tiếp tục' }).tap();
  const sheet = page.getByRole('dialog', { name: 'Tờ mã in của khong.may' });
  await soon(() => sheet.locator('code').count()).toBe(10);
  await look('account-sheet');
  const [first = ''] = await sheet.locator('code').allTextContents();
  await page.emulateMedia({ media: 'print' });
  await soon(() => page.getByRole('button', { name: 'In phiếu này' }).isVisible()).toBe(false);
  expect(await sheet.locator('code').last().isVisible()).toBe(true);
  await page.emulateMedia({ media: 'screen' });
  await sheet.getByRole('button', { name: 'Xong' }).tap();
  await soon(() => page.getByText('Còn 10 mã').count()).toBe(1);
  await page.context().clearCookies();
  await go('/');
  await showPassword(page, 'khong.may');
  await heading(page).toBe('Bước hai');
  await look('sign-in-printed');
  await page.getByLabel('Mã trên tờ mã in').fill(first);
  await page.keyboard.press('Enter');
  await isIn(page);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await leave(/401/);
});

test('the provider’s button leads there and back, by redirects that the page’s policy allows; a stranger is told why not', async () => {
  const code = await invited('qua.cong', { role: 'cell-secretary', unit: cell });
  const { page, go, look, leave } = await desk.sit({ isStranger: true });
  const there = async (name: string) => {
    await heading(page).toBe('Nhà cung cấp thử');
    await page.getByLabel('Tên ở đây').fill(name);
    await page.getByRole('button', { name: 'Vào' }).click();
  };
  await go('/');
  await look('sign-in-provider');
  await page.getByRole('button', { name: 'Dùng Cổng định danh thử' }).click();
  await there('nguoi-la');
  await soon(() => page.getByRole('alert').textContent()).toContain(
    'chưa có tài khoản nào gắn với nguoi-la.o.cho.khac',
  );
  expect(new URL(page.url()).search).not.toContain('code=');
  await look('sign-in-provider-unknown');
  await page.context().clearCookies(); // the provider would know them again
  await go('/sign-in/code');
  await page.getByLabel('Mã dùng một lần').fill(code);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /từ nay vào bằng Cổng định danh thử/ }).click();
  await there('ng-7');
  await isIn(page);
  await go('/account');
  await soon(() => page.getByText('Gắn với ng-7.o.cho.khac').count()).toBe(1);
  await look('account-provider');
  await leave(new RegExp(`401|403|${provider.issuer}`));
});
