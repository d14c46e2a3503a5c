import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleFile } from '#/cli/docs/sample-file.ts';
import type { ActInput } from '#/kernel/journal/act.ts';
import { post } from '#/kernel/journal/post.ts';
import { type Desk, openDesk, soon } from './desk.ts';
import { square } from './square.ts';

// What comes between an officer and the journal: the session ends, somebody else records about the same person, the
// network is away while the tab is loaded anew. Nothing typed is lost, and each act is recorded once.

let desk: Desk;
let person: string;
beforeAll(async () => {
  desk = await openDesk();
  const room = await desk.installation.addTenant({ code: 'A', name: 'Đảng bộ tỉnh A' });
  await post(await room.journal(), { actor: 'journeys', source: { via: 'demo' } }, sampleFile as never);
  person = await room.read({ actor: 'test' }, async ({ client }) => {
    const { rows } = await client.query("select person_id from person where code = 'P3'");
    return rows[0].person_id;
  });
});
afterAll(() => desk?.close());

const place = 'unit=A.H.01&tenant=A&period=2024';
const acts = async (kind: string) => {
  const room = await desk.installation.room('A');
  const { rows } = await room.read({ actor: 'test' }, ({ client }) =>
    client.query('select count(*)::int as n from act where kind = $1', [kind]),
  );
  return rows[0].n as number;
};

test('the session ends twice while one records: nothing typed is lost, it is recorded once, and its scan is put beside it', async () => {
  const { page, go, look, leave } = await desk.sit();
  const before = await acts('member.transferred');
  const signIn = async () => {
    await page.context().request.get(desk.address + desk.link(), { maxRedirects: 0 });
    const again = page.getByRole('button', { name: /Thử lại/ });
    // The page may have found out by itself: it asks now and then what waits for one.
    await soon(async () => {
      if ((await again.count()) > 0) await again.click({ timeout: 1_000 }).catch(() => {});
      return again.count();
    }).toBe(0);
  };
  await go(`/record/member.transferred?${place}&person=${person}`);
  await page.getByRole('button', { name: /^.*, Nơi chuyển đến$/ }).click();
  await page.getByRole('combobox', { name: /Tìm theo tên/ }).fill('thon mot');
  await soon(() => page.getByRole('option').count()).toBe(1);
  await page.keyboard.press('Enter');
  await page.getByText('Không có văn bản').click();
  await page.context().clearCookies();
  const day = page.getByRole('textbox', { name: /^Ngày có hiệu lực/ });
  await day.fill('1/8/2024');
  await soon(() => page.getByRole('heading', { name: /Phiên đã hết/ }).count()).toBe(1);
  expect(await page.getByText(/kể cả những gì đang gõ, vẫn còn nguyên/).count()).toBe(1);
  await look('session-ended');
  await signIn();
  const preview = page.getByRole('complementary', { name: 'Sẽ thay đổi gì' });
  await soon(() => preview.textContent()).toContain('Sinh hoạt tại Chi bộ thôn Một');
  expect(await day.inputValue()).toMatch(/^0?1.0?8.2024$/);
  await page.context().clearCookies();
  await page.keyboard.press('Control+Enter');
  await soon(() => page.getByRole('heading', { name: /Phiên đã hết/ }).count()).toBe(1);
  expect(await acts('member.transferred')).toBe(before);
  await signIn();
  await soon(() => page.getByRole('heading', { name: /Đã ghi/ }).count()).toBe(1);
  expect(await acts('member.transferred')).toBe(before + 1);
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'quyết định.png', mimeType: 'image/png', buffer: square() });
  await page.getByRole('button', { name: 'Đính kèm' }).click();
  await soon(() => page.getByText('Cần xác nhận trước khi gửi.').count()).toBe(1);
  await page.getByRole('checkbox', { name: /không phải là tài liệu mật/ }).check();
  await page.getByRole('button', { name: 'Đính kèm' }).click();
  await soon(() => page.getByRole('button', { name: 'Xem to: quyết định.png' }).count()).toBe(1);
  await look('record-receipt-scan');
  await page.getByRole('link', { name: 'Mở việc này' }).click();
  await page.getByRole('button', { name: 'Xem to: quyết định.png' }).click();
  await soon(() => page.evaluate<number>('document.querySelector("dialog img")?.naturalWidth')).toBeGreaterThan(0);
  await look('act-scan');
  await leave(/401/);
});

