import { afterAll, beforeAll, expect, test } from 'vitest';
import { post } from '#/kernel/journal/post.ts';
import { loadDemo } from '#/server/demos.ts';
import { accountOf, signInByHeader } from '../seats.ts';
import { type Desk, openDesk, soon } from './desk.ts';

// A member sees their own record and nothing else, asks for a correction on the telephone, and an officer decides it by a paper.

let desk: Desk;
let person: string;
let other: string;
/** Of the other's cell. */
let cell: string;
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
      `select r.person_id as id, c.code from person_record r join standing s on s.person_id = r.person_id and upper_inf(s.valid)
       join unit_code c on c.unit_id = s.unit_id and upper_inf(c.valid)
       where upper_inf(r.valid) order by r.person_id limit 2`,
    );
    person = rows[0].id;
    other = rows[1].id;
    cell = rows[1].code;
    await grant('bi-thu', 'cell-secretary', cell);
    await client.query(
      `insert into person_account (account_id, login, person_id, tied_at, tied_by, reason) values ($1, 'hoa', $2, now(), 'test', 'thử')`,
      [accountOf('hoa'), person],
    );
  });
  const update = { kind: 'member.updated', effectiveOn: '2026-06-01', person, record: { phone: '0900000099' } };
  await post(await room.journal(), { actor: 'test', source: { via: 'api' } }, [update]);
}, 120_000);
afterAll(() => desk?.close());

const place = 'unit=VM.P01&tenant=VM&period=2026';
// One red point.
const smallPng = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
  'base64',
);
const as = (login: string) => ({ isStranger: true, headers: { 'x-who': JSON.stringify({ login }) } });

test('on the telephone a member opens a value of their own, asks for a correction and puts a scan beside it', async () => {
  const { page, go, look, leave } = await desk.sit({ ...as('hoa'), size: 'narrow' });
  await go('/');
  await soon(() => page.getByRole('heading', { name: 'Trường mật của tôi' }).count()).toBe(1);
  await look('me');
  await page.getByRole('button', { name: 'Xem Số điện thoại' }).click();
  await soon(() => page.getByRole('button', { name: 'Ẩn' }).count()).toBe(1);
  await page.getByRole('button', { name: 'Đề nghị sửa' }).click();
  await page.getByRole('button', { name: 'Gửi đề nghị' }).click();
  await soon(() => page.getByText('Phải điền ô này.').count()).toBe(1);
  expect(await page.getByText('Hãy ghi lý do.').count()).toBe(1);
  await page.getByLabel('Mục cần sửa').selectOption('born');
  await soon(() => page.getByText('Hiện ghi:').count()).toBe(1);
  await page.getByLabel('Ghi đúng là').fill('hôm qua');
  await page.getByLabel('Lý do, căn cứ').fill('Giấy khai sinh');
  await page.getByRole('button', { name: 'Gửi đề nghị' }).click();
  await soon(() => page.getByText('Không phải ngày có trong lịch').count()).toBe(1);
  await look('me-ask');
  await page.getByLabel('Ghi đúng là').fill('5/3/1971');
  await page.getByRole('button', { name: 'Gửi đề nghị' }).click();
  // On to the page of the request, where the paper that bears it out is added.
  await soon(() => page.getByRole('heading', { name: 'Đề nghị sửa: Ngày sinh' }).count()).toBe(1);
  await soon(() => page.getByText('05/03/1971').count()).toBe(1);
  await page.getByRole('button', { name: 'Kèm bản chụp' }).click();
  const file = { name: 'Giấy khai sinh.png', mimeType: 'image/png', buffer: smallPng };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: 'Đính kèm' }).click();
  await soon(() => page.getByText('Cần xác nhận trước khi gửi.').count()).toBe(1);
  await look('correction-attach');
  await page.getByLabel('Tôi xác nhận').check();
  await page.getByRole('button', { name: 'Đính kèm' }).click();
  await soon(() => page.getByText('Giấy khai sinh.png').count()).toBeGreaterThan(0);
  await look('correction-own');
  await page.getByRole('link', { name: 'Hồ sơ của tôi' }).click();
  await soon(() =>
    page.getByRole('link', { name: /Ngày sinh .*05\/03\/1971.*chờ quyết định.*1 giấy tờ/ }).count(),
  ).toBe(1);
  await look('me-corrections');
  // Whatever address is gone to, there is nothing else.
  await go('/members');
  await soon(() => page.getByRole('heading', { name: 'Trường mật của tôi' }).count()).toBe(1);
  await leave();
});

