import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeProvider } from './provider.ts';

// A provider that answers what no honest one does. The honest one, a process of its own: src/server/accounts/provider.test.ts.

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const foreign = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const back = 'http://localhost:4020/sign-in/provider';

interface Lie {
  claims?: object;
  key?: KeyObject;
  header?: object;
  metadata?: object;
}

let server: Server;
let issuer: string;
let lie: Lie = {};
let nonce = '';

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

function idToken(): string {
  const { claims = {}, key = privateKey, header = {} } = lie;
  const now = Math.floor(Date.now() / 1_000);
  const told = { iss: issuer, sub: 'ng-1', aud: 'sotay', iat: now, exp: now + 60, nonce, ...claims };
  const signed = `${part({ alg: 'RS256', kid: 'k', ...header })}.${part(told)}`;
  const isBare = (header as { alg?: string }).alg === 'none';
  return `${signed}.${isBare ? '' : sign('sha256', Buffer.from(signed), key).toString('base64url')}`;
}

const pages: Record<string, () => object> = {
  '/.well-known/openid-configuration': () => ({
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    ...lie.metadata,
  }),
  '/jwks': () => ({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }] }),
  '/token': () => ({ access_token: 'x', token_type: 'Bearer', id_token: idToken() }),
};

beforeAll(async () => {
  server = createServer((request, response) => {
    const page = pages[request.url ?? ''];
    response.statusCode = page === undefined ? 404 : 200;
    response.setHeader('content-type', 'application/json').end(JSON.stringify(page?.() ?? {}));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server?.close());

/** A whole sign-in at a provider that tells this lie. */
async function signIn(told: Lie, secondFactor = { acr: ['urn:cao'], amr: ['otp'] }) {
  lie = told;
  const name = { vi: 'Cổng thử', en: 'Trial' };
  const config = { issuer, clientId: 'sotay', secret: 'x', scope: 'openid', loginClaim: 'email', name, secondFactor };
  const provider = makeProvider(config);
  const { away } = await provider.begin(back);
  nonce = away.nonce;
  return provider.finish(away, new URLSearchParams({ code: 'c', state: away.state }).toString());
}

test('what an honest one says is believed: issuer, subject, and the name that the claim tells', async () => {
  expect(await signIn({ claims: { email: 'mot@thu.invalid', acr: 'urn:cao' } })).toEqual({
    issuer,
    subject: 'ng-1',
    name: 'mot@thu.invalid',
    isStrong: true,
  });
});

test.each<[string, () => Lie]>([
  ['a token that somebody else has signed', () => ({ key: foreign.privateKey })],
  ['a token without a signature', () => ({ header: { alg: 'none' } })],
  ['a token under a key that is not published', () => ({ header: { kid: 'other' } })],
  ['a token for another client', () => ({ claims: { aud: 'other' } })],
  ['a token of another issuer', () => ({ claims: { iss: 'https://ke-gian.example' } })],
  ['a token of another sign-in', () => ({ claims: { nonce: 'of another one' } })],
  ['a token without a nonce', () => ({ claims: { nonce: undefined } })],
  ['a token of yesterday', () => ({ claims: { exp: Math.floor(Date.now() / 1_000) - 86_400 } })],
  ['a token of nobody', () => ({ claims: { sub: undefined } })],
])('%s is none', async (_name, told) => {
  await expect(signIn(told())).rejects.toMatchObject({ code: expect.stringMatching(/^provider\.(answer|down)$/) });
});

test.each<[string, object]>([
  ['that it is another one', { issuer: 'https://ke-gian.example' }],
  ['that people sign in at an address without encryption', { authorization_endpoint: 'http://ke-gian.example/auth' }],
  ['that people sign in at a script', { authorization_endpoint: 'javascript:alert(1)' }],
])('a provider that says of itself %s is not gone to', async (_name, metadata) => {
  await expect(signIn({ metadata })).rejects.toMatchObject({ code: 'provider.down' });
});

test('levels that are written in another form than the standard’s count for nothing', async () => {
  for (const claims of [{ acr: ['urn:cao'] }, { acr: 'urn:cao urn:khac' }, { amr: 'otp' }, { amr: [['otp']] }, {}]) {
    const read = await signIn({ claims }).catch((error: { code: string }) => ({ isStrong: false, code: error.code }));
    expect(read.isStrong, JSON.stringify(claims)).toBe(false);
  }
});
