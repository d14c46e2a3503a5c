import { afterAll, beforeAll, expect, test } from 'vitest';
import { post } from '#/kernel/journal/post.ts';
import { type Desk, openDesk, soon } from './desk.ts';

// The journal of a ward of 500 members who do not exist: read, withdrawn from, and a decision with a list recorded into it.

let desk: Desk;
let people: { name: string; born: string }[];
let cells: { name: string; code: string }[];
/** A temporary stay that has ended by a later act. */
let stay: string;
const place = 'unit=VM.P01&tenant=VM';

beforeAll(async () => {
  desk = await openDesk({ holds: 'ward' });
  const room = await desk.installation.room('VM');
  people = await room.read({ actor: 'journeys' }, async ({ client }) => {
    const { rows } = await client.query(
      `select min(r.name) as name, min(r.born) as born from person_record r join standing s on s.person_id = r.person_id
       where upper(r.valid) is null and upper(s.valid) is null and s.status = 'official' and r.born ~ '^\\d{4}-\\d\\d-\\d\\d$'
       group by r.name_key having count(distinct r.person_id) = 1 order by 1 limit 20`,
    );
    const stays = await client.query(
      `select a.id from act a join act_subject s on s.act_id = a.id join act_subject t on t.subject_id = s.subject_id join act b on b.id = t.act_id
       where a.kind = 'member.temporarilyTransferred' and b.kind = 'member.temporaryReturned' and b.effective_on > a.effective_on order by a.effective_on desc limit 1`,
    );
    stay = stays.rows[0].id;
    const units = await client.query(
      `select n.name, c.code from unit_kind k join unit_name n on n.unit_id = k.unit_id join unit_code c on c.unit_id = k.unit_id
       where k.kind = 'cell' and upper(k.valid) is null and upper(n.valid) is null and upper(c.valid) is null order by c.code limit 2`,
    );
    cells = units.rows;
    return rows;
  });
  expect(people).toHaveLength(20);
});
afterAll(() => desk?.close());

test('the list is narrowed by kind, walked by the arrows, and an act opens with what it changed', async () => {
  const { page, go, look, leave } = await desk.sit();
  await go(`/journal?${place}`);
  await soon(() => page.locator('tbody tr').count()).toBe(50);
  await look('journal');
  await page.getByLabel('Loại việc').selectOption({ label: 'Công nhận đảng viên chính thức' });
  await soon(() => page.url()).toContain('kind=member.recognised');
  await soon(() => page.locator('tbody tr').first().textContent()).toContain('Công nhận đảng viên chính thức');
  await page.getByRole('button', { name: 'Xuất Excel' }).click();
  await page.locator('tbody tr td a').first().focus();
  await page.keyboard.press('ArrowDown');
  expect(await page.locator('tbody tr').nth(1).locator('a:focus').count()).toBe(1);
  await page.keyboard.press('Enter');
  await soon(() => page.getByRole('heading', { name: 'Việc này làm thay đổi' }).count()).toBe(1);
  // What was begun in the list is there on every page.
  const line = page.getByRole('region', { name: 'Xuất danh sách ra Excel' });
  await soon(() => line.textContent()).toMatch(/Đã xuất ra Excel: \d+ việc, nhật ký VM.P01/);
  await look('act');
  const coming = page.waitForEvent('download');
  await line.getByRole('button', { name: 'Tải tệp về' }).click();
  expect((await coming).suggestedFilename()).toMatch(/^nhat-ky-VM\.P01-\d{4}-\d\d-\d\d\.xlsx$/);
  await leave();
});

test('narrow and in English the list is cards, and its next page has other acts', async () => {
  const { page, go, look, leave } = await desk.sit({ size: 'narrow', language: 'en' });
  await go(`/journal?${place}&order=effective`);
  await look('journal-narrow');
  const first = await page.locator('tbody tr').first().textContent();
  await page.getByRole('link', { name: 'Next page' }).click();
  await soon(() => page.locator('tbody tr').first().textContent()).not.toBe(first);
  await page.locator('tbody tr td a').first().click();
  await soon(() => page.getByRole('heading', { name: 'What this act changed' }).count()).toBe(1);
  await look('act-narrow');
  await leave();
});

test('what follows is seen before an act is withdrawn; then it is marked, and may be restored', async () => {
  const { page, go, look, leave } = await desk.sit();
  await go(`/journal?${place}&kind=member.recognised&order=effective`);
  await page.locator('tbody tr td a').first().click();
  await page.getByRole('link', { name: 'Rút lại', exact: true }).click();
  const press = page.getByRole('button', { name: 'Rút lại', exact: true });
  await soon(() => press.isEnabled()).toBe(true);
  await press.click();
  await soon(() => page.getByText('Hãy ghi lý do.').count()).toBe(1);
  await page.getByLabel('Lý do').fill('Ghi nhầm người');
  await look('withdraw');
  await page.keyboard.press('Enter');
  await soon(() => page.getByText('Việc này đã được rút lại').count()).toBe(1);
  await look('act-withdrawn');
  await leave();
});

test('an act that later acts rest on takes them along, or stays', async () => {
  const { page, go, look, leave } = await desk.sit({ size: 'narrow' });
  await go(`/acts/${stay}/withdraw?${place}`);
  await soon(() => page.getByText('Các việc ghi sau dựa vào việc này').count()).toBe(1);
  await look('withdraw-hanging');
  await page.getByRole('button', { name: 'Rút cùng các việc này' }).click();
  await soon(() => page.getByText('Cũng rút theo').count()).toBe(1);
  await soon(() => page.getByText('Các việc ghi sau dựa vào việc này').count()).toBe(0);
  await look('withdraw-together');
  await leave();
});

