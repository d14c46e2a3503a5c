import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountOf, signInByHeader } from '../seats.ts';
import { type Desk, openDesk, soon } from './desk.ts';

// As what one works: chosen once, shown on every page, changed there; and what the role does not do is not offered.

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ holds: 'ward', signIn: signInByHeader });
  await grant('lan', 'committee-officer', 'VM.P01');
  await grant('lan', 'leader', 'VM');
  await grant('minh', 'leader', 'VM.P01');
  await grant('quan', 'administrator', 'VM');
}, 120_000);
afterAll(() => desk?.close());

async function grant(login: string, role: string, unit: string): Promise<void> {
  const room = await desk.installation.room('VM');
  await room.write({ actor: 'test' }, ({ client }) =>
    client.query(
      `insert into role_grant (account_id, login, role, unit_id, valid, granted_by, granted_at, reason)
       select $1, $2, $3, unit_id, '[2020-01-01,)', 'test', now(), 'thử' from unit_code where code = $4 and upper_inf(valid)`,
      [accountOf(login), login, role, unit],
    ),
  );
}

const as = (login: string) => ({ isStranger: true, headers: { 'x-who': JSON.stringify({ login }) } });

test('who holds two roles chooses one, sees it on every page, and changes it there', async () => {
  const { page, go, look, leave } = await desk.sit(as('lan'));
  await go('/');
  await soon(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('Chọn vai trò để làm việc');
  await look('capacity-choose');
  await page.getByRole('button', { name: /Cán bộ cấp ủy cơ sở/ }).click();
  await soon(() => page.url()).toContain('unit=VM.P01');
  const role = page.getByRole('button', { name: /Đổi vai trò/ });
  await soon(() => role.textContent()).toMatch(/^Cán bộ cấp ủy cơ sở/);
  await soon(() => page.getByRole('link', { name: 'Ghi việc' }).count()).toBeGreaterThan(0);
  await role.click();
  await soon(() => page.getByRole('dialog', { name: 'Đổi vai trò' }).getByRole('button').count()).toBe(2);
  await look('capacity-switch');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Lãnh đạo cấp ủy/ })
    .click();
  await soon(() => page.url()).toMatch(/unit=VM(&|$)/);
  await soon(() => role.textContent()).toMatch(/^Lãnh đạo cấp ủy/);
  // A leader reads: nothing to record, nothing to import.
  for (const job of ['Ghi việc', 'Nhập dữ liệu'])
    expect(await page.getByRole('link', { name: job }).count(), job).toBe(0);
  await leave();
});

test('whoever holds one role is at once at its place; what it does not do is not offered, and refused in words', async () => {
  const { page, go, look, leave } = await desk.sit({ ...as('minh'), size: 'narrow' });
  await go('/');
  await soon(() => page.url()).toContain('unit=VM.P01');
  await soon(() => page.getByRole('button', { name: /Đổi vai trò/ }).textContent()).toMatch(/^Lãnh đạo cấp ủy/);
  await look('capacity-narrow');
  await go('/imports?unit=VM.P01&tenant=VM&period=2026');
  await soon(() =>
    page.getByText('Vai trò “Lãnh đạo cấp ủy” (Đảng bộ phường Sông Mới) không có quyền “Nhập tệp”.').count(),
  ).toBeGreaterThan(0);
  await look('capacity-refused');
  await leave();
});

test('an administrator begins at what waits, and no page shows them a person', async () => {
  const { page, go, look, leave } = await desk.sit(as('quan'));
  await go('/');
  await soon(() => page.url()).toContain('/inbox');
  await look('capacity-administrator');
  await soon(() =>
    page.getByRole('navigation', { name: 'Điều hướng chính' }).getByRole('link').allTextContents(),
  ).toEqual(['Việc cần xem', 'Tổ chức', 'Vai trò và ủy quyền', 'Các tài khoản', 'Trợ giúp']);
  await go('/members?unit=VM.P01&tenant=VM&period=2026');
  await soon(() => page.getByText(/không có quyền “Xem danh sách và hồ sơ đảng viên”/).count()).toBeGreaterThan(0);
  await leave(/403/); // the colours of the tree
});
