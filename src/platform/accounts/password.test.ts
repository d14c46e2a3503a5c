import { argon2Sync } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashPassword, isPassword } from './password.ts';

test('a password fits its own hash only, and the same password has another hash each time', async () => {
  const [one, two] = await Promise.all([hashPassword('chín quả cam'), hashPassword('chín quả cam')]);
  expect(one).not.toBe(two);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(await isPassword('chín quả cam', one)).toBe(true);
  expect(await isPassword('chín quả cảm', one)).toBe(false);
  expect(await isPassword('', one)).toBe(false);
});

test('accents typed as signs of their own are the same password', async () => {
  const hash = await hashPassword('chín quả cam'.normalize('NFC'));
  expect(await isPassword('chín quả cam'.normalize('NFD'), hash)).toBe(true);
});

test('without a hash no password is right', async () => {
  expect(await isPassword('', null)).toBe(false);
  expect(await isPassword('chín quả cam', null)).toBe(false);
});

test('where there is no hash it does the work all the same', async () => {
  const hash = await hashPassword('chín quả cam');
  const took = async (one: string | null): Promise<number> => {
    const start = performance.now();
    await isPassword('mười quả cam', one);
    return performance.now() - start;
  };
  // By turns, and the quickest of each: what else goes on here slows both. To answer at once would be a thousand times quicker.
  const times: [number, number][] = [];
  for (let i = 0; i < 6; i += 1) times.push([await took(hash), await took(null)]);
  const [known, unknown] = [Math.min(...times.map(([one]) => one)), Math.min(...times.map(([, other]) => other))];
  expect(unknown).toBeGreaterThan(known / 10);
});

test('a hash of other parameters is read by those', async () => {
  const given = { memory: 64, passes: 3, parallelism: 2 };
  const salt = Buffer.alloc(16, 7);
  const tag = argon2Sync('argon2id', { message: 'x', nonce: salt, tagLength: 16, ...given });
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replaceAll('=', '');
  expect(await isPassword('x', `$argon2id$v=19$m=64,t=3,p=2$${text(salt)}$${text(tag)}`)).toBe(true);
  await expect(isPassword('x', '$2b$10$abc')).rejects.toThrow('not an Argon2id hash');
});
