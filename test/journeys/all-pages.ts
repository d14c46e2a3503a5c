import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** Where the demo of a ward has somebody and something to look at. */
export const wardPlace = 'unit=VM.P01&tenant=VM&period=2026';

/** The pages there are, each with what it needs in the ward's demo; of an import in between see its own journey. */
export async function allPages(page: Page): Promise<string[]> {
  const found = await page.evaluate(`Promise.all([
    fetch('/api/people?tenant=VM&limit=1').then((answer) => answer.json()),
    fetch('/api/acts?tenant=VM&limit=1').then((answer) => answer.json()),
    fetch('/api/proposals', ${asJson({ tenant: 'VM', act: proposed })}).then((answer) => answer.json()),
  ])`);
  const [people, acts, { id: proposal }] = found as [
    { rows: { person: string }[] },
    { acts: { id: string }[] },
    { id: string },
  ];
  const person = people.rows[0]?.person;
  const wished = {
    tenant: 'VM',
    id: correction,
    person,
    field: 'birthPlace',
    after: 'Xã Mẫu',
    reason: 'Giấy khai sinh',
  };
  await page.evaluate(`fetch('/api/corrections', ${asJson(wished)}).then((answer) => answer.json())`);
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
    `/proposals/${proposal}`,
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
    '/me',
    '/corrections',
    '/retention',
    `/corrections/${correction}`,
    '/sign-in/code',
    '/sign-in/provider',
  ];
}

/** Asked by every walk, and there once. */
const correction = '01a22d00-0000-7000-8000-000000000002';

/** Sent by every walk: the same act under the same id is proposed once. */
const proposed = {
  id: '01a22d00-0000-7000-8000-000000000001',
  kind: 'meeting.held',
  effectiveOn: '2026-03-05',
  unit: 'VM.P01.03',
  sort: 'regular',
  convened: 3,
  present: 2,
};

const asJson = (body: object): string =>
  JSON.stringify({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

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
