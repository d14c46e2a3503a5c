import { afterAll, beforeAll, expect, test } from 'vitest';
import { post } from '#/kernel/journal/post.ts';
import { loadDemo } from '#/server/demos.ts';
import { accountOf, signInByHeader } from '../seats.ts';
import { type Desk, openDesk, soon } from './desk.ts';

// A member sees their own record and nothing else, asks for a correction on the telephone, and an officer decides it.

let desk: Desk;
let person: string;
beforeAll(async () => {
  desk = await openDesk({ signIn: signInByHeader });
  await loadDemo(desk.installation, 'ward', { members: 500, actor: 'journeys' });
  const room = await desk.installation.room('VM');
  await room.write({ actor: 'test' }, async ({ client }) => {
    const grant = (login: string, role: string, unit: string) =>
      client.query(
        `insert into role_grant (account_id, login, role, unit_id, valid, granted_by, granted_at, reason)
         select $1, $2, $3, unit_id, '[2020-01-01,)', 'test', now(), 'thử' from unit_code where code = $4 and upper_inf(valid)`,
        [accountOf(login), login, role, unit],
      );
    await grant('hoa', 'member', 'VM.P01');
    await grant('lan', 'committee-officer', 'VM.P01');
    const { rows } = await client.query(
      `select r.person_id as id from person_record r join standing s on s.person_id = r.person_id and upper_inf(s.valid)
       where upper_inf(r.valid) order by r.person_id limit 1`,
    );
    person = rows[0].id;
    await client.query(
      `insert into person_account (account_id, login, person_id, tied_at, tied_by, reason) values ($1, 'hoa', $2, now(), 'test', 'thử')`,
      [accountOf('hoa'), person],
    );
  });
  const update = { kind: 'member.updated', effectiveOn: '2026-06-01', person, record: { phone: '0900000099' } };
  await post(await room.journal(), { actor: 'test', source: { via: 'api' } }, [update]);
}, 120_000);
afterAll(() => desk?.close());

const as = (login: string) => ({ isStranger: true, headers: { 'x-who': JSON.stringify({ login }) } });

test('on the telephone a member opens a value of their own and asks for a correction', async () => {
  const { page, go, look, leave } = await desk.sit({ ...as('hoa'), size: 'narrow' });
  await go('/');
  await soon(() => page.getByRole('heading', { name: 'Trường mật của tôi' }).count()).toBe(1);
  await look('me');
  await page.getByRole('button', { name: 'Xem Số điện thoại' }).click();
  await soon(() => page.getByRole('button', { name: 'Ẩn' }).count()).toBe(1);
  await page.getByRole('button', { name: 'Đề nghị sửa' }).click();
  await page.getByLabel('Mục cần sửa').selectOption('born');
  await page.getByLabel('Ghi đúng là').fill('hôm qua');
  await page.getByLabel('Lý do, căn cứ').fill('Giấy khai sinh');
  await page.getByRole('button', { name: 'Gửi đề nghị' }).click();
  await soon(() => page.getByText('Chưa đúng ngày').count()).toBe(1);
  await look('me-ask');
  await page.getByLabel('Ghi đúng là').fill('5/3/1971');
  await page.getByRole('button', { name: 'Gửi đề nghị' }).click();
  await soon(() => page.getByText('05/03/1971').count()).toBe(1);
  await soon(() => page.getByText('chờ quyết định').count()).toBe(1);
  // Whatever address is gone to, there is nothing else.
  await go('/members');
  await soon(() => page.getByRole('heading', { name: 'Trường mật của tôi' }).count()).toBe(1);
  await leave();
});

test('the officer finds the request, accepts it, and the member reads so', async () => {
  const officer = await desk.sit(as('lan'));
  await officer.go('/corrections?unit=VM.P01&tenant=VM&period=2026');
  await soon(() => officer.page.getByText('05/03/1971').count()).toBe(1);
  await officer.look('corrections');
  await officer.page.getByRole('button', { name: 'Chấp nhận', exact: true }).click();
  const dialog = officer.page.getByRole('dialog', { name: 'Chấp nhận' });
  await dialog.getByLabel('Lý do').fill('Đã xem giấy khai sinh');
  await officer.look('corrections-accept');
  await dialog.getByRole('button', { name: 'Chấp nhận' }).click();
  await soon(() => officer.page.getByText('Không có đề nghị nào').count()).toBe(1);
  await officer.leave();
  const member = await desk.sit(as('hoa'));
  await member.go('/me');
  await soon(() => member.page.getByText('chấp nhận', { exact: true }).count()).toBe(1);
  await soon(() => member.page.getByText('Đã xem giấy khai sinh').count()).toBe(1);
  await member.look('me');
  expect(await member.page.getByRole('link', { name: 'Việc đã ghi' }).count()).toBe(0);
  await member.leave();
});
