import { afterAll, beforeAll, expect, test } from 'vitest';
import { allPages, declaredPages, wardPlace } from './all-pages.ts';
import { type Desk, openDesk } from './desk.ts';

// Every page there is, in both languages, at both sizes, by day and in the dark: axe finds nothing, nothing jumps, nothing
// sticks out, no request fails; its picture is kept.

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ holds: 'ward' });
});
afterAll(() => desk?.close());

// Each language, each size and both colours once; the other mixtures of the same pages where SOTAY_SCREENS=all asks for them.
const usual = [
  { language: 'vi', size: 'wide', colours: 'light' },
  { language: 'en', size: 'narrow', colours: 'dark' },
] as const;
const others = [
  { language: 'vi', size: 'narrow', colours: 'light' },
  { language: 'en', size: 'wide', colours: 'light' },
  { language: 'en', size: 'narrow', colours: 'light' },
  { language: 'vi', size: 'wide', colours: 'dark' },
] as const;
const seats = process.env.SOTAY_SCREENS === 'all' ? [...usual, ...others] : usual;

const pictureName = (path: string, colours: string): string => {
  const words = path
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]+/g, 'one')
    .split('/')
    .filter(Boolean);
  return ['every', ...(words.length === 0 ? ['home'] : words), ...(colours === 'dark' ? ['dark'] : [])].join('-');
};

test.each(seats)(
  'every page in $language, $size, $colours',
  { timeout: 240_000 },
  async ({ language, size, colours }) => {
    const { page, go, look, leave } = await desk.sit({ language, size });
    await page.emulateMedia({ colorScheme: colours, reducedMotion: 'reduce' });
    await go(`/help?${wardPlace}`);
    expect(await page.getAttribute('html', 'lang')).toBe(language);
    for (const path of await allPages(page)) {
      await go(`${path}?${wardPlace}`);
      await look(pictureName(path, colours));
      const width = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      expect(width, `${path} is wider than the window`).toBeLessThanOrEqual(0);
    }
    await leave();
  },
);

test('no page of the desk is missing from that walk', async () => {
  const { page, go, leave } = await desk.sit();
  await go(`/help?${wardPlace}`);
  const walked = await allPages(page);
  const isWalked = (declared: string) =>
    walked.some((path) => new RegExp(`^${declared.replaceAll(/\$[a-z]+/g, '[^/]+')}$`).test(path));
  // An import under way needs a file: its steps are walked and looked at in importing.test.ts.
  expect(declaredPages().filter((path) => !path.startsWith('/imports/$') && !isWalked(path))).toEqual([]);
  await leave();
});
