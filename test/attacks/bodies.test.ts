import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes } from '#/server/routes.ts';
import { type Attacked, attackedServer, requestOf, token, usualInput } from './attacked.ts';

let at: Attacked;
beforeAll(async () => {
  at = await attackedServer();
});
afterAll(() => at.close());

const nested = (depth: number, open = '[', close = ']') => `${open.repeat(depth)}1${close.repeat(depth)}`;
const act = (more: string) =>
  `{"tenant":"A","acts":[{"kind":"member.died","effectiveOn":"2020-12-01","person":"P4"${more}}]}`;

const malformed: [string, string | Buffer][] = [
  ['nothing at all', ''],
  ['no JSON', 'name=Nguyễn'],
  ['half of it', '{"acts":[{"kind":'],
  ['two of them', '{}{}'],
  ['a list', '[1]'],
  ['a number', '7'],
  ['null', 'null'],
  ['a text', '"x"'],
  ['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d])],
  ['UTF-16', Buffer.from('\ufeff{"acts":[]}', 'utf16le')],
  ['a mark of byte order', Buffer.from('\ufeff{"acts":[]}')],
  ['lists in lists, a hundred thousand deep', `{"acts":${nested(100_000)}}`],
  ['an act with lists as deep', act(`,"note":${nested(100_000)}`)],
  ['an act with objects as deep', act(`,"paper":${nested(50_000, '{"a":', '}')}`)],
  ['an unknown field as deep', act(`,"x":${nested(100_000)}`)],
  [
    'a draft with a NUL deep inside',
    '{"id":"019a0000-0000-7000-8000-000000000001","kind":"member.died","title":"x","body":{"a":[{"b":"x\\u0000"}]}}',
  ],
  [
    'a draft with half a sign deep inside',
    '{"id":"019a0000-0000-7000-8000-000000000001","kind":"member.died","title":"x","body":{"a":[{"b":"\\ud800"}]}}',
  ],
  ['a number beyond all numbers', act(',"note":1e999')],
  ['a prototype', '{"__proto__":{"isAdmin":true}}'],
  ['the same field twice', '{"acts":[],"acts":[{"kind":"x"}]}'],
  ['5,001 acts', `{"acts":[${Array(5_001).fill('{"kind":"x"}').join(',')}]}`],
  ['33 MB', `{"acts":"${'x'.repeat(33 * 2 ** 20)}"}`],
];

test.each(malformed)('a body that is %s is a problem of the caller, and the server serves on', async (_, payload) => {
  for (const url of ['/api/acts', '/api/acts/rehearse', '/api/people/export', '/api/act-drafts']) {
    const answer = await at.app.inject({
      method: 'POST',
      url,
      headers: { ...token, 'content-type': 'application/json' },
      payload,
    });
    expect(answer.statusCode, answer.body.slice(0, 300)).toBeGreaterThanOrEqual(url.endsWith('rehearse') ? 200 : 400);
    expect(answer.statusCode).toBeLessThan(500);
    if (answer.statusCode >= 400)
      expect(answer.json()).toMatchObject({ code: expect.any(String), title: expect.any(String) });
  }
  expect((await at.app.inject('/api/health')).statusCode).toBe(200);
});

test('what is packed is not unpacked: no bomb goes off', async () => {
  const payload = gzipSync(Buffer.alloc(50 * 2 ** 20, ' '));
  const headers = { ...token, 'content-type': 'application/json', 'content-encoding': 'gzip' };
  const answer = await at.app.inject({ method: 'POST', url: '/api/acts', headers, payload });
  expect(answer.statusCode).toBeGreaterThanOrEqual(400);
  expect(answer.statusCode).toBeLessThan(500);
});

const writing = routes.filter(({ method }) => method === 'POST').map((route) => [route.path, route] as const);

test.each(writing)('%s answers wrong shapes in each of its fields by a problem', async (_, route) => {
  const usual = usualInput(route, at.ids);
  const odd = [null, 7, true, [], {}, [[]], { length: 1 }, 'x'.repeat(100_000), '\ud800', -1, 1e300];
  const wrong: string[] = [];
  if (route.body === 'stream') return;
  for (const field of Object.keys(route.input.shape))
    for (const value of odd) {
      const { statusCode, body } = await at.app.inject({
        ...requestOf(route, usual, token),
        payload: { ...(requestOf(route, usual, token).payload as object), [field]: value },
      });
      if (statusCode >= 500) wrong.push(`${field} = ${JSON.stringify(value).slice(0, 30)}: ${body}`);
    }
  expect(wrong).toEqual([]);
});
