import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAccount } from '#/platform/accounts/accounts.ts';
import { setPasswordByCode } from '#/platform/accounts/codes.ts';
import { grantHere } from '#/server/access/grant-here.ts';
import { goodPassword } from '#test/accounts.ts';
import { type Sotay, sotay } from '#test/sotay.ts';
import { type Desk, openDesk, soon } from './desk.ts';

// From the command that makes the first administrator to sessions that are ended, by password, app and passkey.

let desk: Desk;
let cli: Sotay;
beforeAll(async () => {
  desk = await openDesk({ holds: 'ward', host: 'localhost' });
  cli = sotay(desk.installation.adminUrl, { isHere: true });
});
afterAll(async () => {
  cli?.close();
  await desk?.close();
});

/** The code that an app shows, so many steps of half a minute from now: one that was used is good no more. */
const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 });

const heading = (page: Page) => soon(() => page.getByRole('heading', { level: 1 }).textContent());
const isIn = (page: Page) => soon(() => page.getByRole('navigation', { name: 'Điều hướng chính' }).count()).toBe(1);

/** A new account that holds a role, and a one-time code for it. */
const invited = async (login: string, role = 'committee-officer', unit?: string) => {
  const doing = { actor: 'cli:test', now: new Date() };
  const { id, code } = await createAccount(desk.installation.hall, { login, name: 'Người Thử' }, doing);
  await grantHere(desk.installation, { id, login }, { role, unit, tenant: 'VM', reason: 'phân công' });
  return code;
};

/** Adds an app as second step, without its pages. */
async function addApp(page: Page): Promise<void> {
  const ask = (path: string, body: object) =>
    page.evaluate(
      ([to, text]) =>
        fetch(to as string, { method: 'POST', headers: { 'content-type': 'application/json' }, body: text }).then(
          (answer) => answer.json(),
        ),
      [path, JSON.stringify(body)],
    );
  const { secret } = (await ask('/api/me/totp/start', {})) as { secret: string };
  expect(await ask('/api/me/totp/confirm', { code: codeOf(secret) })).toMatchObject({ done: true });
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Ngôn ngữ và giao diện/ }).click();
  await page.getByRole('button', { name: 'Kết thúc phiên trên trình duyệt này' }).click();
  await heading(page).toBe('Đăng nhập');
}

async function showPassword(page: Page, login: string, password = goodPassword): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(login);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
}

test('the first administrator comes by a command: code, password, app, and then by password and app; later by a passkey', async () => {
  const { page, go, look, leave } = await desk.sit({ isStranger: true });
  const made = await cli.json<{ code: string }>('admin', 'create', '--login', 'quan.tri', '--name', 'Nguyễn Văn Mẫu');
  await go('/');
  await heading(page).toBe('Đăng nhập');
  await look('sign-in-account');
  await showPassword(page, 'quan.tri', 'đoán một lần thôi');
  await soon(() => page.getByRole('alert').textContent()).toContain('không đúng');
  await look('sign-in-wrong');
  await page.getByRole('link', { name: 'Tôi có mã dùng một lần' }).click();
  await page.getByLabel('Mã dùng một lần').fill(made.code.toLowerCase());
  await look('sign-in-code');
  await page.keyboard.press('Enter');
  await heading(page).toBe('Đặt mật khẩu');
  await page.getByLabel('Mật khẩu mới').fill('matkhau123456');
  await page.getByLabel('Hiện mật khẩu').check();
  await page.getByRole('button', { name: 'Đặt mật khẩu và vào' }).click();
  await soon(() => page.getByRole('alert').textContent()).toContain('bị đoán đầu tiên');
  await look('sign-in-password');
  await page.getByLabel('Mật khẩu mới').fill(goodPassword);
  await page.keyboard.press('Enter');
  await heading(page).toBe('Cần đăng nhập hai bước'); // nobody administers with a password alone
  await look('sign-in-weak');
  await page.getByRole('link', { name: /^Tài khoản của tôi/ }).click();
  await heading(page).toBe('Tài khoản của tôi');
  await look('account-new');
  await page.getByRole('button', { name: 'Thêm ứng dụng' }).click();
  await look('account-app');
  const secret = ((await page.getByRole('dialog').locator('code').textContent()) ?? '').replaceAll(' ', '');
  await page.getByLabel(/Mã 6 số/).fill(codeOf(secret));
  await page.keyboard.press('Enter');
  await soon(() => page.getByText('Đang dùng từ').count()).toBe(1);
  await go('/');
  await isIn(page);

  await signOut(page);
  await showPassword(page, 'quan.tri');
  await heading(page).toBe('Bước hai');
  await look('sign-in-second');
  await page.getByLabel('Mã 6 số').fill(codeOf(secret, 1)); // six digits are enough, nothing is pressed
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
  await look('account');
  await signOut(page);
  await page.getByRole('button', { name: 'Dùng khóa truy cập (passkey)' }).click();
  await isIn(page);
  await go('/account');
  await soon(() => page.getByText('Vào bằng khóa truy cập').count()).toBe(1);
  await leave(/401|422/);
});

