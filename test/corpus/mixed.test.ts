import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { toTcvn3 } from '#/platform/text/tcvn3.ts';
import { writeBook } from './book.ts';
import { people } from './people.ts';
import { membersOf, readFile, told } from './reading.ts';

const folder = mkdtempSync(join(tmpdir(), 'sotay-mixed-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'mixed.xlsx');

const headings = ['TT', 'Họ và tên', 'Năm sinh', 'Giới tính', 'Quê quán', 'Chi bộ', 'Miễn SHĐ', 'Số CCCD'];

/** Forty people, of whom some stand there as they were pasted from an old file. */
async function write(isOld: (at: number) => boolean): Promise<string[]> {
  const all = people(40).map((who, at) => ({ ...who, name: at % 7 === 0 ? 'Lê Thanh Vân' : who.name }));
  const rows = all.map((who, at) => {
    const text = isOld(at) ? toTcvn3 : (words: string) => words;
    const home = `xã ${at % 2 === 0 ? 'Đông' : 'Nam'} Mẫu, tỉnh Phương Mẫu`;
    const citizen = at === 3 ? '0361890012' : who.citizenId;
    return [at + 1, text(who.name), 1950 + at, 'Nam', text(home), 'Chi bộ 1', at === 5 ? 'x' : null, citizen];
  });
  await writeBook(file, [{ name: 'DS', rows: [headings, ...rows] }]);
  return all.map(({ name }) => name);
}

/** In small letters: fonts of ABC had capitals with accents of their own, which the text does not tell. */
const namesIn = (members: ReturnType<typeof membersOf>) =>
  members.map((input) => (input?.person as { name: string } | undefined)?.name.toLowerCase());

test('a few rows pasted from an old file are read as that, and the names of the others stay as they are', async () => {
  const names = await write((at) => at > 30);
  const { plan, rows } = await readFile(file);
  expect(plan.sheets[0]?.columns.find(({ letters }) => letters === 'E')).toMatchObject({
    heading: 'Quê quán',
    target: 'address.hometown.whole',
  });
  const read = namesIn(membersOf(rows));
  for (const [at, name] of names.entries()) if (at !== 3 && at !== 5) expect(read[at]).toBe(name.toLowerCase());
});

test('a list in an old font under headings in Unicode is old as a whole, also where a name could be either', async () => {
  const names = await write(() => true);
  const { rows } = await readFile(file);
  const read = namesIn(membersOf(rows));
  for (const [at, name] of names.entries()) if (at !== 3 && at !== 5) expect(read[at]).toBe(name.toLowerCase());
});

test('a cross for an exemption is proposed as one for good; a number that begins with 0 has lost other digits', async () => {
  await write(() => false);
  const { rows } = await readFile(file);
  expect(told(rows)).toEqual(expect.arrayContaining(["cell.digits 'DS'!H5", "cell.exemption 'DS'!G7 → Hẳn"]));
});
