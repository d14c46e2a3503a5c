import { expect, test } from 'vitest';
import type { Holder } from '#/domain/units/page-contract.ts';
import { vacanciesOf } from './vacancies.ts';

const held = (post: string, more: Partial<Holder> = {}): Holder => ({
  person: post,
  name: null,
  post,
  how: 'elected',
  term: '2025-2030',
  from: '2025-06-01',
  to: null,
  heldSince: null,
  ratifiedOn: null,
  leftAs: null,
  source: null,
  ...more,
});

test('of a unit of which the register knows nobody nothing is said to be vacant', () => {
  expect(vacanciesOf([], [])).toEqual([]);
  expect(vacanciesOf([held('agency-head')], [])).toEqual([]);
});

test('a small cell elects a secretary alone: no deputy is missed', () => {
  expect(vacanciesOf([held('secretary')], [])).toEqual([]);
});

test('a committee that was elected has a secretary and a deputy; one that was designated need not', () => {
  const member = held('committee-member');
  expect(vacanciesOf([member], [])).toEqual([
    { post: 'secretary', since: null },
    { post: 'deputy-secretary', since: null },
  ]);
  expect(vacanciesOf([held('secretary'), member], [])).toEqual([{ post: 'deputy-secretary', since: null }]);
  expect(vacanciesOf([held('secretary'), member, held('standing-deputy-secretary')], [])).toEqual([]);
  expect(vacanciesOf([held('secretary'), { ...member, how: 'designated' }], [])).toEqual([]);
});

test('who left is told by the first day without; a deputy of an earlier term is not missed', () => {
  const left = (post: string, to: string, term = '2025-2030') => held(post, { to, term });
  expect(
    vacanciesOf([held('deputy-secretary')], [left('secretary', '2026-08-31'), left('secretary', '2024-01-31')]),
  ).toEqual([{ post: 'secretary', since: '2026-09-01' }]);
  expect(vacanciesOf([held('secretary')], [left('deputy-secretary', '2026-08-31')])).toEqual([
    { post: 'deputy-secretary', since: '2026-09-01' },
  ]);
  expect(vacanciesOf([held('secretary')], [left('deputy-secretary', '2025-05-31', '2020-2025')])).toEqual([]);
});

test('an inspection commission has a head', () => {
  expect(vacanciesOf([held('secretary'), held('commission-member')], [])).toEqual([
    { post: 'commission-head', since: null },
  ]);
});
