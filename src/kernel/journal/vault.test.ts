import { hash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from '#/platform/canonical-json.ts';
import { makeVault } from './vault.ts';

const keys = () => ({
  keyId: 'test',
  encryption: randomBytes(32),
  lookup: randomBytes(32),
  content: randomBytes(32),
});
const vault = makeVault(keys());
const ref = '01890000-0000-7000-8000-000000000001';
const json = () => fc.jsonValue({ noUnicodeString: false }) as fc.Arbitrary<unknown>;

test('every JSON value comes back as it went in, and fits its commitment', () => {
  fc.assert(
    fc.property(json(), fc.uuid(), (value, anyRef) => {
      const { sealed, cipher } = vault.conceal(value, anyRef, 'family');
      const revealed = vault.reveal(cipher, anyRef);
      expect(canonicalJson(revealed.value)).toBe(canonicalJson(value));
      expect(sealed).toEqual({ ref: anyRef, commitment: vault.commitmentOf(value, revealed.salt) });
    }),
  );
});

test('the commitment is the sha256 of salt and canonical JSON, so that anybody given both can check it', () => {
  const { sealed, cipher } = vault.conceal({ b: 1, a: 'x' }, ref, 'family');
  const { salt } = vault.reveal(cipher, ref);
  expect(salt).toHaveLength(16);
  expect(sealed.commitment).toBe(hash('sha256', Buffer.concat([salt, Buffer.from('{"a":"x","b":1}')]), 'hex'));
});

test('equal values show neither in the cipher nor in the commitment', () => {
  const [a, b] = [vault.conceal('x', ref, 'email'), vault.conceal('x', ref, 'email')];
  expect(a.cipher.equals(b.cipher)).toBe(false);
  expect(a.sealed.commitment).not.toBe(b.sealed.commitment);
});

test('no byte of a cipher can be changed, and none left out, without being noticed', () => {
  const { cipher } = vault.conceal('0912345678', ref, 'phone');
  for (let at = 0; at < cipher.length; at += 1) {
    const changed = Buffer.from(cipher);
    changed[at] = (changed[at] as number) ^ 1;
    expect(() => vault.reveal(changed, ref)).toThrow(/cannot be opened/);
    expect(() => vault.reveal(cipher.subarray(0, at), ref)).toThrow(/cannot be opened/);
  }
});

test("a cipher moved to another person's row, or read with another key, is not opened", () => {
  const { cipher } = vault.conceal('x', ref, 'email');
  expect(() => vault.reveal(cipher, ref.replace(/1$/, '2'))).toThrow(/cannot be opened/);
  expect(() => makeVault(keys()).reveal(cipher, ref)).toThrow(/cannot be opened with key test/);
});

test('numbers are found again however they are spaced, but only within their class', () => {
  const lookup = (field: string, value: unknown) => vault.lookupOf(field, value)?.toString('hex') ?? null;
  expect(lookup('citizen-id', '036 099.000-001')).toBe(lookup('citizen-id', '036099000001'));
  expect(lookup('card', 'ab 12')).toBe(lookup('card', 'AB12'));
  expect(lookup('phone', '+84 912 345 678')).toBe(lookup('phone', '0912.345.678'));
  expect(lookup('phone', '+84 (0)912 345 678')).toBe(lookup('phone', '0912345678'));
  expect(lookup('citizen-id', '036099000001')).not.toBe(lookup('old-identity-number', '036099000001'));
  expect(lookup('citizen-id', '036099000001')).not.toBe(lookup('citizen-id', '036099000002'));
  expect(vault.conceal('0912345678', ref, 'phone').lookup).toEqual(vault.lookupOf('phone', '0912345678'));
  for (const none of [lookup('email', 'a@b.vn'), lookup('card', ' - '), lookup('phone', { a: 1 })])
    expect(none).toBeNull();
});

test('random bytes are never used twice', () => {
  const nonces = Array.from({ length: 5000 }, () =>
    vault.conceal(1, ref, 'health').cipher.subarray(0, 12).toString('hex'),
  );
  expect(new Set(nonces).size).toBe(5000);
});
