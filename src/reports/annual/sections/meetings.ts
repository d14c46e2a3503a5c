import { shown } from '../../numbers.ts';
import { change } from '../change.ts';
import { shownPercent } from '../number-words.ts';
import { counted, has, isNone, type Pen, some } from '../pen.ts';
import { list, marked, type Prose, paragraph, plain, say } from '../prose.ts';
import type { Scene } from '../scene.ts';
import { section } from '../section.ts';
import { ask, type Value } from '../value.ts';

const alone = { alone: true };

const asks = ({ body: { level } }: Scene) => ({
  regular: ask('meetings-held', { sort: 'regular', body: 'cell' }),
  thematic: ask('meetings-held', { sort: 'thematic', body: 'cell' }),
  extraordinary: ask('meetings-held', { sort: 'extraordinary', body: 'cell' }, alone),
  withMeeting: level === 'cell' ? null : ask('cells-with-regular-meeting', {}, alone),
  withoutMeeting: level === 'cell' ? null : ask('cells-without-regular-meeting', {}, alone),
  perCell: level === 'cell' ? null : ask('meetings-per-cell', {}, alone),
  attendance: ask('attendance-range', {}, alone),
  visits: ask('meeting-visits', {}, alone),
});

type Values = Readonly<Record<keyof ReturnType<typeof asks>, Value>>;

/** 3.3 Meetings of cells: how many, how often, who came. */
export const meetings = section({
  title: 'Sinh hoạt chi bộ',
  asks,
  write: (n, { pen }) => [
    paragraph([
      held(pen, n),
      isNone(n.regular) && isNone(n.thematic)
        ? plain(`${pen.scene.words.inFull}, sổ chưa ghi kỳ sinh hoạt chi bộ nào`)
        : null,
      howOften(pen, n),
      attendance(n.attendance),
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

function howOften(pen: Pen, { regular, perCell, withMeeting, withoutMeeting }: Values): Prose | null {
  if (!has(regular)) return null;
  const { key, min, max } = perCell;
  const range =
    min === null || max === null || min === 0
      ? null
      : min === max
        ? say`mỗi chi bộ sinh hoạt thường kỳ ${marked(shown(min), key, 'min')} kỳ`
        : say`mỗi chi bộ sinh hoạt thường kỳ từ ${marked(shown(min), key, 'min')} đến ${marked(shown(max), key, 'max')} kỳ`;
  const without = has(withoutMeeting)
    ? say`còn ${counted(pen, withoutMeeting, 'chi bộ')} không có kỳ sinh hoạt thường kỳ nào được ghi trong sổ`
    : null;
  const held =
    has(withMeeting) && without !== null ? say`${counted(pen, withMeeting, 'chi bộ')} có sinh hoạt thường kỳ` : null;
  return list([range, held, without]);
}

function attendance({ key, min, max, rounding: { decimals } }: Value): Prose | null {
  if (min === null || max === null) return null;
  const percent = (value: number, part: 'min' | 'max') => marked(shownPercent(value, decimals), key, part);
  if (min === max) return say`Tỷ lệ đảng viên dự sinh hoạt đạt ${percent(min, 'min')}`;
  return say`Tỷ lệ đảng viên dự sinh hoạt đạt từ ${percent(min, 'min')} đến ${percent(max, 'max')}`;
}
