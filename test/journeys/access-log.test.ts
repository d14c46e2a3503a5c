import { afterAll, beforeAll, expect, test } from 'vitest';
import { post } from '#/kernel/journal/post.ts';
import { type Desk, openDesk, soon } from './desk.ts';
import { tabTo } from './hand.ts';

// A masked field is revealed for a reason, and who did so can be read: in the log, and by the member concerned.

let desk: Desk;
let person: string;
const petitionId = '01890000-0000-7000-8000-0000000000aa';
const phone = /^0\d{9}$/;

beforeAll(async () => {
  desk = await openDesk({ holds: 'ward' });
  const room = await desk.installation.room('VM');
  person = await room.read({ actor: 'journeys' }, async ({ client }) => {
    const { rows } = await client.query(
      'select person_id as id from standing where upper_inf(valid) order by 1 limit 1',
    );
    return rows[0].id;
  });
  const record = { phone: '0900000001', hometown: { commune: 'Xã Mẫu', province: 'Tỉnh Mẫu' } };
  const update = { kind: 'member.updated', effectiveOn: '2026-06-01', person, record };
  const petition = {
    ...{ id: petitionId, kind: 'petition.received', effectiveOn: '2026-06-02', unit: 'VM.P01', code: 'Đ-1' },
    ...{ sort: 'complaint', complainant: 'Nguyễn Thị Mẫu' },
  };
  await post(await room.journal(), { actor: 'journeys', source: { via: 'screen' } }, [update, petition]);
});
afterAll(() => desk?.close());

const at = 'unit=VM&tenant=VM&period=2026';

test('by the keyboard: the reason is asked first, the value is shown with what was kept of it, and hidden again', async () => {
  const { page, go, look, leave } = await desk.sit();
  await go(`/members/${person}?${at}&part=sheet`);
  await look('reveal-masked');
  expect(await page.getByText(phone).count()).toBe(0);
  await tabTo(page, 'Xem Điện thoại');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await soon(() => dialog.count()).toBe(1);
  // Without a reason nothing is asked of the server.
  await page.keyboard.press('Enter');
  await soon(() => dialog.getByRole('alert').count()).toBe(1);
  await look('reveal-reason');
  await dialog.getByLabel('Lý do cần xem').focus();
  await page.keyboard.type('Gọi mời họp chi bộ');
  await page.keyboard.press('Enter');
  await soon(() => page.getByText(phone).count()).toBe(1);
  expect(await page.getByText('Đã ghi vào nhật ký truy cập').count()).toBe(1);
  await look('reveal-shown');
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByText(phone).isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  await tabTo(page, 'Ẩn Điện thoại');
  await page.keyboard.press('Enter');
  await soon(() => page.getByText(phone).count()).toBe(0);
  await page.getByRole('tab', { name: 'Ai đã xem' }).click();
  await soon(() => page.getByText('Gọi mời họp chi bộ').count()).toBe(1);
  await look('member-seen');
  await page.getByRole('link', { name: 'Mở trong nhật ký truy cập' }).click();
  await soon(() => page.url()).toContain(`person=${person}`);
  await soon(() => page.getByRole('button', { name: /^Chỉ về một người/ }).count()).toBe(1);
  await page.getByRole('link', { name: 'Nhật ký truy cập', exact: true }).click();
  await soon(() => page.getByRole('cell', { name: 'Gọi mời họp chi bộ' }).count()).toBe(1);
  await look('access-log');
  await page.getByLabel('Việc đã làm').selectOption('members.exported');
  await soon(() => page.getByText('Chưa có dòng nào').count()).toBe(1);
  expect(page.url()).toContain('action=members.exported');
  await leave();
});

test('what is sealed is opened for a reason that others will read, and stands among the notices', async () => {
  const { page, go, look, leave } = await desk.sit();
  await go(`/acts/${petitionId}?${at}`);
  expect(await page.getByText('Nguyễn Thị Mẫu').count()).toBe(0);
  await tabTo(page, 'Xem Người gửi đơn');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Lý do cần xem').fill('ngắn');
  await page.keyboard.press('Enter');
  await soon(() => dialog.getByRole('alert').count()).toBe(1);
  await look('unseal-reason');
  await dialog.getByLabel('Lý do cần xem').fill('Đơn có dấu hiệu giả mạo, phải gặp người gửi');
  await page.keyboard.press('Enter');
  await soon(() => page.getByText('Nguyễn Thị Mẫu').count()).toBe(1);
  await look('unseal-shown');
  await go(`/access-log?${at}&notice=1`);
  await soon(() => page.getByText('niêm phong', { exact: true }).count()).toBe(1);
  await look('access-notices');
  await leave();
});

test('on a phone, in English: the value under the thumb, who looked below it, the log as cards', async () => {
  const { page, go, look, leave } = await desk.sit({ size: 'narrow', language: 'en' });
  await go(`/members/${person}?${at}&part=sheet`);
  await page.clock.install();
  await page.getByRole('button', { name: 'Show Hometown' }).tap();
  await look('reveal-reason');
  await page.getByLabel('Why you need to see it').fill('The record is checked');
  await page.getByRole('dialog').getByRole('button', { name: 'Show', exact: true }).tap();
  await soon(() => page.getByText('Kept in the access log').count()).toBe(1);
  await look('reveal-shown');
  await page.clock.runFor(40_000); // the clock goes on by itself meanwhile
  expect(await page.getByText('Xã Mẫu, Tỉnh Mẫu').count()).toBe(1);
  await page.clock.runFor(25_000);
  await soon(() => page.getByText('Xã Mẫu, Tỉnh Mẫu').count()).toBe(0);
  await go(`/members/${person}?${at}&part=seen`);
  await soon(() => page.getByText('The record is checked').count()).toBe(1);
  await look('member-seen');
  await go(`/access-log?${at}`);
  await soon(() => page.getByText('The record is checked').count()).toBe(1);
  await look('access-log');
  await leave();
});
