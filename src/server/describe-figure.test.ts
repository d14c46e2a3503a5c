import { expect, test } from 'vitest';
import type { Figure } from '#/kernel/figures/figure.ts';
import { describeFigure } from './describe-figure.ts';
import { figures } from './parts.ts';

const members = figures.get('members');
const versionOf = (figure: Figure) => describeFigure(figure).version;

test('a definition keeps its version until what is counted, or by which instrument, is another', () => {
  const version = versionOf(members);
  expect(version).toMatch(/^[0-9a-f]{8}$/);
  expect(versionOf({ ...members, title: { vi: 'Tên khác', en: 'Another name' } })).toBe(version);
  const { vi, en } = members.definition;
  expect(versionOf({ ...members, definition: { vi: `${vi} Chỉ tính người còn sống.`, en } })).not.toBe(version);
  expect(versionOf({ ...members, instrument: 'Hướng dẫn số 01, 01/01/2026' })).not.toBe(version);
});

test('no two figures of the catalogue have one definition', () => {
  expect(new Set(figures.all.map(versionOf)).size).toBe(figures.all.length);
});
