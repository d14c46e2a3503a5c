import type { BrowserContext } from 'playwright-core';
import { ensureBuilt } from '#test/browser/built.ts';
import { openBrowser, sizes } from '#test/browser/open-browser.ts';
import { serve } from '#test/browser/serve.ts';
import { manyUnits, withManyUnits } from './many-units.ts';
import { atMost, type Bench, type Row } from './measure.ts';
import { halfAndMost, number, percentile } from './numbers.ts';
import { noteUsable, type Stumble, scrolledThrough, usableAt } from './page-clock.ts';
import type { Stage } from './stage.ts';

const visits = 5;
const day = '2026-06-30';
const pages = { home: '/', tree: '/tree', members: '/members', unit: '/unit', journal: '/journal' };

/** The pages in a real browser: when they can be used, and whether a scroll ever stumbles. */
export const desk: Bench = {
  name: 'desk',
  run: async (stage) => {
    await stage.register();
    await ensureBuilt();
    const browser = await openBrowser();
    const served = await serve(stage.installation);
    try {
      // One window: what the browser has kept of the pages is warm from the second visit on.
      const context = await browser.newContext({ viewport: sizes.wide, reducedMotion: 'reduce' });
      await context.addInitScript(noteUsable);
      await context.request.get(served.address + served.link(), { maxRedirects: 0 });
      const usable = await usableRow(stage, context, served.address);
      const scrolls = await withManyUnits(stage, () => scrollRows(stage, context, served.address));
      return [usable, ...scrolls];
    } finally {
      await browser.close();
      await served.close();
    }
  },
};

async function usableRow(stage: Stage, context: BrowserContext, address: string): Promise<Row> {
  const place = `unit=${stage.code}&tenant=${stage.code}&period=2026&on=${day}`;
  const times: [name: string, ms: number[]][] = [];
  for (const [name, path] of Object.entries(pages)) {
    stage.say(`${path}, ${visits + 1} times`);
    const ms: number[] = [];
    for (let n = 0; n <= visits; n += 1) {
      const page = await context.newPage();
      await page.goto(`${address}${path}?${place}`);
      ms.push(await usableAt(page));
      await page.close();
    }
    times.push([name, ms.slice(1)]);
  }
  const worst = Math.max(...times.map(([, ms]) => percentile(ms, 0.95)));
  return {
    work: 'A page can be used, its files in the cache of the browser',
    size: `${number(stage.options.members)} members; ${visits} visits each, in Chromium on the same machine`,
    goal: atMost(1.5, 's (p95, the slowest page)'),
    value: worst / 1000,
    measured: times.map(([name, ms]) => `${name} **${halfAndMost(ms)}**`).join(', '),
    beside: '—',
  };
}

async function scrollRows(stage: Stage, context: BrowserContext, address: string): Promise<Row[]> {
  const place = `unit=${manyUnits.code}&tenant=${manyUnits.code}&period=2026&on=${day}`;
  const page = await context.newPage();
  stage.say('scrolling through the tree');
  await page.goto(`${address}/tree?${place}&level=99`);
  await usableAt(page);
  const whole = await scrolledThrough(page);
  stage.say('scrolling through the picker of units');
  await page.goto(`${address}/figures?${place}`);
  await usableAt(page);
  await page.keyboard.press('u');
  await page.locator('[role=treeitem][aria-selected=true]').press('ArrowRight');
  await page.locator(`[role=treeitem][aria-setsize="${manyUnits.siblings}"]`).first().waitFor();
  const siblings = await scrolledThrough(page);
  await page.close();
  return [
    scrollRow('Scrolling through the tree, all of it open', `${number(manyUnits.units)} units`, whole),
    scrollRow('Scrolling through the picker of units', `${number(manyUnits.siblings)} siblings`, siblings),
  ];
}

function scrollRow(work: string, size: string, { longTask, longTasks, frame, cpu, lines }: Stumble): Row {
  return {
    work,
    size: `${size}, in Chromium on the same machine`,
    goal: atMost(50, 'ms (the longest task)'),
    // The browser tells only of tasks beyond 50 ms; when it tells of none, no frame was late for a task of that length.
    value: longTasks === 0 ? Math.min(50, frame) : longTask,
    measured: `${longTasks === 0 ? '**no task of 50 ms or more**' : `**${number(longTask)} ms**, ${longTasks} tasks beyond 50 ms`}; the longest time between two frames ${number(frame)} ms, the work for each ${number(cpu)} ms of processor time; at most ${number(lines)} lines in the page`,
    beside: '—',
  };
}
