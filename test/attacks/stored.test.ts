import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ActInput } from '#/kernel/journal/act.ts';
import { register } from '#/server/parts.ts';
import { before, example, fitsKnown, known } from '#test/random/parts/known-acts.ts';
import { type Attacked, attackedServer, token } from './attacked.ts';
import { markupTexts, sqlTexts } from './hostile-texts.ts';

// Every text of every kind of act, filled with what may be taken for SQL or markup: refused by a clear problem, or kept and shown as it was typed.

let at: Attacked;
beforeAll(async () => {
  at = await attackedServer(known);
});
afterAll(() => at.close());

const hostile = `${markupTexts[0]} ${sqlTexts[1]}`;

/** Paths of the texts of a line. */
function textPaths(value: unknown, path: string[] = []): string[][] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textPaths(inner, [...path, key]));
}

function withText(act: ActInput, paths: readonly string[][]): ActInput {
  const changed = structuredClone(act);
  for (const path of paths) {
    const last = path.at(-1) as string;
    let holder = changed as Record<string, unknown>;
    for (const key of path.slice(0, -1)) holder = holder[key] as Record<string, unknown>;
    holder[last] = hostile;
  }
  return changed;
}

interface Rehearsal {
  isPossible: boolean;
  problems: { field?: string; code: string; message: { vi: string; en: string } }[];
}

async function rehearse(acts: readonly ActInput[]): Promise<{ status: number; said: Rehearsal; text: string }> {
  const payload = { tenant: 'A', acts };
  const answer = await at.app.inject({ method: 'POST', url: '/api/acts/rehearse', headers: token, payload });
  return { status: answer.statusCode, said: answer.json(), text: answer.body };
}

const kinds = [...register.kinds.keys()];
/** Fields that take any text, by kind. */
const free = new Map<string, string[][]>();

test.each(kinds)(
  'each text of %s is refused with its field, or taken as a text',
  { timeout: 120_000 },
  async (kind) => {
    const prelude = (before[kind] ?? []).map(example);
    const act = { ...example(kind), note: 'ghi chú' };
    const wrong: string[] = [];
    const taken: string[][] = [];
    for (const path of textPaths(act).filter(([key]) => key !== 'kind')) {
      const { status, said, text } = await rehearse([...prelude, withText(act, [path])]);
      const [first] = said.problems ?? [];
      if (status >= 500) wrong.push(`${path.join('.')}: ${text}`);
      else if (status === 200 && said.isPossible) taken.push(path);
      else if (status === 200 && !first?.field) wrong.push(`${path.join('.')}: names no field (${first?.code})`);
    }
    free.set(kind, taken);
    expect(wrong).toEqual([]);
    if (fitsKnown(kind)) expect(taken.map((path) => path.join('.'))).toContain('note');
  },
);

test('what was taken is kept and told letter by letter, as JSON that no browser runs', async () => {
  const told: string[] = [];
  for (const kind of kinds.filter(fitsKnown)) {
    const paths = free.get(kind) ?? [];
    const prelude = (before[kind] ?? []).map(example);
    const posted = await at.post([...prelude, withText({ ...example(kind), note: 'ghi chú' }, paths)]);
    expect(posted.statusCode, posted.body).toBeLessThan(500);
    if (posted.statusCode !== 200) continue; // another example stands in its way by now
    const id = posted.json().acts.at(-1);
    const kept = await at.app.inject({ url: `/api/acts/${id}`, headers: token });
    const story = await at.app.inject({ url: `/api/acts/${id}/story`, headers: token });
    for (const { headers, statusCode } of [kept, story]) {
      expect([kind, statusCode]).toEqual([kind, 200]);
      expect(headers['content-type']).toMatch(/^application\/json/);
    }
    expect(kept.json().note, kind).toBe(hostile);
    told.push(kind);
  }
  expect(told.length).toBeGreaterThan(kinds.length / 3);
});

test('and the lists, pages and papers that show it go on working', async () => {
  const urls = [
    '/api/acts?tenant=A&limit=100',
    '/api/acts?tenant=A&unit=HH',
    '/api/unit-pages/HH?on=2026-01-01',
    '/api/unit-pages/HH/history?on=2026-01-01',
    '/api/unit-pages/HH/papers?on=2026-01-01',
    '/api/home?unit=HH&on=2026-01-01',
    '/api/home/attention?unit=HH&on=2026-01-01',
    '/api/people?unit=HH',
    '/api/reports/annual/file?unit=HH&from=2025-01-01&to=2025-12-31&format=docx',
    '/api/reports/form-1/file?unit=HH&from=2025-01-01&to=2025-12-31&format=xlsx',
  ];
  for (const url of urls) expect((await at.app.inject({ url, headers: token })).statusCode, url).toBe(200);
});