test('a decision with a list pasted from Excel is recorded for 20 people in one press', async () => {
  const { page, go, look, leave } = await desk.sit();
  await go(`/record/member.commended/many?${place}`);
  await page.getByLabel('Số, ký hiệu').fill('45-QĐ/ĐU');
  await page.getByLabel('Cơ quan ban hành').first().fill('Đảng ủy phường');
  await page.getByLabel('Ngày ban hành').fill('01/10/2026');
  await page.getByLabel('Ngày có hiệu lực').fill('01/10/2026');
  const common = page.getByRole('region', { name: 'Nội dung chung' });
  await common.locator('[data-field="form"] select').selectOption('certificate');
  await common.locator('[data-field="level"] select').selectOption('grassroots');
  const lines = people.map(({ name, born }, i) => `${i + 1}\t${name}\t${born.split('-').reverse().join('/')}`);
  const list = ['STT\tHọ và tên\tNgày sinh', ...lines, '21\tKhông Có Ai\t01/01/1960'].join('\n');
  await page.getByLabel('Dán danh sách từ Excel').fill(list);
  await page.getByRole('button', { name: 'Đọc danh sách' }).click();
  await soon(() => page.getByText('Không tìm thấy trong sổ').count()).toBe(1);
  await soon(() => page.getByText('20 ghi được, 1 chưa rõ là ai, 0 có lỗi').count()).toBe(1);
  const press = page.getByRole('button', { name: 'Ghi 20 việc' });
  await soon(() => press.isEnabled()).toBe(true);
  await look('record-many');
  await soon(() => page.getByText(/Đã lưu nháp/).count()).toBe(1);
  await page.reload(); // what was typed, whom the list has and the line that nobody is found for are there again
  await soon(() => page.getByText('20 ghi được, 1 chưa rõ là ai, 0 có lỗi').count()).toBe(1);
  await page.getByRole('button', { name: 'Bỏ các dòng chưa ghi được' }).click();
  await soon(() => press.isEnabled()).toBe(true);
  await page.context().setOffline(true);
  await press.click();
  await soon(() => page.getByText('Mất kết nối với máy chủ').count()).toBe(1);
  await look('record-many-offline');
  await page.context().setOffline(false);
  await soon(() => page.getByText('Đã ghi 20 việc').count()).toBe(1);
  await page.getByRole('link', { name: 'Xem trong nhật ký' }).click();
  await soon(() => page.locator('tbody tr').count()).toBe(20);
  await leave(/ERR_INTERNET_DISCONNECTED/);
});

test('units are graded by a list too: pasted by name and by code, kept as a draft, recorded together', async () => {
  const { page, go, look, leave } = await desk.sit({ size: 'narrow', language: 'en' });
  await go(`/record/unit.classified/many?${place}`);
  await page.getByText('Without a paper').click();
  await page.getByLabel('Effective on').fill('05/12/2025');
  const common = page.getByRole('region', { name: 'In common' });
  await common.locator('[data-field="forYear"] input').fill('2025');
  await common.locator('[data-field="level"] select').selectOption({ index: 1 });
  await page
    .getByLabel('Paste a list from Excel')
    .fill(`Name\tCode\n${cells.map(({ name, code }) => `${name}\t${code}`).join('\n')}`);
  await page.getByRole('button', { name: 'Read the list' }).click();
  const press = page.getByRole('button', { name: 'Record 2 acts' });
  await soon(() => page.getByText('2 good, 0 not told who, 0 wrong').count()).toBe(1);
  await soon(() => press.isEnabled()).toBe(true);
  await look('record-many-units');
  await press.click();
  await soon(() => page.getByText('2 acts are recorded').count()).toBe(1);
  await leave();
});

test('the units of a page go onto a list by one press, and what another records about one of them is told before it is sent', async () => {
  const { page, go, look, leave } = await desk.sit();
  await go(`/unit?${place}&part=children`);
  await look('unit-children-many');
  await page.getByLabel('Tìm theo tên hoặc mã').fill('VM.P01.02.');
  const all = page.getByRole('button', { name: /^Ghi một việc cho \d đơn vị này/ });
  await soon(() => all.count()).toBe(1);
  const many = /\d/.exec((await all.textContent()) ?? '')?.[0];
  await all.click();
  await page.getByRole('combobox').fill('xep loai to chuc');
  await page.keyboard.press('Enter');
  await soon(() => page.getByRole('heading', { level: 1, name: /nhiều tổ chức/ }).count()).toBe(1);
  await page.getByText('Không có văn bản').click();
  await page.getByLabel('Ngày có hiệu lực').fill('05/12/2025');
  const common = page.getByRole('region', { name: 'Nội dung chung' });
  await common.locator('[data-field="forYear"] input').fill('2025');
  await common.locator('[data-field="level"] select').selectOption({ index: 1 });
  const press = page.getByRole('button', { name: `Ghi ${many} việc` });
  await soon(() => page.getByText(`${many} ghi được, 0 chưa rõ là ai, 0 có lỗi`).count()).toBe(1);
  const journal = await (await desk.installation.room('VM')).journal();
  const renamed = { kind: 'unit.renamed', effectiveOn: '2026-10-02', unit: 'VM.P01.02.01', name: 'Chi bộ đổi tên' };
  await post(journal, { actor: 'cán bộ khác', source: { via: 'api' } }, [renamed]);
  await soon(() => press.isEnabled()).toBe(true);
  await press.click();
  await soon(() => page.getByText(/người khác đã ghi về tổ chức trong danh sách/).count()).toBe(1);
  await look('record-many-news');
  await soon(() => press.isEnabled()).toBe(true);
  await press.click();
  await soon(() => page.getByText(`Đã ghi ${many} việc`).count()).toBe(1);
  await leave();
});