test('an act is corrected from the journal: its reason is asked for, what follows is seen, and what another recorded meanwhile is told first', async () => {
  const { page, go, look, leave } = await desk.sit();
  const before = await acts('member.transferred');
  await go(`/journal?${place}&kind=member.transferred`);
  await page.locator('tbody tr td a').first().click();
  await page.getByRole('link', { name: 'Sửa (đính chính)' }).click();
  const day = page.getByRole('textbox', { name: /^Ngày có hiệu lực/ });
  await day.fill('15/8/2024');
  const preview = page.getByRole('complementary', { name: 'Sẽ thay đổi gì' });
  await soon(() => preview.textContent()).toContain('từ 15/08/2024');
  expect(await preview.textContent()).toContain('từ 01/08/2024');
  await page.keyboard.press('Control+Enter');
  const reason = page.locator('[data-field="note"]');
  await soon(() => reason.getByRole('alert').count()).toBe(1);
  expect(await acts('member.transferred')).toBe(before);
  await reason.getByRole('textbox').fill('Ghi nhầm ngày');
  const update = {
    kind: 'member.updated',
    effectiveOn: '2024-09-01',
    person,
    paper: { issuer: 'Đảng ủy xã M', number: '7-CV/ĐU', issuedOn: '2024-09-01' },
    record: { name: 'Lê Văn Thử Lại' },
  } as unknown as ActInput;
  const journal = await (await desk.installation.room('A')).journal();
  await post(journal, { actor: 'cán bộ khác', source: { via: 'api' } }, [update]);
  await soon(() => preview.getAttribute('aria-busy')).toBe('false');
  await page.keyboard.press('Control+Enter');
  await soon(() => preview.getByText(/Từ lúc mở biểu này, người khác đã ghi/).count()).toBe(1);
  expect(await preview.textContent()).toContain('người ghi cán bộ khác');
  expect(await acts('member.transferred')).toBe(before);
  await soon(() => preview.getAttribute('aria-busy')).toBe('false');
  await look('correct-news');
  await page.keyboard.press('Control+Enter');
  await soon(() => page.getByRole('heading', { name: /Đã ghi/ }).count()).toBe(1);
  expect(await acts('member.transferred')).toBe(before + 1);
  await page.getByRole('link', { name: 'Mở việc này' }).click();
  await soon(() => page.getByText('Thay cho việc').count()).toBe(1);
  await soon(() => page.getByText('Ghi nhầm ngày').count()).toBe(1);
  await leave();
});

test('what waits for the network says so on every page, survives a reload, and is recorded once; a name that is too long is refused at its field', async () => {
  const { page, go, look, leave } = await desk.sit({ size: 'narrow', language: 'en' });
  const before = await acts('member.transferred');
  await go(`/record/member.admitted?${place}`);
  const name = page.locator('[data-field="person.name"]');
  await name.getByRole('textbox').fill('Nguyễn '.repeat(43));
  await soon(() => name.getByRole('alert').textContent()).toContain('At most 200 characters, this has 300');
  await look('record-name-too-long');
  await go(`/record/member.transferred?${place}&person=${person}`);
  await page.getByRole('button', { name: /^.*, To$/ }).click();
  await page.getByRole('combobox', { name: /Search by name or code/ }).fill('thon hai');
  await soon(() => page.getByRole('option').count()).toBe(1);
  await page.keyboard.press('Enter');
  await page.getByText('Without a paper').click();
  await page.getByRole('textbox', { name: /^Effective on/ }).fill('1/10/2024');
  await soon(() => page.getByRole('complementary').textContent()).toContain('In Chi bộ thôn Hai');
  await page.route('**/api/acts', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await soon(() => page.getByText('The server cannot be reached.').count()).toBe(1);
  await page.getByRole('link', { name: 'Members', exact: true }).click();
  const band = page.getByRole('region', { name: 'Acts not sent yet' });
  await soon(() => band.textContent()).toContain('an act waits to be recorded');
  await look('waiting-elsewhere');
  await page.reload();
  await soon(() => band.count()).toBe(1);
  expect(await acts('member.transferred')).toBe(before);
  await page.unroute('**/api/acts');
  await soon(() => band.count()).toBe(0);
  await soon(() => acts('member.transferred')).toBe(before + 1);
  await band.waitFor({ state: 'detached' });
  await leave(/ERR_FAILED/);
});
