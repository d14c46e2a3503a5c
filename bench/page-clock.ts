import type { Page } from 'playwright-core';

/**
 * Runs before each page: notes the moment from which the page has stood for half a second with its heading, without a grey
 * line in the place of a text and without a task that keeps it from hearing. As text: it runs in the page.
 */
export const noteUsable = `
  globalThis.tasks = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) tasks.push({ startTime, duration });
  }).observe({ type: 'longtask', buffered: true });
  let since = null;
  let tell;
  globalThis.usable = new Promise((told) => { tell = told; });
  const watch = () => {
    const isThere = document.querySelector('main h1') !== null && document.querySelector('[data-waiting]') === null;
    const last = tasks.at(-1);
    if (!isThere) since = null;
    else since = Math.max(since ?? performance.now(), last === undefined ? 0 : last.startTime + last.duration);
    if (since !== null && performance.now() - since > 500) tell(since);
    else requestAnimationFrame(watch);
  };
  requestAnimationFrame(watch);`;

/** Milliseconds from the press that went there. */
export async function usableAt(page: Page): Promise<number> {
  return page.evaluate<number>('usable');
}

/** How a scroll went. */
export interface Stumble {
  /** The longest that nothing else could be done, in milliseconds, and how many tasks were longer than 50. */
  longTask: number;
  longTasks: number;
  /** The longest time between two frames, and how long the page's thread worked for each: the latter is no other process's doing. */
  frame: number;
  cpu: number;
  /** The most lines that were in the page at once. */
  lines: number;
}

/** From the first line of the tree in sight to the last, three screens at a time, and back in one leap. */
export async function scrolledThrough(page: Page): Promise<Stumble> {
  // What comes with the page (the picture, its figures) is not the scroll's.
  await page.waitForLoadState('networkidle');
  const thread = await page.context().newCDPSession(page);
  await thread.send('Performance.enable', { timeDomain: 'threadTicks' });
  const worked = async () =>
    (await thread.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  const before = await worked();
  const { frames, ...told } = await page.evaluate<Omit<Stumble, 'cpu'> & { frames: number }>(`(async () => {
    const box = document.querySelector('[role=tree]');
    const frame = () => new Promise((seen) => requestAnimationFrame(seen));
    await frame();
    tasks.length = 0;
    let longest = 0;
    let lines = 0;
    let frames = 0;
    let before = performance.now();
    const step = async (top) => {
      box.scrollTop = top;
      await frame();
      frames += 1;
      const now = performance.now();
      longest = Math.max(longest, now - before);
      before = now;
      lines = Math.max(lines, box.querySelectorAll('[role=treeitem]').length);
    };
    while (box.scrollTop + box.clientHeight < box.scrollHeight - 1) await step(box.scrollTop + 3 * box.clientHeight);
    await step(0);
    await new Promise((done) => setTimeout(done, 300)); // the browser tells of a task after it
    const found = tasks.map(({ duration }) => duration);
    return { longTask: Math.max(0, ...found), longTasks: found.length, frame: longest, frames, lines };
  })()`);
  return { ...told, cpu: ((await worked()) - before) * (1000 / frames) };
}
