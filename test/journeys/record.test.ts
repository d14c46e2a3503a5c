import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleFile } from '#/cli/docs/sample-file.ts';
import { post } from '#/kernel/journal/post.ts';
import { type Desk, openDesk, soon } from './desk.ts';

// An officer of a commune records what came in this week: by keyboard and by mouse, with a rule refused and mended, and
// with the network gone in the middle of it.

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  const room = await desk.installation.addTenant({ code: 'A', name: 'Đảng bộ tỉnh A' });
  await post(await room.journal(), { actor: 'journeys', source: { via: 'demo' } }, sampleFile as never);
});
afterAll(() => desk?.close());

const place = 'unit=A.H.01&tenant=A&period=2024';
const acts = async () => {
  const room = await desk.installation.room('A');
  const { rows } = await room.read({ actor: 'test' }, ({ client }) =>
    client.query('select count(*)::int as n from act'),
  );
  return rows[0].n as number;
};

test('a member is admitted by keyboard: too young is refused at the field with its rule, mended, and recorded once without the network', async () => {
  const { page, go, look, leave } = await desk.sit();
  const before = await acts();
  await go(`/record?${place}`);
  await look('record');
  await page.getByRole('textbox', { name: 'Tìm việc cần ghi' }).fill('ket nap dang vien');
  await page.getByRole('link', { name: 'Kết nạp đảng viên' }).last().click();
  await page
    .getByRole('textbox', { name: /^Họ và tên(?! )/ })
    .first()
    .fill('Đỗ Thị Thêm');
  await page
    .getByRole('textbox', { name: /^Ngày sinh/ })
    .first()
    .fill('3/2/2010');
  await page.getByText('Nữ', { exact: true }).click();
  await page.getByRole('button', { name: /Chi bộ/ }).click();
  await page.getByRole('combobox', { name: /Tìm theo tên/ }).fill('thon hai');
  await soon(() => page.getByRole('option').count()).toBe(1);
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: /^Ngày có hiệu lực/ }).fill('19/5/2024');
  await page.getByRole('textbox', { name: /^Cơ quan ban hành/ }).fill('Huyện ủy H');
  await page.getByRole('textbox', { name: /^Số, ký hiệu/ }).fill('12-QĐ/HU');
  await page.getByRole('textbox', { name: /^Ngày ban hành/ }).fill('04/05/2024');
  const born = page.locator('[data-field="person.born"]');
  await soon(() => born.getByRole('alert').count()).toBe(1);
  expect(await born.getByRole('alert').textContent()).toMatch(
    /Kết nạp từ đủ 18 tuổi; người này sinh 03.02.2010.*QĐ.TW/,
  );
  await look('record-refused');
  await page
    .getByRole('textbox', { name: /^Ngày sinh/ })
    .first()
    .fill('03/02/1998');
  const preview = page.getByRole('complementary', { name: 'Sẽ thay đổi gì' });
  await soon(() => preview.textContent()).toContain('Sinh hoạt tại Chi bộ thôn Hai (dự bị) từ 19/05/2024');
  expect(await preview.textContent()).toContain('Đảng bộ huyện H');
  await look('record-preview');
  expect(await acts()).toBe(before);
  await page.context().setOffline(true);
  await page.keyboard.press('Control+Enter');
  await soon(() => page.getByText('Mất kết nối với máy chủ').count()).toBe(1);
  await look('record-offline');
  await page.context().setOffline(false);
  await soon(() => page.getByRole('heading', { name: /Đã ghi/ }).count()).toBe(1);
  await look('record-receipt');
  expect(await acts()).toBe(before + 1);
  await leave();
});

test('what was typed survives a reload of the tab, and leaving asks', async () => {
  const { page, go, look, leave } = await desk.sit({ size: 'narrow' });
  await go(`/record/member.recognised?${place}`);
  await page.getByRole('button', { name: /Đồng chí/ }).click();
  await page.getByRole('combobox', { name: /Tìm theo họ tên/ }).fill('pham thi moi');
  await soon(() => page.getByRole('option').count()).toBe(1);
  await page.getByRole('option').click();
  await page.getByRole('textbox', { name: /^Ngày có hiệu lực/ }).fill('19/5/2021');
  await soon(() => page.getByText(/Đã lưu nháp/).count()).toBe(1);
  await page.reload();
  await soon(() => page.getByRole('textbox', { name: /^Ngày có hiệu lực/ }).inputValue()).toMatch(/19.0?5.2021/);
  await soon(() => page.getByRole('button', { name: /Phạm Thị Mới/ }).count()).toBe(1);
  await page.getByText('Không có văn bản').click();
  await look('record-narrow');
  await page.getByRole('link', { name: '‹ Ghi việc' }).click();
  await look('record-leave');
  await page.getByRole('button', { name: 'Giữ bản nháp và rời' }).click();
  await soon(() => page.getByRole('region', { name: 'Bản nháp' }).count()).toBe(1);
  await look('record-drafts');
  await leave();
});

test('in English what does not fit a member says why; the member is moved to another cell, and the receipt is shown', async () => {
  const { page, go, look, leave } = await desk.sit({ language: 'en' });
  const room = await desk.installation.room('A');
  const { rows } = await room.read({ actor: 'test' }, ({ client }) =>
    client.query("select person_id from person where code = 'P3'"),
  );
  await go(`/record?${place}&person=${rows[0].person_id}`);
  const admitted = page.getByRole('listitem').filter({ has: page.locator('a[href*="/record/member.admitted"]') });
  await soon(() => admitted.textContent()).toMatch(/Not on .*member already/);
  await look('record-whom');
  await page.locator('a[href*="/record/member.transferred"]').first().click();
  await soon(() => page.getByRole('button', { name: /Lê Văn Thử/ }).count()).toBe(1);
  await page.getByRole('button', { name: /^.*, To$/ }).click();
  await page.getByRole('combobox', { name: /Search by name or code/ }).fill('thon mot');
  await soon(() => page.getByRole('option').count()).toBe(1);
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: /^Effective on/ }).fill('1/8/2024');
  await page.getByText('Without a paper').click();
  await soon(() => page.getByRole('complementary').textContent()).toContain(
    'In Chi bộ thôn Một (official) from 01/08/2024',
  );
  await look('record-move');
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await soon(() => page.getByRole('heading', { name: /Recorded/ }).count()).toBe(1);
  await leave();
});
