import { expect, test } from 'vitest';
import type { ActRow } from '#/kernel/journal/list-contract.ts';
import { newsAbout } from './news-about.ts';
import { rowOf } from './rows.ts';

const since = '2026-11-30T08:00:00.000Z';
const act = (id: string, recordedAt: string, type: 'person' | 'unit', subject: string, code: string | null = null) =>
  ({ id, recordedAt, subjects: [{ type, id: subject, code, name: 'X' }] }) as unknown as ActRow;

test('what others recorded afterwards about a person of the list is news, and nothing else', () => {
  const row = rowOf('person-1');
  const acts = [
    act('later', '2026-11-30T08:00:00.001Z', 'person', 'person-1'),
    act('stranger', '2026-11-30T08:00:00.002Z', 'person', 'person-2'),
    act('namesake unit', '2026-11-30T08:00:00.002Z', 'unit', 'person-1', 'person-1'),
    act(row.id, '2026-11-30T08:00:00.003Z', 'person', 'person-1'),
    act('before', since, 'person', 'person-1'),
  ];
  expect(newsAbout(acts, { subject: 'person', rows: [row], since }).map(({ id }) => id)).toEqual(['later']);
});

test('units of a list are known by their code; a line of nobody is about nobody', () => {
  const nobody = { ...rowOf('x'), key: null };
  const acts = [
    act('graded', '2026-11-30T09:00:00.000Z', 'unit', 'id-7', 'HH.001'),
    act('none', '2026-11-30T09:00:00.000Z', 'unit', 'id-8'),
  ];
  const found = newsAbout(acts, { subject: 'unit', rows: [nobody, rowOf('HH.001')], since });
  expect(found.map(({ id }) => id)).toEqual(['graded']);
});
