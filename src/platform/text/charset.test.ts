import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { charsetOf, decode, weigh } from './charset.ts';
import { fromTcvn3, toTcvn3 } from './tcvn3.ts';
import { tidy } from './tidy.ts';
import { isSyllable, properCase, withoutAccents } from './vietnamese.ts';
import { fromVni, toVni } from './vni.ts';

const onsets = [
  '',
  'b',
  'c',
  'ch',
  'd',
  'đ',
  'g',
  'h',
  'kh',
  'l',
  'm',
  'n',
  'ng',
  'nh',
  'ph',
  'qu',
  's',
  't',
  'th',
  'tr',
  'v',
  'x',
];
const vowels = [...'aăâeêioôơuưy', 'iê', 'uô', 'ươ', 'oa', 'uy'];
const finals = ['', 'n', 'ng', 'm', 't', 'c', 'i'];
const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const word = fc
  .tuple(fc.constantFrom(...onsets), fc.constantFrom(...vowels), fc.constantFrom(...tones), fc.constantFrom(...finals))
  .map(([onset, vowel, tone, final]) => `${onset}${vowel}${tone}${final}`.normalize('NFC'));
const phrase = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
const capitals = new Set('ABCDEFGHIJKLMNOPQRSTUVWXYZĂÂĐÊÔƠƯ');
/** ABC has capitals without tones only. */
const raise = (text: string) => {
  const first = text.charAt(0).toUpperCase();
  return capitals.has(first) ? first + text.slice(1) : text;
};

describe('text of before Unicode', () => {
  test('for every Vietnamese text, VNI reads as what was written, small, large or mixed', () => {
    fc.assert(
      fc.property(phrase, (text) => {
        for (const written of [text, text.toUpperCase(), properCase(text)])
          expect(fromVni(toVni(written))).toBe(written);
      }),
    );
  });

  test('for every Vietnamese text, ABC reads as what was written; of capitals, those that its fonts have', () => {
    fc.assert(
      fc.property(phrase, (text) => {
        const names = text.split(' ').map(raise).join(' ');
        expect(fromTcvn3(toTcvn3(text))).toBe(text);
        if (/[a-zăâđêôơư]/u.test(toSmallest(names))) expect(fromTcvn3(toTcvn3(names))).toBe(names);
        expect(fromTcvn3(toTcvn3(`DANH ${text.toUpperCase()}`))).toBe(`DANH ${text.toUpperCase()}`);
      }),
    );
  });

  // Bytes by the standards, not by our tables: iconv -t TCVN5712-1, and a text typed in a VNI font.
  test('is what the standards say it is', () => {
    expect(fromTcvn3('Céng hoµ x· héi chñ nghÜa ViÖt Nam')).toBe('Cộng hoà xã hội chủ nghĩa Việt Nam');
    expect(fromTcvn3('§¶ng bé ph­êng Ng« QuyÒn, ®¬n vÞ ­u tó')).toBe('Đảng bộ phường Ngô Quyền, đơn vị ưu tú');
    expect(fromTcvn3('NGUYÔN THÞ H¦¥NG')).toBe('NGUYỄN THỊ HƯƠNG');
    expect(fromVni('Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam')).toBe('Cộng hòa xã hội chủ nghĩa Việt Nam');
    expect(fromVni('ÑAÛNG BOÄ PHÖÔØNG, Ñaûng vieân Aùnh, kyû luaät')).toBe('ĐẢNG BỘ PHƯỜNG, Đảng viên Ánh, kỷ luật');
  });

  test('for every Vietnamese text of some words, what it was typed for is found', () => {
    fc.assert(
      fc.property(fc.array(phrase, { minLength: 12, maxLength: 20 }), (texts) => {
        expect(charsetOf(weigh(texts))).toBe('unicode');
        expect(charsetOf(weigh(texts.map((text) => text.normalize('NFD'))))).toBe('unicode');
        expect(charsetOf(weigh(texts.map(toTcvn3)))).toBe('tcvn3');
        expect(charsetOf(weigh(texts.map(toVni)))).toBe('vni');
      }),
    );
  });

  test('real words are told apart by few of them, and a text in Unicode stays in a column of another', () => {
    expect(charsetOf(weigh(['Hà', 'Hòa', 'Võ', 'Đỗ', 'Lê']))).toBe('unicode');
    expect(charsetOf(weigh(['Tµy', 'NguyÔn V¨n MÉu']))).toBe('tcvn3');
    expect(charsetOf(weigh(['Nguyeãn Vaên Maãu']))).toBe('vni');
    expect(charsetOf(weigh(['Nguyen Van Mau', '']))).toBe('unicode');
    expect(decode('Nguyễn Văn Mẫu', 'tcvn3')).toBe('Nguyễn Văn Mẫu');
    expect(decode('NguyÔn V¨n MÉu', 'tcvn3')).toBe('Nguyễn Văn Mẫu');
  });
});

test('a syllable has a rhyme that exists and at most one tone', () => {
  for (const real of ['nguyễn', 'thuỷ', 'hoà', 'hòa', 'khuyến', 'gì', 'quốc', 'ý', 'ương', 'Đỗ', 'xoong', 'huynh'])
    expect(isSyllable(real), real).toBe(true);
  for (const none of ['kraft', 'aoe', 'nguyÔn', 'Lª', 'bòá', '']) expect(isSyllable(none), none).toBe(false);
});

test('tidy text has nothing that nobody sees, and is the same when tidied again', () => {
  expect(tidy(' \u00A0Nguye\u0302\u0303n\u200B  Va\u0306n \uFEFF')).toBe('Nguyễn Văn');
  expect(tidy('Ðỗ Ðình \n  a')).toBe('Đỗ Đình\na');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(tidy(tidy(text))).toBe(tidy(text));
    }),
  );
});

test('words are compared without accents; names get capitals', () => {
  expect(withoutAccents('Đảng bộ Hoà')).toBe('dang bo hoa');
  expect(properCase('NGUYỄN THỊ ÁNH-TUYẾT')).toBe('Nguyễn Thị Ánh-Tuyết');
});

function toSmallest(text: string): string {
  return text.replaceAll(/[^a-zăâđêôơư ]/gu, '');
}

test('what is Vietnamese in Unicode only stays among old text', () => {
  expect(decode('Hoàng Bình', 'tcvn3')).toBe('Hoàng Bình');
  expect(decode('NguyÔn Vò Phó', 'tcvn3')).toBe('Nguyễn Vũ Phú');
});
