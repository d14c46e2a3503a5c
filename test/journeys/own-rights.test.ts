import { afterAll, beforeAll, expect, test } from 'vitest';
import { logAccess } from '#/kernel/access/access-log.ts';
import { post } from '#/kernel/journal/post.ts';
import { accountOf, signInByHeader } from '../seats.ts';
import { id, ofA } from '../two-communes.ts';
import { type Desk, openDesk, soon } from './desk.ts';

// An officer ties a member's account and looks at a value; the member reads who looked and why; the officer reads why the
// record is in sight; and what is due of somebody who left is erased by two officers.

let desk: Desk;
const member = id('person P1');
const gone = { id: id('person P9'), code: 'P9', name: 'Phạm Văn Rời', born: '1960-02-03', sex: 'male' };

// The units are older here than elsewhere: somebody left so long ago that their values are due.
const acts = [
  ...ofA.map((act) => (act.kind === 'unit.established' ? { ...act, effectiveOn: '2008-01-01' } : act)),
  {
    ...{ kind: 'member.registered', effectiveOn: '2010-01-01', cell: 'A.1.1', status: 'official' },
    person: { ...gone, admittedOn: '1990-05-19', officialOn: '1991-05-19', phone: '0900000009', health: 'Sức khỏe P9' },
  },
  {
    ...{ kind: 'member.left', effectiveOn: '2012-06-01', person: gone.id },
    paper: { issuer: 'Đảng ủy A.1', number: '9-QĐ/ĐU', issuedOn: '2012-06-01' },
  },
];

beforeAll(async () => {
  desk = await openDesk({ signIn: signInByHeader });
  await desk.installation.addTenant({ code: 'A', name: 'Đảng bộ A' });
  const room = await desk.installation.room('A');
  await post(await room.journal(), { actor: 'journeys', source: { via: 'api' } }, acts as never);
  await room.write({ actor: 'quan-tri' }, async ({ client }) => {
    for (const [login, role, unit] of [
      ['hoa', 'member', 'A.1.1'],
      ['lan', 'committee-officer', 'A.1'],
      ['tam', 'organisation-department', 'A'],
    ])
      await client.query(
        `insert into role_grant (account_id, login, role, unit_id, valid, granted_by, granted_at, reason)
         select $1, $2, $3, unit_id, '[2020-01-01,)', 'quan-tri', now(), 'Phân công công tác' from unit_code where code = $4`,
        [accountOf(login as string), login, role, unit],
      );
  });
  await desk.installation.hall.query(
    `insert into account (id, login, name, created_at, created_by) values ($1, 'hoa', 'Nguyễn Thị Trong', now(), 'test')`,
    [accountOf('hoa')],
  );
}, 120_000);
afterAll(() => desk?.close());

const as = (login: string) => ({ isStranger: true, headers: { 'x-who': JSON.stringify({ login }) } });
const at = 'unit=A.1&tenant=A&period=2026';

