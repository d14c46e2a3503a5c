import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readProviderConfig } from './provider-config.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'sotay-provider-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const good = { issuer: 'https://dinh-danh.thu.invalid', clientId: 'sotay', name: { vi: 'Cổng thử', en: 'Trial' } };
const read = (told: unknown) => {
  const providerFile = join(dataDir, 'told.json');
  writeFileSync(providerFile, typeof told === 'string' ? told : JSON.stringify(told));
  return readProviderConfig({ dataDir, keyFile: 'key', providerFile });
};

test('without a file there is no provider; a file that was named and is missing is a mistake', () => {
  expect(readProviderConfig({ dataDir, keyFile: 'key' })).toBeNull();
  const providerFile = join(dataDir, 'khong-co.json');
  expect(() => readProviderConfig({ dataDir, keyFile: 'key', providerFile })).toThrow(/is not there/);
});

test('issuer, client and names are enough; nothing counts as a second factor unless told', () => {
  expect(read(good)).toEqual({
    ...good,
    secret: null,
    scope: 'openid profile',
    loginClaim: 'preferred_username',
    secondFactor: { acr: [], amr: [] },
  });
});

test('the secret lies in a file of its own, beside this one, and is never empty', () => {
  writeFileSync(join(dataDir, 'secret'), 'giữ kín\n');
  expect(read({ ...good, secretFile: 'secret' })).toMatchObject({ secret: 'giữ kín' });
  writeFileSync(join(dataDir, 'empty'), '\n');
  for (const secretFile of ['empty', 'khong-co'])
    expect(() => read({ ...good, secretFile })).toThrow(/missing or empty/);
});

test('what is wrong is named: no JSON, an unknown field, a missing name, an issuer without https', () => {
  expect(() => read('{')).toThrow(/is no JSON/);
  expect(() => read({ ...good, secret: 'trong tệp này' })).toThrow(/secret/);
  expect(() => read({ ...good, name: { vi: 'Cổng thử' } })).toThrow(/name\.en/);
  expect(() => read({ ...good, issuer: 'http://dinh-danh.thu.invalid' })).toThrow(/issuer: has to be https/);
  expect(() => read({ ...good, scope: 'profile' })).toThrow(/scope: has to name openid/);
});
