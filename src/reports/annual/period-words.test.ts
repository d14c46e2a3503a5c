import { expect, test } from 'vitest';
import { inYears, periodWords } from './period-words.ts';

const said = (from: string, to: string) => {
  const { title, name, during, before, next } = periodWords({ from, to });
  return { title: `${title} … ${name}`, during, before, next: `${next.name}: ${next.from} ${next.to}` };
};

test('a year, its halves, quarters and months are called what reports call them, and so is what follows', () => {
  expect(said('2020-01-01', '2020-12-31')).toEqual({
    title: 'Tổng kết … năm 2020',
    during: 'trong năm',
    before: 'năm 2019',
    next: 'năm 2021: 2021-01-01 2021-12-31',
  });
  expect(said('2020-01-01', '2020-06-30')).toEqual({
    title: 'Sơ kết … 6 tháng đầu năm 2020',
    during: 'trong 6 tháng',
    before: 'cùng kỳ năm 2019',
    next: '6 tháng cuối năm 2020: 2020-07-01 2020-12-31',
  });
  expect(said('2020-07-01', '2020-12-31')).toMatchObject({
    title: 'Kết quả … 6 tháng cuối năm 2020',
    next: 'năm 2021: 2021-01-01 2021-12-31',
  });
  expect(said('2020-01-01', '2020-09-30')).toMatchObject({
    title: 'Kết quả … 9 tháng đầu năm 2020',
    next: 'quý IV năm 2020: 2020-10-01 2020-12-31',
  });
  expect(said('2020-01-01', '2020-03-31')).toMatchObject({
    title: 'Kết quả … quý I năm 2020',
    during: 'trong quý',
    before: 'cùng kỳ năm 2019',
    next: 'quý II năm 2020: 2020-04-01 2020-06-30',
  });
  expect(said('2020-10-01', '2020-12-31').next).toBe('năm 2021: 2021-01-01 2021-12-31');
  expect(said('2020-02-01', '2020-02-29')).toMatchObject({
    title: 'Kết quả … tháng 2 năm 2020',
    next: 'tháng 3 năm 2020: 2020-03-01 2020-03-31',
  });
  expect(said('2020-02-01', '2020-05-31').title).toBe('Kết quả … từ tháng 2 đến tháng 5 năm 2020');
});

test('a term, ten years and any other days; what stands is compared with their beginning', () => {
  expect(said('2020-01-01', '2025-12-31')).toEqual({
    title: 'Tổng kết … nhiệm kỳ 2020 - 2025',
    during: 'trong nhiệm kỳ',
    before: 'đầu nhiệm kỳ',
    next: 'năm 2026: 2026-01-01 2026-12-31',
  });
  expect(said('2010-01-01', '2020-12-31')).toMatchObject({
    title: 'Tổng kết … giai đoạn 2010 - 2020',
    before: 'đầu giai đoạn',
  });
  expect(said('2020-06-01', '2023-05-29')).toEqual({
    title: 'Kết quả … từ ngày 01/06/2020 đến ngày 29/05/2023',
    during: 'trong kỳ',
    before: 'đầu kỳ',
    next: 'thời gian tới: 2023-05-30 2023-12-31',
  });
  expect(periodWords({ from: '2020-06-01', to: '2023-05-29' })).toMatchObject({
    flowsBefore: null,
    stocksBefore: '2020-05-31',
    years: [2020, 2021, 2022],
  });
});

test('a period of at most a year is compared with the same days of the year before', () => {
  expect(periodWords({ from: '2020-01-15', to: '2020-04-03' })).toMatchObject({
    name: 'từ ngày 15/01/2020 đến ngày 03/04/2020',
    before: 'cùng kỳ năm trước',
    flowsBefore: { from: '2019-01-15', to: '2019-04-03' },
    years: [],
  });
  expect(periodWords({ from: '2024-01-01', to: '2024-12-31' })).toMatchObject({
    years: [2024],
    stocksBefore: '2023-12-31',
  });
});

test('years are told by their spans', () => {
  expect(inYears([2010, 2011, 2012, 2014])).toBe('các năm 2010 - 2012, 2014');
  expect(inYears([2019])).toBe('năm 2019');
});