test('the officer finds it in the inbox, looks at the paper, accepts by a decision, and the record has changed', async () => {
  const officer = await desk.sit(as('lan'));
  const { page, go, look } = officer;
  await go(`/inbox?${place}`);
  const line = page.getByRole('region', { name: 'Chờ mình giải quyết' }).getByRole('link', { name: /Sửa hồ sơ/ });
  await soon(() => line.count()).toBe(1);
  await line.click();
  await soon(() => page.getByText('05/03/1971').count()).toBe(1);
  await look('correction');
  await page.getByRole('button', { name: 'Xem: Giấy khai sinh.png' }).click();
  await soon(() => page.getByRole('img', { name: 'Giấy khai sinh.png' }).count()).toBe(1);
  await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click();
  await page.getByRole('button', { name: 'Chấp nhận', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Chấp nhận' });
  await dialog.getByText('Có văn bản', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Chấp nhận' }).click();
  await soon(() => dialog.getByText('Mục này bắt buộc.').count()).toBe(2);
  await dialog.getByLabel('Cơ quan ban hành').fill('Đảng ủy phường Mẫu');
  await dialog.getByLabel('Số, ký hiệu').fill('12-TB/ĐU');
  await dialog.getByLabel('Ngày ban hành').fill('20/11/2026');
  await dialog.getByLabel('Lý do').fill('Đã xem giấy khai sinh');
  await look('correction-accept');
  await dialog.getByRole('button', { name: 'Chấp nhận' }).click();
  await soon(() => page.getByText('Đã chấp nhận.').count()).toBe(1);
  await look('correction-accepted');
  await page.getByRole('link', { name: 'Việc đã ghi' }).click();
  await soon(() => page.getByText('12-TB/ĐU').count()).toBeGreaterThan(0);
  await go(`/members/${person}?part=sheet&${place}`);
  await soon(() => page.getByText('05/03/1971').count()).toBeGreaterThan(0);
  await officer.leave();
  const member = await desk.sit(as('hoa'));
  await member.go('/me');
  await soon(() => member.page.getByText('chấp nhận', { exact: true }).count()).toBe(1);
  await member.page.getByRole('link', { name: /Đã xem giấy khai sinh/ }).click();
  await soon(() => member.page.getByText('Đã chấp nhận.').count()).toBe(1);
  expect(await member.page.getByRole('link', { name: 'Việc đã ghi' }).count()).toBe(0);
  await member.look('correction-told');
  await member.leave();
});

test('a secretary asks from the page of a member who has no account; a sensitive value is seen by a press that says why', async () => {
  const secretary = await desk.sit({ ...as('bi-thu'), size: 'narrow' });
  await secretary.go(`/members/${other}?unit=${cell}&tenant=VM&period=2026`);
  await secretary.page.getByRole('button', { name: 'Đề nghị sửa' }).click();
  await secretary.page.getByLabel('Mục cần sửa').selectOption('residence');
  await secretary.page.getByLabel('Tỉnh, thành phố').fill('Tỉnh Mẫu');
  await secretary.page.getByLabel('Xã, phường, đặc khu').fill('Xã Mẫu');
  await secretary.page.getByLabel('Lý do, căn cứ').fill('Chuyển nhà');
  await secretary.look('correction-ask-member');
  await secretary.page.getByRole('button', { name: 'Gửi đề nghị' }).click();
  await soon(() => secretary.page.getByRole('heading', { name: 'Đề nghị sửa: Nơi thường trú' }).count()).toBe(1);
  expect(await secretary.page.getByRole('button', { name: 'Chấp nhận' }).count()).toBe(0);
  await secretary.leave();

  const { page, go, look, leave } = await desk.sit(as('lan'));
  await go(`/corrections?${place}`);
  await look('corrections');
  await page.getByRole('link', { name: /Nơi thường trú/ }).click();
  await soon(() => page.getByRole('button', { name: 'Xem Nơi thường trú' }).count()).toBe(1);
  expect(await page.getByText('Tỉnh Mẫu').count()).toBe(0);
  await page.getByRole('button', { name: 'Xem Nơi thường trú' }).click();
  await page.getByLabel('Lý do cần xem').fill('Đối chiếu');
  await page.getByRole('dialog').getByRole('button', { name: 'Xem', exact: true }).click();
  await soon(() => page.getByText('Đề nghị: Xã Mẫu, Tỉnh Mẫu').count()).toBe(1);
  await look('correction-sealed');
  await page.getByRole('button', { name: 'Không chấp nhận' }).click();
  const dialog = page.getByRole('dialog', { name: 'Không chấp nhận' });
  await dialog.getByLabel('Lý do').fill('Chưa có xác nhận nơi ở');
  await dialog.getByRole('button', { name: 'Không chấp nhận' }).click();
  await soon(() => page.getByText('Chưa có xác nhận nơi ở').count()).toBe(1);
  await leave();
});
