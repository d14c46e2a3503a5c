import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import axe, { type AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Installation, openInstallation } from '#/server/installation.ts';
import { bareDatabase, type TestDatabase } from '#test/database.ts';
import { wardDatabase } from '#test/ward.ts';
import { ensureBuilt } from '../browser/built.ts';
import { openBrowser, type Size, sizes } from '../browser/open-browser.ts';
import { type SignIn, serve } from '../browser/serve.ts';

const screens = fileURLToPath(new URL('../../artefacts/screens', import.meta.url));
// The browser adds up how far what was seen has jumped without anybody pressing anything; 0.1 is called good.
const mostShift = 0.1;
const noteShifts = `
  globalThis.shifted = 0;
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) shifted += value;
  }).observe({ type: 'layout-shift', buffered: true });`;

/** A real server with the built pages, over a database of its own, and a browser. */
export interface Desk {
  installation: Installation;
  address: string;
  /** The path of a link that opens a session once. */
  link: () => string;
  /** A browser window; signed in unless told otherwise. */
  sit: (options?: Pick<SitOptions, 'size' | 'language' | 'isStranger' | 'headers'>) => Promise<Seat>;
  close: () => Promise<void>;
}

export interface Seat {
  page: Page;
  /** Goes there, and expects that nothing jumps on the way. */
  go: (path: string) => Promise<void>;
  /** Waits until the page has come to rest, checks it with axe, and keeps a screenshot. */
  look: (name: string) => Promise<void>;
  /** Expects that nothing went wrong unseen: no error in the console, no request to another host. Closes the window. */
  leave: (excused?: RegExp) => Promise<void>;
}

interface DeskOptions {
  /** What is in the register at first: nothing, or the demo of a ward of 500 members. */
  holds?: 'nothing' | 'ward';
  /** Who calls, in place of the link. */
  signIn?: SignIn;
  /** The name that the browser knows it by; passkeys need one that is no number. */
  host?: string;
  /** Puts files into the data folder before the server starts. */
  furnish?: (folder: string) => void;
}

/** Opens a server on a database of its own; the caller fills it further through `installation`. */
export async function openDesk({
  holds = 'nothing',
  signIn,
  host = '127.0.0.1',
  furnish,
}: DeskOptions = {}): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'sotay-desk-'));
  furnish?.(folder);
  const filled: Promise<TestDatabase & { keyFile?: string }> = holds === 'ward' ? wardDatabase() : bareDatabase();
  const [database, browser] = await Promise.all([filled, openBrowser(), ensureBuilt()]);
  const env = { DATABASE_URL: database.adminUrl, SOTAY_DATA: folder, SOTAY_KEY_FILE: database.keyFile };
  const installation = await openInstallation({ env });
  const { address: own, link, close } = await serve(installation, signIn);
  const address = own.replace('127.0.0.1', host);
  return {
    installation,
    address,
    link,
    sit: (options) => sit(browser, { address, link, ...options }),
    close: async () => {
      await browser.close();
      await close();
      await installation.close();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface SitOptions {
  address: string;
  link: () => string;
  size?: Size;
  language?: 'vi' | 'en';
  isStranger?: boolean;
  /** Sent with every request. */
  headers?: Record<string, string>;
}

async function sit(
  browser: Browser,
  { address, link, size = 'wide', language = 'vi', isStranger = false, headers }: SitOptions,
): Promise<Seat> {
  const context = await browser.newContext({
    viewport: sizes[size],
    hasTouch: size === 'narrow',
    reducedMotion: 'reduce',
    acceptDownloads: true,
    ...(headers === undefined ? {} : { extraHTTPHeaders: headers }),
  });
  await context.addInitScript(noteShifts);
  await context.addInitScript(`localStorage.setItem('sotay.language', '${language}')`);
  const page = await context.newPage();
  countUnderWay(page);
  const wrong: string[] = [];
  page.on('request', (request) => {
    if (
      new URL(request.url()).origin !== address &&
      !request.url().startsWith('data:') &&
      !request.url().startsWith('blob:')
    )
      wrong.push(`a request to another host: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) wrong.push(`${response.status()} ${response.url()}`);
  });
  page.on('console', (message) => {
    if (message.text().startsWith('Failed to load resource')) return; // the answer itself has been noted
    if (message.type() === 'error' || message.type() === 'warning') wrong.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => wrong.push(`fault: ${error.message}`));
  const seat: Seat = {
    page,
    go: async (path) => {
      await page.goto(address + path);
      await settle(page);
      expect(await page.evaluate<number>('shifted'), `${path}: what was read has jumped`).toBeLessThan(mostShift);
    },
    look: async (name) => {
      await settle(page);
      mkdirSync(screens, { recursive: true });
      await page.screenshot({ path: join(screens, `${name}.${size}.${language}.png`) });
      expect(await faultsOf(page), name).toEqual([]);
    },
    leave: async (excused) => {
      await context.close();
      expect(wrong.filter((text) => !excused?.test(text))).toEqual([]);
    },
  };
  // Through the link as everybody, without waiting for the page behind it: a journey goes where it begins.
  if (!isStranger) await context.request.get(address + link(), { maxRedirects: 0 });
  return seat;
}

/** Expects it within the time that a slow machine may take. */
export const soon = <T>(read: () => T | Promise<T>) => expect.poll(read, { timeout: 30_000, interval: 150 });

/** Requests of each page that have no answer yet. */
const underWay = new WeakMap<Page, number>();

function countUnderWay(page: Page): void {
  const add = (by: number) => underWay.set(page, (underWay.get(page) ?? 0) + by);
  add(0);
  page.on('request', () => add(1));
  page.on('requestfinished', () => add(-1));
  page.on('requestfailed', () => add(-1));
}

/** So often the page has to look the same, without a request, to be at rest: some 200 ms. */
const restLooks = 3;

/** At rest: the page is there with its heading, no request under way, no grey lines in the place of a text. */
async function settle(page: Page): Promise<void> {
  let before: string | null = null;
  let same = 0;
  const isAtRest = async (): Promise<boolean> => {
    const now = underWay.get(page) === 0 ? await page.evaluate<string | null>(shown).catch(() => null) : null;
    same = now !== null && now === before ? same + 1 : 0;
    before = now;
    return same === restLooks;
  };
  await expect.poll(isAtRest, { timeout: 20_000, interval: 60 }).toBe(true);
}

/** What the page shows, in a few words; null: it is still on its way, or a colour still changes. What turns for ever is no change. */
const shown = `document.querySelector('h1') === null || document.querySelector('[data-waiting]') !== null
    || document.getAnimations().some(({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().endTime < Infinity) ? null
  : [location.href, document.querySelector('h1').textContent, document.querySelectorAll('body *').length].join(' ')`;

/** What axe finds, in a line each; the policy of the page stays in force. */
async function faultsOf(page: Page): Promise<string[]> {
  // Half a megabyte of text, which one document needs but once.
  if (!(await page.evaluate<boolean>('"axe" in globalThis'))) await page.evaluate(axe.source);
  // Without preload: it would write styles into the page, which the policy refuses. As text: what runs in the page is no code of the tests, which know no `document`.
  const { violations } = await page.evaluate<AxeResults>(
    'axe.run(document, { resultTypes: ["violations"], preload: false })',
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html, failureSummary }) => `${id}: ${target} ${html.slice(0, 200)} ${failureSummary}`),
  );
}
