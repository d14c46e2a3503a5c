import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** Where the demo of a ward has somebody and something to look at. */
export const wardPlace = 'unit=VM.P01&tenant=VM&period=2026';

/** The pages there are, each with what it needs in the ward's demo; of an import in between see its own journey. */
export async function allPages(page: Page): Promise<string[]> {
  const found = await page.evaluate(`Promise.all([
    fetch('/api/people?tenant=VM&limit=1').then((answer) => answer.json()),
    fetch('/api/acts?tenant=VM&limit=1').then((answer) => answer.json()),
  ])`);
  const [people, acts] = found as [{ rows: { person: string }[] }, { acts: { id: string }[] }];
  const person = people.rows[0]?.person;
  const act = acts.acts[0]?.id;
  return [
    '/',
    '/tree',
    '/unit',
    '/members',
    `/members/${person}`,
    '/record',
    '/record/member.recognised',
    '/record/member.recognised/many',
    '/inbox',
    '/access',
    '/journal',
    '/access-log',
    `/acts/${act}`,
    `/acts/${act}/withdraw`,
    '/reports',
    '/reports/annual',
    '/register-7',
    '/imports',
    '/figures',
    '/templates',
    '/templates/form-1',
    '/help',
    '/account',
    '/accounts',
    '/sign-in/code',
    '/sign-in/provider',
  ];
}

/** The addresses that the parts of the desk declare in their `pages.ts`, with `$name` for what stands in them. */
export function declaredPages(): string[] {
  const web = new URL('../../src/web/', import.meta.url);
  const parts = readdirSync(web, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return parts.flatMap(({ name }) => {
    const file = new URL(`${name}/pages.ts`, web);
    try {
      return [...readFileSync(file, 'utf8').matchAll(/path: '([^']+)'/g)].map(([, path]) => path as string);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []; // a part without pages of its own
      throw error;
    }
  });
}
