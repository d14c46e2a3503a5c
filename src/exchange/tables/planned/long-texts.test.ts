import { expect, test } from 'vitest';
import { matchHeading } from '../recognise/match-heading.ts';
import { groupName, rowKind } from '../recognise/row-kind.ts';
import { readAddress } from './addresses.ts';
import { readCell } from './read-cell.ts';

// A cell holds up to 32,767 characters, and somebody may have meant harm with them.
const longest = 32_767;
const nasty = ['(', '.', '1', ' ,', '//', 'a.', '- ', '1/', ': ', 'ngày '].map((text) =>
  text.repeat(longest).slice(0, longest - 1),
);

test('no text of a cell, whatever is in it, takes longer than it takes to look at it', () => {
  const start = performance.now();
  for (const text of nasty.flatMap((some) => [some, `${some}x`])) {
    for (const target of [
      'person.name',
      'person.born',
      'person.citizenId',
      'person.ethnicity',
      'person.retired',
      'mark.person.sex.male',
      'days.admittedOfficial',
    ])
      readCell(text, { target, column: null, opening: undefined, isTemplate: false, above: null });
    readAddress(text);
    matchHeading('members', [text, text]);
    rowKind([{ at: 1, text: `Chi bộ ${text}`.slice(0, 300) }], [1], false, 1);
    groupName(`Chi bộ ${text}`.slice(0, 300));
  }
  // 20 texts, 11 readings each: a quadratic one would take minutes.
  expect(performance.now() - start).toBeLessThan(20_000);
});