test('a session that is ended elsewhere closes the page; whoever signs in again goes on, another one gets a page of their own', async () => {
  const [one, two] = [await desk.sit({ isStranger: true }), await desk.sit({ isStranger: true })];
  const code = await invited('can.bo');
  await one.go('/sign-in/code');
  await one.page.getByLabel('Mã dùng một lần').fill(code);
  await one.page.keyboard.press('Enter');
  await one.page.getByLabel('Mật khẩu mới').fill(goodPassword);
  await one.page.keyboard.press('Enter');
  await isIn(one.page);
  await two.go('/');
  await showPassword(two.page, 'can.bo');
  await isIn(two.page);
  await two.go('/record');
  await one.go('/account');
  const others = one.page.getByRole('button', { name: /^Kết thúc phiên / });
  await soon(() => others.count()).toBe(1);
  await one.look('account-sessions');
  await others.click();
  await soon(() => others.count()).toBe(0);

  await two.page.getByRole('link', { name: 'Đảng viên', exact: true }).click();
  await heading(two.page).toBe('Phiên đã hết: đăng nhập lại');
  await two.look('sign-in-again');
  await showPassword(two.page, 'can.bo');
  await soon(() => two.page.url()).toContain('/members');
  await isIn(two.page);

  await setPasswordByCode(desk.installation.hall, await invited('nguoi.khac'), goodPassword, new Date());
  await one.go('/account');
  await one.page.getByRole('button', { name: 'Kết thúc mọi phiên khác' }).click();
  await soon(() => others.count()).toBe(0);
  await two.page.getByRole('link', { name: 'Nhật ký', exact: true }).click();
  await heading(two.page).toBe('Phiên đã hết: đăng nhập lại');
  // Also while the server takes its time to say who has come in, nobody sees the page of who was here before.
  const { promise: isAsked, resolve: letIn } = Promise.withResolvers<void>();
  await two.page.route('**/api/session', async (route) => {
    await isAsked;
    await route.continue();
  });
  await showPassword(two.page, 'nguoi.khac');
  await soon(() => two.page.getByRole('button', { name: 'Đăng nhập' }).count()).toBe(0);
  expect(await two.page.getByRole('navigation', { name: 'Điều hướng chính' }).isVisible()).toBe(false);
  letIn();
  await soon(() => new URL(two.page.url()).pathname).toBe('/');
  await isIn(two.page);
  await one.leave(/401/);
  await two.leave(/401/);
});

test('what opens the account is changed after the password was shown again, in one hand and in English', async () => {
  const { page, go, look, leave } = await desk.sit({ isStranger: true, size: 'narrow', language: 'en' });
  await go('/');
  await look('sign-in-account');
  await page.getByRole('link', { name: 'I have a one-time code' }).tap();
  await look('sign-in-code');
  await page.getByLabel('One-time code').fill(await invited('bi.thu', 'cell-secretary', 'VM.P01.01.01'));
  await page.getByRole('button', { name: 'Go on' }).tap();
  await page.getByLabel('New password').fill(goodPassword);
  await look('sign-in-password');
  await page.getByRole('button', { name: 'Set it and go in' }).tap();
  await soon(() => page.getByRole('navigation', { name: 'Main navigation' }).count()).toBe(1);
  await go('/account');
  await look('account');
  await desk.installation.hall.query("update account_session set proved_at = proved_at - interval '1 hour'");
  await page.getByRole('button', { name: 'Add an app' }).tap();
  await soon(() => page.getByRole('dialog', { name: 'Show that it is you' }).count()).toBe(1);
  await look('account-prove');
  await page.getByLabel('Password in use').fill(goodPassword);
  await page.getByRole('button', { name: 'Go on' }).tap();
  await soon(() => page.getByRole('dialog', { name: 'Add an authenticator app' }).count()).toBe(1);
  await look('account-app');
  await page.getByRole('button', { name: 'Cancel' }).tap();
  await page.getByRole('button', { name: 'Change the password' }).tap();
  await look('account-password');
  await page.getByLabel('Password in use').fill(goodPassword);
  await page.getByLabel('New password').fill('seven paper boats on the river');
  await page.getByRole('button', { name: 'Change', exact: true }).tap();
  await soon(() => page.getByText('The password is changed').count()).toBe(1);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await leave(/401|403/);
});

