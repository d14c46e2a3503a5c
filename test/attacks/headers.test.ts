import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes } from '#/server/routes.ts';
import { type Attacked, attackedServer, token, usualInput } from './attacked.ts';

let at: Attacked;
beforeAll(async () => {
  at = await attackedServer();
});
afterAll(() => at.close());

const always = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': expect.stringMatching(/camera=\(\).*geolocation=\(\)/),
};
const nothing = "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'";

test.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
  '%s says that nothing of its answer is kept, framed, guessed at or run',
  async (_, route) => {
    const answered = await at.ask(route, usualInput(route, at.ids));
    const refused = await at.ask(route, usualInput(route, at.ids), {});
    if (route.permission !== 'public') expect(refused.statusCode).toBe(401);
    for (const { headers, statusCode } of [answered, refused]) {
      expect(statusCode).toBeLessThan(500);
      expect(headers).toMatchObject({ ...always, 'cache-control': 'no-store', 'content-security-policy': nothing });
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('server');
      expect(headers).not.toHaveProperty('access-control-allow-origin');
      expect(String(headers['content-type'])).not.toMatch(/html|svg|javascript/);
      const isFile = !/^application\/(problem\+)?json/.test(String(headers['content-type']));
      if (isFile) expect(headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''[\w%.!~*()-]+$/);
    }
  },
);

test.each(['/', '/members/x', '/no/such/page', '/open?code=guess'])(
  'the page %s runs our own code only',
  async (url) => {
    const { headers, statusCode } = await at.app.inject({ url, headers: token });
    expect(statusCode).toBeLessThan(400);
    expect(headers).toMatchObject({ ...always, 'cache-control': 'no-store' });
    const policy = String(headers['content-security-policy']);
    expect(policy).toMatch(/default-src 'none'/);
    expect(policy).toMatch(/frame-ancestors 'none'/);
    expect(policy).toMatch(/base-uri 'none'/);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(policy.includes('script-src') ? policy : "script-src 'self';").toMatch(/script-src 'self'(;|$)/);
  },
);

test('what is not there says so under the same protection', async () => {
  for (const url of ['/api/nothing', '/assets/nothing.js']) {
    const { headers, statusCode } = await at.app.inject({ url });
    expect(statusCode, url).toBe(404);
    expect(headers, url).toMatchObject({ ...always, 'cache-control': 'no-store', 'content-security-policy': nothing });
  }
});

test('what is compressed is read only and names nobody; everything else travels as it is, whoever asks', async () => {
  // A name that stands in no example of the documentation, which catalogues hold.
  const name = 'Đặng Thị Vô Danh';
  const joined = { kind: 'member.registered', effectiveOn: '2020-06-01', person: { code: 'PX', name } };
  expect((await at.post([{ ...joined, cell: 'A.H.01.1', status: 'official' }])).statusCode).toBe(200);
  expect((await at.app.inject({ url: '/api/people?on=2020-12-31', headers: token })).body).toContain(name);
  const ours = { ...token, 'accept-encoding': 'br, gzip', 'sec-fetch-site': 'same-origin' };
  for (const route of routes) {
    const plain = route.isCompressed === true ? await at.ask(route, usualInput(route, at.ids)) : null;
    if (plain === null) {
      const { headers } = await at.ask(route, usualInput(route, at.ids), ours);
      expect(headers, route.path).not.toHaveProperty('content-encoding');
      continue;
    }
    expect(route).toMatchObject({ method: 'GET', output: expect.objectContaining({}) });
    expect(plain.statusCode, route.path).toBeLessThan(400);
    expect(plain.body, route.path).not.toContain(name);
  }
}, 60_000);
