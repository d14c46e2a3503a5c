import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleFile } from '#/cli/docs/sample-file.ts';
import { post } from '#/kernel/journal/post.ts';
import { type Desk, openDesk } from '../journeys/desk.ts';
import { markupTexts } from './hostile-texts.ts';

// A register whose every name is markup, opened in a real browser.

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  const room = await desk.installation.addTenant({ code: 'A', name: `Đảng bộ ${markupTexts[1]}` });
  let count = 0;
  const hostile = (text: unknown) => `${text} ${markupTexts[count++ % markupTexts.length]}`;
  const acts = sampleFile.map((line) => {
    const copy = structuredClone(line) as Record<string, Record<string, unknown>>;
    for (const part of ['unit', 'person'] as const)
      if (typeof copy[part]?.name === 'string') Object.assign(copy[part], { name: hostile(copy[part].name) });
    if (copy.paper !== undefined)
      Object.assign(copy.paper, { issuer: hostile('Huyện ủy'), abstract: hostile('Về việc') });
    return { ...copy, note: hostile('ghi chú') } as unknown as { kind: string };
  });
  await post(await room.journal(), { actor: 'desk:<b>thử</b>', source: { via: 'api' } }, acts);
}, 180_000);
afterAll(() => desk?.close());

test('no page runs what a name, a paper or a note holds: it is shown as it was typed', {
  timeout: 180_000,
}, async () => {
  const { page, go, leave } = await desk.sit();
  await go('/');
  const found = (await page.evaluate(`Promise.all([
    fetch('/api/people?tenant=A&on=2020-06-01&limit=1').then((answer) => answer.json()),
    fetch('/api/acts?tenant=A&limit=1').then((answer) => answer.json()),
  ])`)) as [{ rows: { person: string }[] }, { acts: { id: string }[] }];
  const place = 'unit=A.H.01&tenant=A&period=2020';
  const pages = [
    '/',
    '/tree',
    '/unit',
    '/members',
    `/members/${found[0].rows[0]?.person}`,
    '/record/member.recognised',
    '/journal',
    `/acts/${found[1].acts[0]?.id}`,
    '/reports/form-1',
  ];
  let shown = 0;
  for (const path of pages) {
    await go(`${path}?${place}`);
    await page.waitForLoadState('networkidle');
    const [isRun, foreign, text] = (await page.evaluate(
      `[globalThis.pwned, document.querySelectorAll('img[src="x"], [onerror], [onload], a[href^="javascript:"]').length, document.body.innerText]`,
    )) as [unknown, number, string];
    expect([path, isRun, foreign]).toEqual([path, undefined, 0]);
    if (/<img src=x|<script>|onload=|javascript:/.test(text)) shown += 1;
  }
  expect(shown).toBeGreaterThan(pages.length / 2);
  await leave();
});
