import { afterAll, beforeAll, expect, test } from 'vitest';
import { allPages, wardPlace } from './all-pages.ts';
import { type Desk, openDesk, soon } from './desk.ts';

// Every page at twice its size, and on paper: nothing runs over the edge, whatever page is added.

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ holds: 'ward' });
});
afterAll(() => desk?.close());

const widest = `Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)`;
// What scrolls by itself, and what only a screen reader meets, may be wider.
const beyond = (edge: number) => `[...document.querySelectorAll('main *')].filter((part) => {
    const { right, width, height } = part.getBoundingClientRect();
    return right > ${edge} && width > 1 && height > 1 && !part.closest('.for-screen-readers') && !part.ownerSVGElement;
  }).slice(0, 3).map((part) => part.tagName + ' ' + part.className + ' ' + (part.textContent ?? '').slice(0, 40))`;

test('at twice the size no page is wider than the window, and on A4 nothing is cut off', {
  timeout: 120_000,
}, async () => {
  const { page, go, leave } = await desk.sit();
  await go(`/help?${wardPlace}`);
  for (const path of await allPages(page)) {
    await page.setViewportSize({ width: 720, height: 450 }); // 1440 × 900 at 200%
    await page.emulateMedia({ media: 'screen' });
    await go(`${path}?${wardPlace}`);
    // Polled: a picture is drawn anew when its place has another width.
    await soon(async () => [path, (await page.evaluate<number>(widest)) <= 720]).toEqual([path, true]);
    await page.emulateMedia({ media: 'print' });
    // The register is laid across the page.
    const paper = path === '/register-7' ? 1000 : 624;
    await page.setViewportSize({ width: paper, height: 900 });
    await soon(async () => [path, await page.evaluate(beyond(paper + 1))]).toEqual([path, []]);
    expect(await page.getByRole('navigation', { name: 'Điều hướng chính' }).count(), path).toBe(0);
  }
  await leave();
});
