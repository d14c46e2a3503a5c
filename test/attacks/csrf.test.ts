import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes } from '#/server/routes.ts';
import { type Attacked, attackedServer, requestOf, usualInput } from './attacked.ts';

// A page of somebody else, open in the browser of whoever is signed in here.

let at: Attacked;
let cookie: string;
beforeAll(async () => {
  at = await attackedServer();
  cookie = await at.cookie();
});
afterAll(() => at.close());

const writing = routes
  .filter(({ method }) => method === 'POST')
  .map((route) => [`${route.method} ${route.path}`, route] as const);

const foreign: Record<string, Record<string, string>> = {
  'another origin': { origin: 'https://evil.test' },
  'another port of this machine': { origin: 'http://localhost:8080' },
  'a page without an origin (a file, a sandbox)': { origin: 'null' },
  'another site, as the browser says': { 'sec-fetch-site': 'cross-site' },
  'another port, as the browser says': { 'sec-fetch-site': 'same-site' },
};

test.each(writing)('%s is not done for a page of another address', async (_, route) => {
  for (const [whose, headers] of Object.entries(foreign)) {
    const answer = await at.ask(route, usualInput(route, at.ids), { cookie, ...headers });
    expect([answer.statusCode, answer.json().code], whose).toEqual([403, 'request.origin']);
  }
});

/** What a form, or a script without asking first, can send to another site. */
const simple = [
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
  'text/plain;application/json',
];

test.each(writing)(
  '%s takes no body that a foreign form could send, from a browser that tells nothing either',
  async (_, route) => {
    for (const type of simple) {
      const { method, url } = requestOf(route, usualInput(route, at.ids), {});
      const payload = JSON.stringify(usualInput(route, at.ids));
      const answer = await at.app.inject({ method, url, headers: { cookie, 'content-type': type }, payload });
      expect(answer.statusCode, type).toBe(415);
    }
  },
);

test('reading changes nothing: every GET leaves journal, facts and open sessions as they were', async () => {
  const before = await at.facts();
  for (const route of routes.filter(({ method }) => method === 'GET'))
    await at.ask(route, usualInput(route, at.ids), { cookie });
  expect(await at.facts()).toEqual(before);
  expect((await at.app.inject({ url: '/api/session', headers: { cookie } })).statusCode).toBe(200);
});

test('no answer lets another origin read it, whatever it asks', async () => {
  for (const origin of ['https://evil.test', 'null']) {
    const headers = { cookie, origin, 'access-control-request-method': 'POST' };
    for (const method of ['OPTIONS', 'GET'] as const) {
      const answer = await at.app.inject({ method, url: '/api/people', headers });
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  }
});
