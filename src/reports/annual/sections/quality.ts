import { isScaleBetween, levelsOf } from '../levels.ts';
import { among, counted, has, leaveOut, number, onlyKind, type Pen, some } from '../pen.ts';
import { inYears } from '../period-words.ts';
import { list, type Prose, paragraph, plain, say } from '../prose.ts';
import type { Scene } from '../scene.ts';
import { section } from '../section.ts';
import { type Ask, ask, type Value } from '../value.ts';
import { asksOf, ownLevel, type Row, told } from './classified.ts';

const rows: Record<'grassroots' | 'cells' | 'members', Row> = {
  grassroots: {
    of: 'units',
    figure: 'grassroots-units-classified',
    args: {},
    good: 'grassroots-units-good-or-above',
    noun: 'tổ chức cơ sở đảng',
    short: 'tổ chức',
  },
  cells: {
    of: 'units',
    figure: 'units-classified',
    args: { kind: 'cell' },
    good: 'units-good-or-above',
    goodArgs: { kind: 'cell' },
    noun: 'chi bộ trực thuộc',
    short: 'chi bộ',
  },
  members: {
    of: 'members',
    figure: 'members-classified',
    args: {},
    good: 'members-good-or-above',
    noun: 'đảng viên',
    short: 'đảng viên',
    whole: 'members',
  },
};

/** Which rows a level of the tree has. */
function rowsAt({ body: { level } }: Scene): (keyof typeof rows)[] {
  if (level === 'upper') return ['grassroots', 'cells', 'members'];
  return level === 'cell' ? ['members'] : ['cells', 'members'];
}

type Asks = Record<string, Ask | null>;

const prefixed = (prefix: string, asks: Asks): Asks =>
  Object.fromEntries(Object.entries(asks).map(([key, one]) => [`${prefix}.${key}`, one]));

function part(n: Readonly<Record<string, Value>>, prefix: string): Record<string, Value> {
  const start = `${prefix}.`;
  return Object.fromEntries(
    Object.entries(n).flatMap(([key, value]) => (key.startsWith(start) ? [[key.slice(start.length), value]] : [])),
  );
}

/** 3.4 The review of the year and its levels: grassroots organisations, cells, members, collectives, the organisation itself. */
export const quality = section<string>({
  title: 'Kiểm điểm, đánh giá, xếp loại chất lượng',
  asks: (scene) => {
    if (!isTold(scene)) return {};
    const { period } = scene.classified;
    const during = { during: { period, before: null } };
    return {
      ...Object.assign({}, ...rowsAt(scene).map((name) => prefixed(name, asksOf(rows[name], scene)))),
      ...prefixed('own', ownAsks(scene)),
      ...prefixed('years', yearAsks(scene)),
      unitsReviewed: scene.body.level === 'cell' ? null : ask('units-reviewed', {}, during),
      unitsNotReviewed: scene.body.level === 'cell' ? null : ask('units-not-reviewed', {}, during),
      membersReviewed: ask('members-reviewed', {}, during),
      membersNotReviewed: ask('members-not-reviewed', {}, during),
      collectives: ask('collectives-classified', {}, during),
      collectivesExcellent: ask('collectives-classified', { level: 'excellent' }, during),
      collectivesGood: ask('collectives-classified', { level: 'good' }, during),
    };
  },
  write: (n, { pen }) => {
    if (!isTold(pen.scene)) return [];
    const { year } = pen.scene.classified;
    const said = [
      reviewed(pen, n),
      ...rowsAt(pen.scene).map((name) => paragraph(told(pen, rows[name], part(n, name)))),
    ];
    noteMissing(pen, n);
    return [
      ...said.map((one, i) =>
        one !== null && i === said.findIndex((first) => first !== null) ? ofYear(one, year) : one,
      ),
      collectives(pen, n),
      own(pen, part(n, 'own')),
      overYears(pen, part(n, 'years')),
    ];
  },
});

/** The results of a year belong into its own report and into those that begin with the next year, in which they are decided. */
function isTold({ words, period }: Scene): boolean {
  return words.years.length > 0 || period.from.endsWith('-01-01');
}

/** Who was not classified, for all the register knows; in a part of a year last year's results may have been told before. */
function noteMissing(pen: Pen, n: Readonly<Record<string, Value>>): void {
  const { words, classified } = pen.scene;
  const missing = rowsAt(pen.scene).filter((name) => !has(n[`${name}.all`] as Value));
  if (missing.length > 0 && words.years.includes(classified.year))
    leaveOut(pen, `kết quả xếp loại ${missing.map((name) => rows[name].noun).join(', ')} năm ${classified.year}`);
}

const ofYear = (first: Prose, year: number) => say`Kết quả năm ${String(year)}: ${lower(first)}`;

