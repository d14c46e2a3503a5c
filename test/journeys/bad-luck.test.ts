import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ActInput } from '#/kernel/journal/act.ts';
import { post } from '#/kernel/journal/post.ts';
import { type Desk, openDesk, soon } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk?.close());

const children = 450;
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
  await soon(() => page.getByRole('heading', { name: /Mở bằng liên kết/ }).count()).toBe(1);
  await leave(/401/);
});
