import { expect, test } from 'vitest';
import { forms } from '#/exchange/tables/layout.ts';
import { targetGroups } from '#/web/imports/read/targets.ts';

test.each(['members', 'units'] as const)('every column of the template can be chosen for a column of %s', (use) => {
  const offered = new Set(targetGroups[use].flatMap(({ targets }) => targets.map(({ key }) => key)));
  const missing = forms[use].columns.map(({ path }) => path.join('.')).filter((key) => !offered.has(key));
  expect(missing).toEqual([]);
});
