import { afterAll, beforeAll, expect, test } from 'vitest';
import { grantHere } from '#/server/access/grant-here.ts';
import { accountOf, madeAccount, signInByHeader } from '../seats.ts';
import { type Desk, openDesk, soon } from './desk.ts';

// One administrator asks for a role, another approves it; who is alone is told so.

const at = 'unit=VM.P01&tenant=VM&period=2026';
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ holds: 'ward', signIn: signInByHeader });
  for (const login of ['quan.mot', 'can.bo.moi', 'can.bo.khac']) await madeAccount(desk.installation, login);
  await administrator('quan.mot', 'VM');
}, 120_000);
afterAll(() => desk?.close());

async function administrator(login: string, unit: string): Promise<void> {
  await madeAccount(desk.installation, login);
  const wished = { role: 'administrator', unit, tenant: 'VM', reason: 'phân công' };
  await grantHere(desk.installation, { id: accountOf(login), login }, wished);
}

const as = (login: string) => ({ isStranger: true, headers: { 'x-who': JSON.stringify({ login }) } });

async function give(page: Awaited<ReturnType<Desk['sit']>>['page'], login: string): Promise<void> {
  await page.getByRole('button', { name: 'Giao vai trò' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Tài khoản').fill(login);
  await dialog.getByRole('combobox', { name: 'Vai trò' }).selectOption({ label: 'Cán bộ cấp ủy cơ sở' });
  await dialog.getByLabel('Lý do').fill('Quyết định 12-QĐ/ĐU');
}

test('who grants alone is told that it is by one, on the page and at the grant', async () => {
  const { page, go, look, leave } = await desk.sit(as('quan.mot'));
  await go(`/access?${at}`);
  await soon(() => page.getByText('Ở đây chưa có người quản trị thứ hai').count()).toBe(1);
  await give(page, 'can.bo.khac');
  expect(await page.getByText('một người quản trị khác duyệt').count()).toBe(0);
  await page.getByRole('dialog').getByRole('button', { name: 'Giao vai trò' }).click();
  await soon(() => page.getByText('một người giao, không có người thứ hai').count()).toBe(1);
  await look('access-by-one');
  await leave();
});

test('with a second administrator the role waits, is in the inbox of that one, and holds once it is approved', async () => {
  await administrator('quan.hai', 'VM');
  const one = await desk.sit(as('quan.mot'));
  await one.go(`/access?${at}`);
  await give(one.page, 'can.bo.moi');
  await soon(() => one.page.getByText('một người quản trị khác duyệt').count()).toBe(1);
  await one.look('access-give');
  await one.page.getByRole('dialog').getByRole('button', { name: 'Giao vai trò' }).click();
  const waiting = one.page.getByRole('region', { name: 'Chờ người thứ hai duyệt' });
  await soon(() => waiting.getByText('Chưa có hiệu lực').count()).toBe(1);
  expect(await waiting.getByRole('button', { name: /^Duyệt/ }).count()).toBe(0);
  await one.look('access-waiting-own');
  await one.leave();

  const two = await desk.sit({ ...as('quan.hai'), size: 'narrow' });
  await two.go(`/inbox?${at}`);
  await soon(() => two.page.getByText('Vai trò chờ người thứ hai duyệt').count()).toBe(1);
  await two.look('inbox-grant');
  await two.go(`/accounts?${at}`);
  await soon(() => two.page.getByRole('region', { name: 'Chờ người thứ hai duyệt' }).count()).toBe(1);
  // On one's own line nothing is offered that another one does.
  const own = two.page.getByRole('listitem').filter({ hasText: 'tài khoản của đồng chí' });
  await soon(() => own.count()).toBe(1);
  expect(await own.getByRole('button').count()).toBe(0);
  await two.look('accounts-waiting');
  await two.go(`/access?${at}`);
  await two.look('access-waiting');
  await two.page.getByRole('button', { name: 'Duyệt vai trò Cán bộ cấp ủy cơ sở của can.bo.moi', exact: true }).click();
  await soon(() => two.page.getByText('người duyệt quan.hai').count()).toBe(1);
  await two.look('access-approved');
  await two.leave();

  const wide = await desk.sit(as('quan.hai'));
  await wide.go(`/accounts?${at}`);
  await wide.look('accounts-own');
  await wide.leave();
});
