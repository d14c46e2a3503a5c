import { expect, test } from 'vitest';
import { targetGroups, targetLabel } from './targets.ts';

test.each(['members', 'units'] as const)('no two choices for a column of %s are called the same', (use) => {
  for (const language of ['vi', 'en'] as const) {
    const labels = targetGroups[use].flatMap(({ targets }) => targets.map((target) => target[language]));
    expect(labels.filter((label, at) => labels.indexOf(label) !== at)).toEqual([]);
  }
});

test('what is not listed is called by what it is made of', () => {
  expect(targetLabel('members', 'person.details.hobby', 'vi')).toBe('Mục khác: hobby');
  expect(targetLabel('members', 'mark.person.ethnicity.tay', 'en')).toBe('Ethnicity: tay (x)');
  expect(targetLabel('members', 'ordinal', 'vi')).toContain('Số thứ tự');
});
