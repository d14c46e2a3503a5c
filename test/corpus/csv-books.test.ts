import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { toTcvn3 } from '#/platform/text/tcvn3.ts';
import { writeCsvFile } from './book.ts';
import { actsOf } from './expected.ts';
import { plainList, sheetOf } from './list.ts';
import { people } from './people.ts';
import { membersOf, readRepaired, told } from './reading.ts';

const folder = mkdtempSync(join(tmpdir(), 'sotay-csv-books-'));
afterAll(() => rmSync(folder, { recursive: true }));
const all = people(24);

/** Letters with their circumflex or breve are one byte there; the tone is another behind them. */
function windows1258(text: string): Uint8Array {
  const bytes: Record<string, number> = { ă: 0xe3, Ă: 0xc3, đ: 0xf0, Đ: 0xd0, ơ: 0xf5, Ơ: 0xd5, ư: 0xfd, Ư: 0xdd };
  const tones: Record<string, number> = {
    '\u0300': 0xcc,
    '\u0301': 0xec,
    '\u0303': 0xde,
    '\u0309': 0xd2,
    '\u0323': 0xf2,
  };
  const split = [...text.normalize('NFC')].flatMap((letter) => {
    const [tone] = /[\u0300\u0301\u0303\u0309\u0323]/u.exec(letter.normalize('NFD')) ?? [];
    const base = letter
      .normalize('NFD')
      .replace(tone ?? '', '')
      .normalize('NFC');
    return tone === undefined ? [base] : [base, tone];
  });
  return Uint8Array.from(split.map((letter) => bytes[letter] ?? tones[letter] ?? letter.charCodeAt(0)));
}

describe('CSV', () => {
  const csv = join(folder, 'a.csv');
  const { sheet } = sheetOf(plainList(all));
  const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

  test.each([
    ['UTF-8', ';', (text: string) => Buffer.from(text)],
    ['UTF-8 with its mark, split by commas', ',', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['UTF-16 with tabs, as Excel saves Unicode text', '\t', utf16],
    ['the code page of a Vietnamese Windows', ';', windows1258],
    ['ABC text in the code page of Windows', ';', (text: string) => Buffer.from(toTcvn3(text), 'latin1')],
  ])('in %s', async (_name, mark, encode) => {
    writeCsvFile(csv, sheet.rows, mark, encode);
    const { plan, planProblems, rows } = await readRepaired(csv);
    expect(planProblems).toEqual([]);
    expect(told(rows)).toEqual([]);
    expect(membersOf(rows)).toEqual(actsOf(all, plan));
  });
});
