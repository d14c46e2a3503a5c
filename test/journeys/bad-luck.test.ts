import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ActInput } from '#/kernel/journal/act.ts';
import { post } from '#/kernel/journal/post.ts';
import { sizes } from '../browser/open-browser.ts';
import { type Desk, openDesk, soon } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk?.close());

const children = 450;
/** Of a member, as long as it may be, and of one word. */
const longPerson = 'Nguyễn'.repeat(33);
const longName = `Đảng bộ ${'phường Trường Sơn Đông Bắc Mở Rộng '.repeat(9)}`.slice(0, 300).trim();

/** A root with very many direct subordinates, one of which has the longest name there can be. */
async function grow(): Promise<void> {
  const room = await desk.installation.addTenant({ code: 'A', name: 'Đảng bộ tỉnh A' });
  const paper = { issuer: 'Tỉnh ủy A', number: '01-QĐ/TU', issuedOn: '2025-01-01' };
  const unit = (code: string, name: string, more: object): ActInput => ({
    kind: 'unit.established',
    effectiveOn: '2025-01-02',
    paper,
    unit: { code, name, ...more },
  });
  const acts = [
    unit('A', 'Đảng bộ tỉnh A', { kind: 'provincial' }),
    ...Array.from({ length: children }, (_, at) =>
      unit(`A.${1001 + at}`, at === 0 ? longName : `Đảng bộ xã số ${at}`, {
        kind: 'commune',
        type: 'commune',
        parent: 'A',
      }),
    ),
    unit('A.1001.1', `Chi bộ ${longName}`.slice(0, 300).trim(), { kind: 'cell', parent: 'A.1001' }),
    {
      kind: 'member.admitted',
      effectiveOn: '2025-02-03',
      paper,
      cell: 'A.1001.1',
      person: { code: 'P1', name: longPerson, sex: 'female', born: '1990-01-01' },
    } as ActInput,
  ];
  await post(await room.journal(), { actor: 'journeys', source: { via: 'api' } }, acts);
}

test('an empty register says how to begin', async () => {
  const { page, go, look, leave } = await desk.sit();
  await go('/');
  await soon(() => page.getByRole('heading', { name: 'Chưa có sổ nào' }).count()).toBe(1);
  await look('empty-register');
  await leave();
});

test('a unit of very many subordinates shows those in sight, each with its place, and a name of 300 characters breaks nothing', async () => {
  await grow();
  const { page, go, look, leave } = await desk.sit();
  await go('/reports/form-1?unit=A.1001&tenant=A&period=2025');
  await look('long-name');
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(1440);
  await page.keyboard.press('u');
  // The way to the chosen unit stands open, and the unit is in sight.
  await soon(() => page.getByRole('treeitem', { selected: true }).getAttribute('aria-setsize')).toBe(String(children));
  const root = page.getByRole('treeitem', { name: /Đảng bộ tỉnh A/ }).first();
  await page.getByRole('treeitem', { selected: true }).press('End');
  const here = () => page.locator(':focus').getAttribute('aria-posinset');
  await soon(here).toBe(String(children));
  expect((await page.getByRole('combobox').boundingBox())?.height).toBe(52); // the field above is not pressed away
  await look('many-subordinates');
  expect(await page.getByRole('treeitem').count()).toBeLessThan(80);
  await page.keyboard.press('Home');
  await soon(() => root.getAttribute('aria-expanded')).toBe('true');
  await page.keyboard.press('ArrowLeft');
  await soon(() => page.getByRole('treeitem').count()).toBe(1);
  await go('/figures?unit=A&tenant=A&period=2025&open=units&tab=units');
  await look('many-units');
  await soon(() => page.getByRole('dialog').locator('tbody tr').count()).toBe(100);
  await leave();
});

test('names as long as they may be break no page of a unit, a list, a member or the journal', async () => {
  const room = await desk.installation.room('A');
  const [{ person_id: person }] = await room.read({ actor: 'test' }, async ({ client }) => {
    const { rows } = await client.query("select person_id from person where code = 'P1'");
    return rows as [{ person_id: string }];
  });
  const pages = {
    unit: '/unit',
    members: '/members',
    member: `/members/${person}`,
    journal: '/journal',
    tree: '/tree',
  };
  const { page, go, leave } = await desk.sit();
  for (const [name, path] of Object.entries(pages)) {
    await page.setViewportSize(sizes.wide);
    await go(`${path}?unit=A.1001.1&tenant=A&period=2025`);
    await soon(() => page.getByRole('heading', { level: 1 }).count()).toBe(1);
    for (const size of ['wide', 'narrow'] as const) {
      await page.setViewportSize(sizes[size]);
      const width = await page.evaluate('document.documentElement.scrollWidth');
      expect.soft(width, `${name} ${size}`).toBe(sizes[size].width);
    }
  }
  await leave();
});

test('a unit that is not there on the day, a report that is none and an address that leads nowhere say so', async () => {
  const { page, go, look, leave } = await desk.sit();
  await go('/reports/form-1?unit=A.1001&tenant=A&period=2020');
  await soon(() => page.getByText(/Không có đơn vị «A.1001» vào ngày 31\/12\/2020/).count()).toBe(1);
  await look('unit-not-there');
  await go('/reports/form-99?unit=A&tenant=A&period=2025');
  await soon(() => page.getByRole('alert').count()).toBe(1);
  await look('report-unknown');
  await go('/nowhere?unit=A&tenant=A&period=2025');
  await soon(() => page.getByText('Không có trang này').count()).toBe(1);
  await look('not-found');
  await go('/figures?unit=A&tenant=A&period=2025&open=no-such-figure');
  await look('figure-unknown');
  await leave(/404/);
});

test('the network goes: what is seen stays, the question says so, and a second try brings it', async () => {
  const { page, go, look, leave } = await desk.sit();
  await go('/reports/form-1?unit=A&tenant=A&period=2025');
  await soon(() => page.getByText('Biểu số 1-BTCTW').count()).toBe(1);
  await page.context().setOffline(true);
  await page.getByRole('link', { name: 'Biểu 3' }).click();
  await soon(() => page.getByText('Mất kết nối với máy chủ').count()).toBe(1);
  await look('network-gone');
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Thử lại' }).click();
  await soon(() => page.getByText('Biểu số 3-BTCTW').count()).toBe(1);
  await leave(/ERR_INTERNET_DISCONNECTED/);
});

test('a session that ends closes the page, and says how it is opened again', async () => {
  const { page, go, leave } = await desk.sit();
  await go('/reports/form-1?unit=A&tenant=A&period=2025');
  await page.context().clearCookies();
  await page.getByRole('link', { name: 'Biểu 2' }).click();
  await soon(() => page.getByRole('heading', { name: /Phiên đã hết: mở bằng liên kết/ }).count()).toBe(1);
  await leave(/401/);
});