test('an officer ties the account by its exact login, and a slip to another name ties nothing', async () => {
  const { page, go, look, leave } = await desk.sit(as('lan'));
  await go(`/members/${member}?${at}&part=seen`);
  await page.getByRole('button', { name: 'Gắn tài khoản' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Gắn tài khoản' }).click();
  await soon(() => dialog.getByRole('alert').count()).toBe(2); // login and reason
  await dialog.getByLabel('Tên đăng nhập').fill('hoa');
  await dialog.getByLabel('Họ tên ghi ở tài khoản').fill('Trần Thị Khác');
  await dialog.getByLabel('Lý do').fill('Đảng viên đề nghị');
  await dialog.getByRole('button', { name: 'Gắn tài khoản' }).click();
  await soon(() => dialog.getByText('Không có tài khoản “hoa” mang tên “Trần Thị Khác”').count()).toBe(1);
  await look('tie');
  await dialog.getByLabel('Họ tên ghi ở tài khoản').fill('Nguyễn Thị Trong');
  await dialog.getByRole('button', { name: 'Gắn tài khoản' }).click();
  await soon(() => page.getByRole('button', { name: 'Thôi gắn' }).count()).toBe(1);
  await look('member-seen-tied');
  await leave(/^422 /);
});

test('the member reads on the telephone that the officer looked, as what and why, and that something sealed was opened', async () => {
  const officer = await desk.sit(as('lan'));
  await officer.go(`/members/${member}?${at}&part=sheet`);
  await officer.page.getByRole('button', { name: 'Xem Điện thoại' }).click();
  await officer.page.getByRole('dialog').getByLabel('Lý do cần xem').fill('Mời dự lễ trao Huy hiệu');
  await officer.page.getByRole('dialog').getByRole('button', { name: 'Xem', exact: true }).click();
  await soon(() => officer.page.getByText('0900000001').count()).toBe(1);
  await officer.leave();
  const { page, go, look, leave } = await desk.sit({ ...as('hoa'), size: 'narrow' });
  await go('/me');
  const looks = page.getByRole('region', { name: 'Ai đã xem hồ sơ của tôi' });
  await soon(() => looks.getByText('Mời dự lễ trao Huy hiệu').count()).toBe(1);
  await soon(() => looks.getByText('Cán bộ cấp ủy cơ sở, Đơn vị A.1').count()).toBe(1);
  const offices = page.getByRole('region', { name: 'Nơi nào xem được hồ sơ này' });
  await soon(() => offices.getByText('Cán bộ cấp ủy cơ sở, Đơn vị A.1').count()).toBe(1);
  expect(await offices.getByText('thẩm tra chính trị').count()).toBe(1); // of the organisation department only
  expect(await page.getByText('Trường niêm phong về đồng chí đã được mở').count()).toBe(0);
  await looks.scrollIntoViewIfNeeded();
  await look('me-looks');
  await offices.scrollIntoViewIfNeeded();
  await look('me-offices');
  const room = await desk.installation.room('A');
  const capacity = { accountId: accountOf('kiem-tra'), role: 'inspection-commission', unitId: null };
  const reason = 'Đơn có dấu hiệu giả mạo, phải gặp người gửi';
  const detail = { field: 'complainant', class: 'complainant' };
  await logAccess(
    room,
    { actor: 'kiem-tra', scope: room.path, capacity },
    { action: 'sealed.opened', detail, unitId: null, persons: [member], notice: 'complainant', reason },
  );
  await go('/me');
  const opened = page.getByRole('region', { name: 'Trường niêm phong về đồng chí đã được mở' });
  await soon(() => opened.getByText(reason).count()).toBe(1);
  await look('me-opened');
  await leave();
});

test('an officer reads by which grant a record, a unit and an act are in sight, and what it does not open', async () => {
  const { page, go, look, leave } = await desk.sit(as('lan'));
  for (const [path, lies] of [
    [`/members/${member}`, 'Hồ sơ có quá trình'],
    ['/unit', 'Đơn vị nằm trong phạm vi ấy'],
    [`/acts/${id('registered P1')}`, 'Việc này thuộc'],
  ]) {
    await go(`${path}?${at}`);
    await page.getByRole('button', { name: 'Vì sao tôi xem được?' }).click();
    const panel = page.getByRole('dialog');
    await soon(() => panel.getByText(lies as string).count()).toBe(1);
    await soon(() => panel.getByText('Đơn vị A.1 và mọi đơn vị bên dưới').count()).toBe(1);
    expect(await panel.getByText('quan-tri').count()).toBe(1);
    expect(
      await panel
        .getByRole('listitem')
        .filter({ hasText: /^sức khỏe$/ })
        .count(),
    ).toBe(1);
    await look(`why-${(path as string).split('/')[1]}`);
    await page.keyboard.press('Escape');
    await soon(() => panel.count()).toBe(0);
  }
  await leave();
});

test('one officer asks, the second finds it in the inbox and approves: what is due is erased, and by neither alone', async () => {
  const officer = await desk.sit(as('lan'));
  await officer.go(`/retention?${at}`);
  await officer.look('retention-due');
  await officer.page.getByRole('button', { name: /^Đề nghị xóa thông tin mật của Phạm Văn Rời/ }).click();
  await officer.page.getByRole('dialog').getByLabel('Lý do').fill('Quá thời hạn mười năm');
  await officer.look('retention-ask');
  await officer.page.getByRole('dialog').getByRole('button', { name: 'Đề nghị xóa' }).click();
  await soon(() => officer.page.getByText('chờ người thứ hai', { exact: true }).count()).toBe(1);
  await officer.page.getByRole('tab', { name: 'Chờ duyệt' }).click();
  await soon(() => officer.page.getByText('Đồng chí đã đề nghị').count()).toBe(1);
  expect(await officer.page.getByRole('button', { name: /Duyệt xóa/ }).count()).toBe(0);
  await officer.leave();
  const { page, go, look, leave } = await desk.sit({ ...as('tam'), size: 'narrow' });
  await go('/inbox?unit=A&tenant=A&period=2026');
  await page.getByRole('link', { name: /Đề nghị xóa thông tin mật đã đến hạn/ }).click();
  await soon(() => page.getByText('Quá thời hạn mười năm').count()).toBe(1);
  await look('retention-waiting');
  await page.getByRole('button', { name: 'Duyệt xóa thông tin mật của Phạm Văn Rời', exact: true }).click();
  await page.getByRole('dialog').getByLabel('Lý do').fill('Đã đối chiếu với hồ sơ giấy');
  await look('retention-approve');
  await page.getByRole('dialog').getByRole('button', { name: 'Xóa hẳn' }).click();
  await soon(() => page.getByText('Không có đề nghị nào chờ duyệt').count()).toBe(1);
  await page.getByRole('tab', { name: 'Đã quyết định' }).click();
  await soon(() => page.getByText('đã xóa 2 giá trị').count()).toBe(1);
  await soon(() => page.getByText('Đã đối chiếu với hồ sơ giấy').count()).toBe(1);
  await look('retention-decided');
  await page.getByRole('tab', { name: 'Thời hạn' }).click();
  await soon(() => page.getByText('Nhật ký truy cập', { exact: true }).count()).toBe(1);
  await look('retention-rules');
  await leave();
  const room = await desk.installation.room('A');
  const { rows } = await room.read({ actor: 'x' }, ({ client }) =>
    client.query('select cipher is null as gone from sensitive_value where subject_id = $1', [gone.id]),
  );
  expect(rows).toEqual([{ gone: true }, { gone: true }]);
});
