import { createHash } from 'node:crypto';
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

test('what the values of an argument are called is no part of the definition', () => {
  const held = describeFigure(figures.get('posts-held'));
  expect(held.args.some(({ labels }) => labels !== undefined)).toBe(true);
  const { name, title, version, ...defined } = held;
  const bare = { ...defined, args: defined.args.map(({ labels, ...arg }) => arg) };
  expect(version).toBe(createHash('sha256').update(JSON.stringify(bare)).digest('hex').slice(0, 8));
});

test('no two figures of the catalogue have one definition', () => {
  expect(new Set(figures.all.map(versionOf)).size).toBe(figures.all.length);
});
