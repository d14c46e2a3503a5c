import { addDays, type Day } from '#/platform/day.ts';
import { shownDay, shownInstant } from '../numbers.ts';
import type { Pen } from './pen.ts';
import { isOfRows, methodNames } from './rounding-rules.ts';
import type { Value } from './value.ts';

/** What a reader must know of the numbers: how they are cut, what they cannot tell, on what knowledge they rest. */
export function notesOf(pen: Pen, values: readonly Value[], knownAt: string): string[] {
  const { request, openedOn, period } = pen.scene;
  const { rounding, decimals, style, ofFigures } = request;
  const own = Object.entries(ofFigures ?? {}).map(([figure, { decimals: places, method }]) => {
    const how = [
      places === undefined ? '' : `${places} chữ số thập phân`,
      method === undefined ? '' : methodNames[method],
    ];
    return `${figure}: ${how.filter((one) => one !== '').join(', ')}`;
  });
  return [
    `Tỷ lệ %: ${decimals} chữ số thập phân, ${methodNames[rounding]}${isOfRows(rounding) ? '; tỷ lệ đứng riêng làm tròn nửa lên' : ''}.`,
    ...(own.length > 0 ? [`Làm tròn riêng: ${own.join('; ')}.`] : []),
    ...(style === 'words'
      ? ['Số lượng từ 1.000 trở lên viết tròn (trên, hơn: số đúng lớn hơn; gần: số đúng nhỏ hơn).']
      : []),
    ...pen.remarks,
    ...(pen.missing.size > 0
      ? [`Trong kỳ, sổ chưa ghi: ${[...pen.missing].join('; ')}. Báo cáo không nêu các nội dung này.`]
      : []),
    ...comparison(pen, openedOn, period.from),
    ...(values.some(({ declared, isUnnamed }) => declared > 0 && !isUnnamed)
      ? [
          '(*) Số liệu do đơn vị báo cáo, không kèm danh sách nên không mở được; có cả hai thì trong báo cáo ghi riêng từng phần.',
        ]
      : []),
    `Số liệu theo những việc đã ghi trong sổ đến ${shownInstant(knownAt)}.`,
  ];
}

/** Why there is nothing to compare with: said once, not in every sentence. */
function comparison(
  { scene: { isKnownBefore, words, foundedOn, body } }: Pen,
  openedOn: Day | null,
  from: Day,
): string[] {
  const isKnown = words.flowsBefore === null ? isKnownBefore.stock : isKnownBefore.flow;
  if (isKnown) return [];
  if (foundedOn !== null && !isKnownBefore.stock)
    return [`${body.self} thành lập ngày ${shownDay(foundedOn)} nên không có số liệu của ${words.before} để so sánh.`];
  const what = isKnownBefore.stock ? 'số liệu phát sinh' : 'số liệu';
  const isOpened = openedOn !== null && openedOn > addDays(from, -366);
  return [
    isOpened
      ? `Sổ mở ngày ${shownDay(openedOn)} nên không có ${what} của ${words.before} để so sánh.`
      : `Trong sổ không có ${what} của ${words.before} để so sánh.`,
  ];
}
