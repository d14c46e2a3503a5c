import { afterAll, beforeAll, expect, test } from 'vitest';
import { post } from '#/kernel/journal/post.ts';
import { accountOf, signInByHeader } from '../seats.ts';
import { id, ofA } from '../two-communes.ts';
import { type Desk, openDesk, soon } from './desk.ts';

// The organisation department records a vetting and opens its conclusion; a leader gets the number and nobody's name.

let desk: Desk;
const member = id('person P1');

beforeAll(async () => {
  desk = await openDesk({ signIn: signInByHeader });
  await desk.installation.addTenant({ code: 'A', name: 'Đảng bộ A' });
  const room = await desk.installation.room('A');
  const verified = {
    ...{ kind: 'background.verified', effectiveOn: '2024-03-01', person: 'P1' },
    confirmations: [{ by: 'Đảng ủy xã Mẫu', on: '2024-02-20' }],
  };
  await post(await room.journal(), { actor: 'journeys', source: { via: 'api' } }, [...ofA, verified] as never);
  await room.write({ actor: 'quan-tri' }, async ({ client }) => {
    for (const [login, role] of [
      ['tam', 'organisation-department'],
      ['binh', 'leader'],
    ])
      await client.query(
        `insert into role_grant (account_id, login, role, unit_id, valid, granted_by, granted_at, reason)
         select $1, $2, $3, unit_id, '[2020-01-01,)', 'quan-tri', now(), 'Phân công công tác' from unit_code where code = 'A'`,
        [accountOf(login as string), login, role],
      );
  });
}, 120_000);
afterAll(() => desk?.close());

const as = (login: string) => ({ isStranger: true, headers: { 'x-who': JSON.stringify({ login }) } });
const at = 'unit=A&tenant=A&period=2024';

const recorded = async (): Promise<string> => {
  const room = await desk.installation.room('A');
  const { rows } = await room.read({ actor: 'test' }, ({ client }) =>
    client.query(`select id from act where kind = 'vetting.concluded'`),
  );
  return rows[0]?.id;
};

test('the department records a vetting; the conclusion stays masked until it is opened for a reason', async () => {
  const { page, go, look, leave } = await desk.sit(as('tam'));
  await go(`/record/vetting.concluded?${at}&person=${member}`);
  await page.getByLabel('Thẩm định cho việc').first().waitFor();
  await look('record-vetting');
  await page.getByLabel('Thẩm định cho việc').selectOption('planning');
  await page.getByLabel('Kết luận', { exact: true }).selectOption('meets');
  await page.getByRole('textbox', { name: /^Ngày có hiệu lực/ }).fill('10/09/2024');
  await page.getByText('Không có văn bản', { exact: true }).click();
  await soon(() => page.getByText('có kết luận cho việc quy hoạch', { exact: false }).count()).toBeGreaterThan(0);
  await look('record-vetting-filled');
  await page.getByRole('button', { name: 'Ghi', exact: true }).click();
  await soon(() => page.getByText(/Đã ghi/).count()).toBeGreaterThan(0);
  const act = await recorded();
  await go(`/members/${member}?${at}&part=tables`);
  await soon(() => page.getByText('Kết luận: •••').count()).toBe(1);
  await look('member-vetting');
  await go(`/acts/${act}?${at}`);
  expect(await page.getByText('đủ tiêu chuẩn chính trị').count()).toBe(0);
  await page.getByRole('button', { name: 'Xem Kết luận' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Lý do cần xem').fill('Chuẩn bị nhân sự theo kế hoạch năm');
  await page.keyboard.press('Enter');
  await soon(() => page.getByText('đủ tiêu chuẩn chính trị').count()).toBe(1);
  await look('vetting-opened');
  await leave();
});

test('on a phone a leader reads how many were vetted, and is told who may open the names', async () => {
  const { page, go, look, leave } = await desk.sit({ ...as('binh'), size: 'narrow' });
  await go(`/figures?${at}&open=people-vetted`);
  await soon(() => page.getByText(/chỉ mở với vai trò được xem thẩm tra chính trị/).count()).toBeGreaterThan(0);
  expect(await page.getByText('Nguyễn Thị Trong').count()).toBe(0);
  await look('figure-without-names');
  await go(`/members/${member}?${at}`);
  expect(await page.getByText('Thẩm tra').count()).toBe(0);
  await leave(/^403 /);
});
