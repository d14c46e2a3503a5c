import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { checkContainer, type Frame, opensBy, readContainer, writeContainer } from './container.ts';
import { type Lock, newFileKey, openSegment, sealSegment } from './lock.ts';

const folder = mkdtempSync(join(tmpdir(), 'sotay-locked-'));
afterAll(() => rmSync(folder, { recursive: true }));

const byKey: Lock = { keyId: 'abcdef01', secret: Buffer.alloc(32, 7) };
const byWords: Lock = { passphrase: 'ba con ngựa và một cái cầu' };

async function write(frames: readonly Frame[], lock: Lock | null, name = 'a'): Promise<string> {
  const file = join(folder, name);
  rmSync(file, { force: true });
  await writeContainer(file, ReadableStream.from(frames as Frame[]), lock);
  return file;
}

async function read(file: string, lock: Lock | null): Promise<Buffer> {
  await checkContainer(file, lock);
  const rows: Buffer[] = [];
  for await (const frame of readContainer(file, lock))
    rows.push(frame.type === 'rows' ? frame.rows : Buffer.from(JSON.stringify(frame.json)));
  return Buffer.concat(rows);
}

const rows = (bytes: Uint8Array): Frame => ({ type: 'rows', rows: Buffer.from(bytes) });
const named = rows(Buffer.from('Nguyễn Văn Mẫu\t001060000001\n'));

test.each([
  ['the key of the register', byKey],
  ['a passphrase', byWords],
])('what is encrypted by %s comes out as it went in, and shows nothing of it', async (_, lock) => {
  const file = await write([named], lock);
  expect(await opensBy(file)).toBe('passphrase' in lock ? 'passphrase' : 'key');
  expect((await read(file, lock)).toString()).toBe('Nguyễn Văn Mẫu\t001060000001\n');
  const bytes = readFileSync(file);
  for (const plain of ['Nguyễn', '001060000001', 'sotay-backup-1', '\u001f\u008b\b'])
    expect(bytes.indexOf(Buffer.from(plain, plain.startsWith('\u001f') ? 'latin1' : 'utf8')), plain).toBe(-1);
  // Twice the same, never the same bytes.
  expect(readFileSync(await write([named], lock, 'b')).equals(bytes)).toBe(false);
});

test('a passphrase is the same whether its accents are typed as one sign or as two', async () => {
  const file = await write([named], byWords);
  expect(await read(file, { passphrase: 'ba con ngựa và một cái cầu'.normalize('NFD') })).toHaveLength(33);
});

test('without what opens it, or with something else, it says what it needs', async () => {
  const keyed = await write([named], byKey, 'keyed');
  const worded = await write([named], byWords, 'worded');
  const refusals: [string, Lock | null, string][] = [
    [keyed, null, 'backup.locked'],
    [worded, null, 'backup.locked'],
    [keyed, byWords, 'backup.locked'],
    [worded, byKey, 'backup.locked'],
    [keyed, { ...byKey, keyId: '99999999' }, 'backup.wrong-key'],
    [keyed, { ...byKey, secret: Buffer.alloc(32, 8) }, 'backup.wrong-key'],
    [worded, { passphrase: 'ba con ngựa và một cái cẩu' }, 'backup.wrong-key'],
  ];
  for (const [file, lock, code] of refusals) await expect(checkContainer(file, lock)).rejects.toMatchObject({ code });
  await expect(write([named], { passphrase: 'quá ngắn' })).rejects.toMatchObject({ code: 'backup.passphrase' });
});

test('a plain backup is read as ever, whatever lock is at hand', async () => {
  const file = await write([named], null);
  expect(await opensBy(file)).toBeNull();
  for (const lock of [null, byKey, byWords]) expect(await read(file, lock)).toHaveLength(33);
});

test('cut off anywhere, with one bit changed anywhere, or with segments in another place, nothing of it is taken', async () => {
  // Noise, so that it does not pack: several segments.
  const noise = randomBytes(300_000);
  const whole = readFileSync(await write([rows(noise)], byKey));
  const broken = join(folder, 'broken');
  const refused = async (bytes: Buffer) => {
    writeFileSync(broken, bytes);
    await expect(checkContainer(broken, byKey)).rejects.toMatchObject({ code: expect.stringMatching(/^backup\./) });
  };
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 7 }), async (at, bit) => {
      const flipped = Buffer.from(whole);
      flipped[at] = (flipped[at] as number) ^ (1 << bit);
      await refused(flipped);
      writeFileSync(broken, whole);
      truncateSync(broken, at);
      await expect(checkContainer(broken, byKey)).rejects.toMatchObject({ code: expect.stringMatching(/^backup\./) });
    }),
    { numRuns: 100 },
  );
  const segment = (1 << 16) + 16;
  const first = whole.indexOf('}') + 1; // behind the header
  const [one, two] = [whole.subarray(first, first + segment), whole.subarray(first + segment, first + 2 * segment)];
  await refused(Buffer.concat([whole.subarray(0, first), two, one, whole.subarray(first + 2 * segment)]));
  await refused(Buffer.concat([whole.subarray(0, first), one, one, whole.subarray(first + segment)]));
  await refused(whole.subarray(0, first + 2 * segment)); // ends where a segment ends
  await refused(Buffer.concat([whole, whole.subarray(first)]));
});

test('any bytes, of any length, come back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 200_000 }), { maxLength: 4 }), async (parts) => {
      const file = await write(parts.map(rows), byKey, 'any');
      expect((await read(file, byKey)).equals(Buffer.concat(parts))).toBe(true);
    }),
    { numRuns: 30 },
  );
});

test('a segment opens in its own place only, under its own header, and no two are encrypted alike', async () => {
  const { key, header } = await newFileKey(byKey);
  const text = Buffer.from(JSON.stringify(header));
  const plain = Buffer.from('Nguyễn Văn Mẫu');
  const sealed = sealSegment(key, text, 3, false, plain);
  expect(openSegment(key, text, 3, false, sealed)).toEqual(plain);
  expect(openSegment(key, text, 4, false, sealed)).toBeNull();
  expect(openSegment(key, text, 3, true, sealed)).toBeNull();
  expect(openSegment(key, Buffer.from('{}'), 3, false, sealed)).toBeNull();
  expect(openSegment((await newFileKey(byKey)).key, text, 3, false, sealed)).toBeNull();
  expect(sealSegment(key, text, 4, false, plain).equals(sealed)).toBe(false);
});