test('once there are accounts the printed link leads to the sign-in page, which says why', async () => {
  const { page, go, look, leave } = await desk.sit({ isStranger: true });
  await go(desk.link());
  await soon(() => page.getByText('Liên kết in ra không mở được nữa').count()).toBe(1);
  await look('sign-in-link-ended');
  await leave(/401/);
});

test('an administrator invites a cell secretary on a printed slip, and two administrators bring somebody back', async () => {
  await setPasswordByCode(
    desk.installation.hall,
    await invited('chief.one', 'administrator'),
    goodPassword,
    new Date(),
  );
  await setPasswordByCode(
    desk.installation.hall,
    await invited('chief.two', 'administrator'),
    goodPassword,
    new Date(),
  );
  const [one, two] = [await desk.sit({ isStranger: true }), await desk.sit({ isStranger: true, size: 'narrow' })];
  await one.go('/');
  await showPassword(one.page, 'chief.one');
  await heading(one.page).toBe('Cần đăng nhập hai bước');
  await addApp(one.page);
  await one.go('/accounts');
  await one.page.getByRole('button', { name: 'Mời người mới' }).click();
  await one.page.getByLabel('Họ và tên').fill('Trần Thị Thử');
  await one.page.getByLabel('Tên đăng nhập').fill('Bí Thư');
  await one.page.keyboard.press('Enter');
  await soon(() => one.page.getByRole('alert').textContent()).toContain('chữ thường không dấu');
  await one.page.getByLabel('Tên đăng nhập').fill('bi.thu.thu');
  await one.look('accounts-invite');
  await one.page.keyboard.press('Enter');
  const slip = one.page.getByRole('dialog', { name: 'Mã dùng một lần của bi.thu.thu' });
  await soon(() => slip.getByText(/^(\w{4}-){3}\w{4}$/).count()).toBe(1);
  await one.look('accounts-slip');
  await one.page.emulateMedia({ media: 'print' });
  await soon(() => one.page.getByRole('button', { name: 'In phiếu này' }).isVisible()).toBe(false);
  expect(await slip.getByText('/sign-in/code').isVisible()).toBe(true);
  await one.page.emulateMedia({ media: 'screen' });
  await slip.getByRole('button', { name: 'Xong' }).click();
  await one.look('accounts');

  await one.page.getByRole('button', { name: 'Khôi phục… của chief.two' }).click();
  await one.page.getByRole('dialog').getByRole('button', { name: 'Thôi' }).click();
  await one.page.getByRole('button', { name: 'Khôi phục… của can.bo' }).click();
  await one.page.getByLabel('Lý do').fill('mất điện thoại');
  await one.page.getByLabel('Mất cả bước hai').check();
  await one.look('accounts-recover');
  await one.page.keyboard.press('Enter');
  await one.page.getByRole('button', { name: 'Duyệt và lấy mã' }).click();
  await soon(() => one.page.getByRole('alert').textContent()).toContain('phải có người khác duyệt');

  await two.go('/');
  await showPassword(two.page, 'chief.two');
  await heading(two.page).toBe('Cần đăng nhập hai bước');
  await addApp(two.page);
  await two.go('/accounts');
  await two.look('accounts');
  await two.page.getByRole('button', { name: 'Duyệt và lấy mã' }).tap();
  await soon(() => two.page.getByRole('dialog', { name: 'Mã dùng một lần của can.bo' }).count()).toBe(1);
  await two.look('accounts-slip');
  await one.page.getByRole('button', { name: 'Khôi phục… của chief.two' }).click();
  await one.page.getByLabel('Lý do').fill('nói là quên mật khẩu');
  await one.page.keyboard.press('Enter');
  await soon(() => one.page.getByText('chief.one bắt đầu khôi phục').count()).toBeGreaterThan(0);
  await two.go('/account');
  await soon(() => two.page.getByRole('alert').textContent()).toContain('chief.one đang khôi phục tài khoản này');
  await two.look('account-recovery');
  await two.page.getByRole('button', { name: 'Không phải tôi hỏi: bỏ việc này' }).tap();
  await soon(() => two.page.getByRole('alert').count()).toBe(0);
  expect(await two.page.evaluate('document.documentElement.scrollWidth')).toBe(390);
  await one.leave(/401|403|422/);
  await two.leave(/401/);
});
