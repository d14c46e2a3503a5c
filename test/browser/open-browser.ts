import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sparticuz, { inflate } from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';
import { alone } from './once.ts';

const browserArguments = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The two sizes that every screen is looked at in. */
export const sizes = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } } as const;
export type Size = keyof typeof sizes;

/** Chromium as an npm package carries it, with the libraries that a machine without a desktop lacks; or the one that SOTAY_CHROMIUM names. */
export async function openBrowser(): Promise<Browser> {
  const own = process.env.SOTAY_CHROMIUM;
  // Without a locale it would find no file whose name has an accent.
  const inUtf8 = { ...process.env, LC_ALL: 'C.UTF-8' };
  if (own !== undefined)
    return chromium.launch({ executablePath: own, headless: true, args: browserArguments, env: inUtf8 });
  return alone('chromium', async () => {
    const executablePath = await sparticuz.executablePath();
    const packed = new URL('../bin/al2023.tar.br', import.meta.resolve('@sparticuz/chromium'));
    const libraries = await inflate(fileURLToPath(packed));
    const env = { ...inUtf8, LD_LIBRARY_PATH: join(libraries, 'lib') };
    return chromium.launch({ executablePath, headless: true, args: browserArguments, env }); // with a new user folder each time
  });
}
