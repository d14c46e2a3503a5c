import { afterAll, beforeAll, expect, test } from 'vitest';
import { headers, type ImportServer, importServer } from '#test/imports.ts';

let at: ImportServer;
beforeAll(async () => {
  at = await importServer();
  await at.register();
});
afterAll(() => at.close());

test.each([
  '/api/imports/abc',
  '/api/imports/%00',
  '/api/imports?tenant=%00',
  '/api/imports?tenant=..%2F..',
  '/api/units?q=%00',
  '/api/unit-search?q=%00&on=2025-01-01',
  '/api/units/%00',
  '/api/figures/members?unit=%00&to=2025-01-01',
  '/api/figures/members?unit=A&to=2025-01-01&scope=%00',
  '/api/reports/form-1?unit=A%00&from=2025-01-01&to=2025-12-31',
  '/api/reports/form-1?unit=A&from=2025-01-01&to=2025-12-31&knownAt=x',
  '/api/reports/form-1/rows/%00?unit=A&from=2025-01-01&to=2025-12-31',
  '/api/reports/constructor?unit=A&from=2025-01-01&to=2025-12-31',
  '/api/reports/__proto__?unit=A&from=2025-01-01&to=2025-12-31',
  '/api/figures/__proto__?unit=A&to=2025-01-01',
  '/api/reports/form-1/file?format=docx&unit=A&from=2025-01-01&to=2025-12-31&sign=%00',
  '/api/reports/form-1/file?format=docx&unit=A&from=2025-01-01&to=2025-12-31&sign=place=%00%01',
  '/api/reports/form-1/file?format=xlsx&unit=A&from=2025-01-01&to=2025-12-31&sign=place=%01%02',
  '/api/reports/form-1/file?format=pdf&unit=A&from=2025-01-01&to=2025-12-31&sign=place=%23import',
  '/api/templates?unit=%00',
  '/api/members/file?layout=template&format=csv&unit=%00',
  '/api/members/file?layout=__proto__&format=csv',
  '/api/acts?subject=%00',
])('nothing that an address may say is a fault of ours: %s', async (url) => {
  const answer = await at.app.inject({ url, headers });
  expect(answer.statusCode).toBeLessThan(500);
});

test.each([
  [
    '/api/acts',
    {
      acts: [
        {
          kind: 'unit.established',
          effectiveOn: '2000-01-01',
          unit: { code: 'A.9', name: 'a\0b', kind: 'cell', parent: 'A.1' },
        },
      ],
    },
  ],
  ['/api/acts', { acts: [{ kind: '__proto__', effectiveOn: '2000-01-01' }] }],
  ['/api/acts', { acts: [{ kind: 'unit.renamed', effectiveOn: '2000-01-01', unit: 'A.1', name: '\ud800' }] }],
  ['/api/imports/x/plan', { plan: {} }],
  ['/api/imports/x/undo', { reason: 'a\0' }],
  ['/api/members/file', { layout: 'template', format: 'csv', reason: 'a\0b' }],
])('nor is what a body may say: %s %j', async (url, payload) => {
  const { statusCode } = await at.app.inject({ method: 'POST', url, headers, payload });
  expect(statusCode).toBeGreaterThanOrEqual(400);
  expect(statusCode).toBeLessThan(500);
});
