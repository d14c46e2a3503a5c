import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openKeys, readKeys } from './keys.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sotay-keys-'));
  file = join(folder, 'keys', 'register.key');
});
afterEach(() => rmSync(folder, { recursive: true }));

const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'no error';
};

test('a new register gets a key file that only its owner may read, and nothing half-made beside it', () => {
  const keys = openKeys(file, null);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, 'keys'))).toEqual(['register.key']);
  expect(keys.keyId).toMatch(/^[0-9a-f]{8}$/);
});

test('the same file gives the same keys, each different from the others and none of them in the file', () => {
  const keys = openKeys(file, null);
  expect(openKeys(file, keys.keyId)).toEqual(keys);
  const all = [keys.encryption, keys.lookup, keys.content].map((key) => key.toString('hex'));
  expect(new Set(all).size).toBe(3);
  for (const key of all) expect(readFileSync(file, 'utf8')).not.toContain(key);
});

test('a register that holds values never gets a new key when its file is missing', () => {
  expect(codeOf(() => openKeys(file, 'abcdef01'))).toBe('key.missing');
  expect(readKeys(file)).toBeNull();
});

test("another register's key file is refused by name", () => {
  const { keyId } = openKeys(file, null);
  expect(() => openKeys(file, 'abcdef01')).toThrow(new RegExp(`holds key ${keyId}.*need key abcdef01`));
  expect(codeOf(() => openKeys(file, 'abcdef01'))).toBe('key.wrong');
});

test('a damaged key file is refused, whatever was damaged', () => {
  openKeys(file, null);
  const whole = readFileSync(file, 'utf8');
  const flip = (at: number) => whole.slice(0, at) + (whole[at] === 'a' ? 'b' : 'a') + whole.slice(at + 1);
  for (const damaged of ['', whole.slice(0, -5), flip(3), flip(15), flip(40), `${whole}${whole}x`]) {
    writeFileSync(file, damaged);
    if (damaged.trim() !== whole.trim())
      expect(
        codeOf(() => openKeys(file, null)),
        damaged,
      ).toBe('key.damaged');
  }
});

test.skipIf(process.getuid?.() === 0)('a key file that may not be read is named with the reason', () => {
  openKeys(file, null);
  chmodSync(file, 0);
  expect(codeOf(() => openKeys(file, null))).toBe('key.unreadable');
});
