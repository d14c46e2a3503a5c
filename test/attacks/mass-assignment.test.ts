import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { Contract } from '#/platform/contract/contract.ts';
import { register } from '#/server/parts.ts';
import { routes } from '#/server/routes.ts';
import { example } from '#test/random/parts/known-acts.ts';
import { type Attacked, attackedServer, type Json, token, usualInput } from './attacked.ts';

let at: Attacked;
beforeAll(async () => {
  at = await attackedServer();
});
afterAll(() => at.close());

/** Fields that would be worth having. */
const coveted: Json = {
  recordedBy: 'somebody-else',
  recordedAt: '2001-01-01T00:00:00Z',
  isAdmin: true,
  permission: 'everything',
  session: 'stolen',
};

const named = routes.map((route) => [`${route.method} ${route.path}`, route] as const);

test.each(named)('%s takes no field that it does not declare', async (_, route) => {
  for (const [field, value] of Object.entries(coveted)) {
    if (Object.hasOwn(route.input.shape, field)) continue; // the journal is searched by who recorded
    const answer = await at.ask(route, { ...usualInput(route, at.ids), [field]: value });
    expect(answer.statusCode, field).toBe(400);
    expect(answer.json().errors, field).toContainEqual(expect.objectContaining({ field, code: 'field.unknown' }));
  }
});

/** Objects deeper in an input that would let other fields pass, or drop them unseen. */
function openObjects(schema: Json, path: string): string[] {
  const inside = (value: unknown, at: string): string[] =>
    Array.isArray(value)
      ? value.flatMap((one, i) => inside(one, `${at}.${i}`))
      : value !== null && typeof value === 'object'
        ? openObjects(value as Json, at)
        : [];
  const own = schema.type === 'object' && schema.properties !== undefined && schema.additionalProperties !== false;
  const below = Object.entries(schema).flatMap(([key, value]) => inside(value, `${path}.${key}`));
  return own ? [path, ...below] : below;
}

/** Acts are checked against their kind's own schema when it is known, and a field too many is refused there. */
const judgedLater = new Set(['/api/acts acts', '/api/acts/rehearse acts', '/api/proposals act', '/api/proposals acts']);

test('nor does any object inside an input', () => {
  const open = routes.flatMap(({ path, input, method }: Contract) => {
    if (method !== 'POST') return [];
    const schema = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Json;
    return Object.entries(schema.properties as Json).flatMap(([field, inner]) =>
      judgedLater.has(`${path} ${field}`) ? [] : openObjects(inner as Json, `${path} ${field}`),
    );
  });
  expect(open).toEqual([]);
});

test.each([...register.kinds.keys()])('an act of the kind %s takes no field that it does not declare', async (kind) => {
  for (const field of ['isAdmin', 'tenant', 'sealed']) {
    const answer = await at.post([{ ...example(kind), [field]: 'x' }]);
    expect(answer.statusCode, answer.body).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
    expect(answer.json().errors[0], field).toMatchObject({ field });
  }
});

test('who recorded an act, when and by which door is what the server saw, not what the line says', async () => {
  const id = '019a0000-0000-7000-8000-000000000001';
  const line = { id, kind: 'member.died', effectiveOn: '2020-12-01', person: 'P3' };
  const asked = { ...line, recordedBy: 'giả', recordedAt: '2001-01-01T00:00:00Z', source: { via: 'screen' } };
  const answer = await at.post([asked]);
  if (answer.statusCode === 200) {
    const kept = (await at.app.inject({ url: `/api/acts/${id}`, headers: token })).json();
    expect(kept).toMatchObject({ recordedBy: 'api', recordedAt: expect.stringMatching(/^202[6-9]/) });
    expect(kept.source).toMatchObject({ via: 'api' });
  } else expect(answer.json().errors[0].field).toMatch(/^(recordedBy|recordedAt|source)$/);
});

test('an act may not say that another body recorded it than one that exists', async () => {
  const act = {
    kind: 'member.died',
    effectiveOn: '2020-12-01',
    person: 'P4',
    actor: { unit: 'A', body: 'administrator' },
  };
  expect((await at.post([act])).json().errors[0]).toMatchObject({ field: expect.stringMatching(/^actor/) });
});

test('names that every object has are no fields either', async () => {
  for (const name of ['__proto__', 'constructor', 'prototype', 'toString']) {
    const payload = `{"tenant":"A","acts":[{"kind":"member.died","effectiveOn":"2020-12-01","person":"P4","${name}":{"isAdmin":true}}]}`;
    const answer = await at.app.inject({
      method: 'POST',
      url: '/api/acts',
      headers: { ...token, 'content-type': 'application/json' },
      payload,
    });
    expect(answer.statusCode, `${name} ${answer.body}`).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode, name).toBeLessThan(500);
  }
  expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
});
