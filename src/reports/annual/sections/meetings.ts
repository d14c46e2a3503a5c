import { shown } from '../../numbers.ts';
import { change } from '../change.ts';
import { shownPercent } from '../number-words.ts';
import { counted, has, isNone, leaveOut, type Pen, some } from '../pen.ts';
import { inYears } from '../period-words.ts';
import { list, marked, type Prose, paragraph, say } from '../prose.ts';
import type { Scene } from '../scene.ts';
import { section, together } from '../section.ts';
import { ask, unknownValue, type Value } from '../value.ts';

const alone = { alone: true };

/** How often cells meet is told of a year: over several, of the last one. */
const lately = ({ words, classified }: Scene) =>
  words.length === 'long' ? { during: { period: classified.period, before: null } } : alone;

const asks = (scene: Scene) => ({
  regular: ask('meetings-held', { sort: 'regular', body: 'cell' }),
  thematic: ask('meetings-held', { sort: 'thematic', body: 'cell' }),
  extraordinary: ask('meetings-held', { sort: 'extraordinary', body: 'cell' }, alone),
  withoutMeeting: scene.body.level === 'cell' ? null : ask('cells-without-regular-meeting', {}, lately(scene)),
  perCell: scene.body.level === 'cell' ? null : ask('meetings-per-cell', {}, lately(scene)),
  attendance: ask('attendance-range', {}, lately(scene)),
  visits: ask('meeting-visits', {}, alone),
});

type Values = Readonly<Record<keyof ReturnType<typeof asks>, Value>>;

const told = section({
  title: 'Sinh hoạt chi bộ',
  asks,
  write: (n, { pen }) => [
    paragraph([
      held(pen, n),
      isNone(n.regular) && isNone(n.thematic) ? leaveOut(pen, 'sinh hoạt chi bộ') : null,
      howOften(pen, n),
      attendance(pen, n.attendance, howOften(pen, n) === null),
      has(n.visits) ? say`Cấp ủy viên, cán bộ cấp trên dự ${counted(pen, n.visits, 'lượt sinh hoạt chi bộ')}` : null,
    ]),
  ],
});

function held(pen: Pen, n: Values): Prose | null {
  const { body, words } = pen.scene;
  const who = body.level === 'cell' ? body.self : 'các chi bộ';
  const sorts = list([
    some(pen, n.regular, 'kỳ sinh hoạt thường kỳ'),
    some(pen, n.thematic, 'kỳ sinh hoạt chuyên đề'),
    some(pen, n.extraordinary, 'kỳ sinh hoạt bất thường'),
  ]);
  const compared = has(n.thematic) ? change(pen, n.thematic, 'kỳ') : null;
  return (
    sorts &&
    list([say`${words.inFull}, ${who} tổ chức ${sorts}`, compared && say`sinh hoạt chuyên đề ${compared}`], '; ')
  );
}

function howOften(pen: Pen, { regular, perCell, withoutMeeting }: Values): Prose | null {
  if (!has(regular)) return null;
  const { key, min, max } = perCell;
  const range =
    min === null || max === null || min === 0
      ? null
      : min === max
        ? say`mỗi chi bộ hoạt động trọn kỳ đều sinh hoạt thường kỳ ${marked(shown(min), key, 'min')} kỳ`
        : say`mỗi chi bộ hoạt động trọn kỳ sinh hoạt thường kỳ từ ${marked(shown(min), key, 'min')} đến ${marked(shown(max), key, 'max')} kỳ`;
  const without = has(withoutMeeting)
    ? say`sổ chưa ghi đủ sinh hoạt thường kỳ các tháng của ${counted(pen, withoutMeeting, 'chi bộ')}`
    : null;
  const said = list([range, without], '; ');
  return said && say`${lastYear(pen)}${said}`;
}

/** Of several years only the last was asked. */
function lastYear({ scene: { words, classified } }: Pen): string {
  return words.length === 'long' ? `riêng năm ${classified.year}, ` : '';
}

function attendance(pen: Pen, { key, min, max, rounding: { decimals } }: Value, isFirst: boolean): Prose | null {
  if (min === null || max === null) return null;
  const percent = (value: number, part: 'min' | 'max') => marked(shownPercent(value, decimals), key, part);
  const when = isFirst ? lastYear(pen) : '';
  const who = pen.scene.body.level === 'cell' ? '' : ' của các chi bộ';
  if (min === max) return say`${when}tỷ lệ đảng viên dự sinh hoạt${who} đạt ${percent(min, 'min')}`;
  return say`${when}tỷ lệ đảng viên dự sinh hoạt${who} đạt từ ${percent(min, 'min')} đến ${percent(max, 'max')}`;
}

/** Says nothing itself: a few thousand meetings in ten years may be those of one, so the notes name the years without any. */
const missingYears = section<string>({
  title: '',
  asks: ({ words: { length, years } }) =>
    Object.fromEntries(
      (length === 'long' ? years : []).map((year) => {
        const during = { period: { from: `${year}-01-01`, to: `${year}-12-31` }, before: null };
        return [`in ${year}`, ask('meetings-held', { sort: 'regular', body: 'cell' }, { during })];
      }),
    ),
  write: (n, { pen }) => {
    const { years } = pen.scene.words;
    const missing = years.filter((year) => isNone(n[`in ${year}`] ?? unknownValue(pen.scene.period)));
    if (missing.length > 0 && missing.length < years.length) leaveOut(pen, `sinh hoạt chi bộ ${inYears(missing)}`);
    return [];
  },
});

/** 3.3 Meetings of cells: how many, how often, who came. */
export const meetings = together(told, missingYears);