function lower({ text, marks }: Prose): Prose {
  return { text: text.charAt(0).toLocaleLowerCase('vi') + text.slice(1), marks };
}

function reviewed(pen: Pen, n: Readonly<Record<string, Value>>): Prose | null {
  const of = (done: Value | undefined, not: Value | undefined, noun: string) => {
    if (done === undefined || !has(done)) return null;
    const rest = not !== undefined && has(not) ? say` (chưa kiểm điểm: ${number(pen, not)})` : null;
    return say`${counted(pen, done, noun)}${rest}`;
  };
  const all = list([
    of(n.unitsReviewed, n.unitsNotReviewed, 'tổ chức đảng'),
    of(n.membersReviewed, n.membersNotReviewed, 'đảng viên'),
  ]);
  return all && paragraph([say`Đã kiểm điểm ${all}`]);
}

function collectives(
  pen: Pen,
  { collectives: all, collectivesExcellent, collectivesGood }: Readonly<Record<string, Value>>,
) {
  if (all === undefined || !has(all)) return null;
  const told = [collectivesExcellent as Value, collectivesGood as Value];
  const only = onlyKind(all, [
    [collectivesExcellent as Value, 'hoàn thành xuất sắc nhiệm vụ'],
    [collectivesGood as Value, 'hoàn thành tốt nhiệm vụ'],
  ]);
  const noun = 'tập thể lãnh đạo, quản lý';
  if (only !== null) return paragraph([say`Có ${counted(pen, all, noun)} được xếp loại ${only}`]);
  const levels = list([
    some(pen, collectivesExcellent as Value, 'tập thể hoàn thành xuất sắc nhiệm vụ'),
    some(pen, collectivesGood as Value, 'tập thể hoàn thành tốt nhiệm vụ'),
  ]);
  return paragraph([
    say`Có ${counted(pen, all, noun)} được đánh giá, xếp loại${levels && say`, ${among(all, told)} ${levels}`}`,
  ]);
}

/** The level of the reporting organisation itself: the one that its kind has one of. */
function ownAsks({ kind, classified: { year, period } }: Scene): Asks {
  const levels = levelsOf('units', year).map(([level]): [string, Ask] => [
    level,
    ask('units-classified', { kind, level }, { during: { period, before: null } }),
  ]);
  return kind === '' ? {} : Object.fromEntries(levels);
}

function own(pen: Pen, n: Readonly<Record<string, Value>>): Prose | null {
  const { body, classified } = pen.scene;
  const level = ownLevel(n, levelsOf('units', classified.year));
  if (level === null || n[level[0]]?.value !== 1) return null;
  return paragraph([plain(`${body.self} được xếp loại ${level[1]} năm ${classified.year}`)]);
}

const yearOf = (year: number) => ({ period: { from: `${year}-01-01`, to: `${year}-12-31` }, before: null });

/** Over several years: the share that is good or above, year by year. */
function yearAsks({ words, body }: Scene): Asks {
  if (words.years.length < 2) return {};
  const units = body.level === 'upper' ? rows.grassroots : rows.cells;
  return Object.fromEntries(
    words.years.flatMap((year): [string, Ask | null][] => [
      [`units-${year}`, body.level === 'cell' ? null : ask(units.good, units.goodArgs ?? {}, { during: yearOf(year) })],
      [`members-${year}`, ask(rows.members.good, {}, { during: yearOf(year) })],
    ]),
  );
}

function overYears(pen: Pen, n: Readonly<Record<string, Value>>): Prose | null {
  const { words, body, classified } = pen.scene;
  const units = body.level === 'upper' ? rows.grassroots : rows.cells;
  const series = (of: string, noun: string) => {
    const years = list(
      words.years.map((year) => {
        const value = n[`${of}-${year}`];
        return value === undefined || value.value === null ? null : say`năm ${String(year)} đạt ${number(pen, value)}`;
      }),
      '; ',
    );
    const unknown = words.years.filter((year) => year !== classified.year && n[`${of}-${year}`]?.value === null);
    if (years !== null && unknown.length > 0) leaveOut(pen, `kết quả xếp loại ${noun} ${inYears(unknown)}`);
    return years && say`Tỷ lệ ${noun} hoàn thành tốt nhiệm vụ trở lên hằng năm: ${years}`;
  };
  const [first, last] = [words.years[0], words.years.at(-1)];
  const isMixed = first !== undefined && last !== undefined && isScaleBetween(first, last);
  const said = [series('units', units.noun), series('members', 'đảng viên')];
  if (said.every((one) => one === null)) return null;
  return paragraph([
    ...said,
    isMixed ? plain('Các năm trước 2018 xếp loại theo thang cũ nên không so sánh trực tiếp với các năm sau') : null,
  ]);
}
