import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Contract } from '#/platform/contract/contract.ts';
import { routes } from '#/server/routes.ts';
import { type Attacked, attackedServer, fieldsOf, type Json, usualInput } from './attacked.ts';
import { markupTexts, pathTexts, sqlTexts } from './hostile-texts.ts';

// Every field of every route that takes a text, filled with what may be taken for SQL, markup or a path.

let at: Attacked;
beforeAll(async () => {
  at = await attackedServer();
});
afterAll(() => at.close());

const texts = [...sqlTexts, `${markupTexts[0]}${pathTexts[0]}`, pathTexts[3] as string];

/** Fields that take more than a word of a closed list. */
function textFields(route: Contract): string[] {
  const isText = (schema: Json): boolean =>
    (schema.type === 'string' && schema.enum === undefined) || ((schema.anyOf ?? []) as Json[]).some(isText);
  return Object.entries(fieldsOf(route)).flatMap(([name, schema]) => (isText(schema) ? [name] : []));
}

/** What is wrong with an answer; null: it is a clear problem, or data that no browser takes for anything else. */
function wrongWith({ statusCode, headers, body }: LightMyRequestResponse): string | null {
  if (statusCode >= 500) return `${statusCode} ${body}`;
  if (headers['set-cookie'] !== undefined) return 'sets a cookie';
  const type = String(headers['content-type']);
  if (/html|svg|xml;|javascript/.test(type)) return type;
  if (statusCode < 400) return null;
  const { code, title } = JSON.parse(body) as { code?: string; title?: string };
  return type.startsWith('application/problem+json') && code && title ? null : `no problem: ${body}`;
}

const cases = routes.map((route) => [`${route.method} ${route.path}`, route, textFields(route)] as const);

test.each(cases.filter(([, , fields]) => fields.length > 0))(
  '%s answers hostile texts by a problem or by data, soon, and keeps every fact',
  { timeout: 120_000 },
  async (_, route, fields) => {
    const before = await at.facts();
    const wrong: string[] = [];
    const usual = usualInput(route, at.ids);
    const began = Date.now();
    for (const field of fields)
      for (const text of texts) {
        const found = wrongWith(await at.ask(route, { ...usual, [field]: text }));
        if (found !== null) wrong.push(`${field} = ${text}: ${found}`);
      }
    expect(wrong).toEqual([]);
    expect(Date.now() - began, 'nothing slept').toBeLessThan(fields.length * texts.length * 1_000 + 5_000);
    expect(await at.facts()).toEqual(before);
  },
);

test('what would be true for every row finds none', async () => {
  const find = async (path: string, query: string) => {
    const route = routes.find((one) => one.path === path && one.method === 'GET') as Contract;
    return (await at.ask(route, { ...usualInput(route, at.ids), q: query })).json();
  };
  for (const text of sqlTexts) {
    expect((await find('/api/unit-search', text)).units, text).toEqual([]);
    expect((await find('/api/person-search', text)).people ?? [], text).toEqual([]);
    expect((await find('/api/people', text)).rows, text).toEqual([]);
  }
  for (const text of ['%', '_', '%%%', '\\', "''"]) expect((await find('/api/people', text)).rows, text).toEqual([]);
});
