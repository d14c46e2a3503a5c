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

test('the department records a vetting; the conclusion stays masked until it is opened for a reason', async () => {
  const { page, go, look, leave } = await desk.sit(as('tam'));
  await go(`/record/vetting.concluded?${at}&subject=${member}`);
  await page.getByLabel('Thẩm định cho việc').first().waitFor();
  await look('record-vetting');
  await page.goto('about:blank');
  const room = await desk.installation.room('A');
  const concluded = {
    ...{ id: id('vetting'), kind: 'vetting.concluded', effectiveOn: '2024-09-10', person: 'P1', occasion: 'planning' },
    ...{ conclusion: 'meets', actor: { unit: 'A', body: 'standing-committee' } },
  };
  await post(await room.journal(), { actor: 'tam', source: { via: 'screen' } }, [concluded] as never);
  await go(`/members/${member}?${at}&part=tables`);
  await soon(() => page.getByText('Kết luận: •••').count()).toBe(1);
  await look('member-vetting');
  await go(`/acts/${id('vetting')}?${at}`);
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
  await go(`/figures/people-vetted?${at}`);
  await soon(() => page.getByText(/chỉ mở với vai trò được xem thẩm tra chính trị/).count()).toBeGreaterThan(0);
  expect(await page.getByText('Nguyễn Thị Trong').count()).toBe(0);
  await look('figure-without-names');
  await go(`/members/${member}?${at}`);
  expect(await page.getByText('Thẩm tra').count()).toBe(0);
  await leave(/^403 /);
});
