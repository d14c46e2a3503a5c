import { addDays } from '#/platform/day.ts';
import { shownDay } from '../../numbers.ts';
import { change } from '../change.ts';
import { counted, has, number, type Pen, some } from '../pen.ts';
import { list, type Prose, paragraph, plain, say } from '../prose.ts';
import type { Scene } from '../scene.ts';
import { section } from '../section.ts';
import { ask, type Value } from '../value.ts';

const alone = { alone: true };
const kind = (name: string) => ({ kind: name });

/** 2. The tree: what there is, and what was founded, dissolved, merged or turned into something else. */
export const apparatus = section({
  title: 'Công tác tổ chức bộ máy, biên chế',
  asks: (scene) => ({ ...stocks(scene), ...flows(scene) }),
  write: (n, { pen }) => [
    paragraph([standing(pen, n), changed(pen, n), changedCells(pen, n)]),
    plain(
      pen.scene.body.level === 'cell'
        ? 'Chi bộ không có tổ chức đảng trực thuộc.'
        : 'Việc giao, quản lý biên chế, vị trí việc làm thực hiện theo báo cáo riêng; nội dung này không ghi trong sổ nên không có số liệu.',
    ),
  ],
});

function stocks({ body: { level } }: Scene) {
  const upper = level === 'upper';
  return {
    districts: upper ? ask('units', kind('district'), alone) : null,
    blocs: upper ? ask('units', kind('bloc'), alone) : null,
    communes: upper ? ask('units', kind('commune'), alone) : null,
    agencies: upper ? ask('units', kind('agency-body'), alone) : null,
    grassroots: upper ? ask('grassroots-units') : null,
    bodies: upper ? ask('grassroots-bodies', {}, alone) : null,
    grassrootsCells: upper ? ask('grassroots-cells', {}, alone) : null,
    sections: level === 'cell' || level === 'section' ? null : ask('sections', {}, alone),
    subBodies: level === 'cell' || level === 'section' ? null : ask('sub-grassroots-bodies', {}, alone),
    cells: level === 'cell' ? null : ask('subordinate-cells'),
  };
}

function flows(scene: Scene) {
  const { level } = scene.body;
  const upper = level === 'upper';
  const ofCells = (name: string, more: typeof alone | null = alone) =>
    level === 'cell' || more === null ? null : ask(name, kind('cell'), more);
  const founding = foundingOf(scene);
  return {
    established: upper && founding ? ask('grassroots-units-established', {}, founding) : null,
    industrial: upper && founding ? ask('grassroots-units-established', { zone: 'industrial' }, founding) : null,
    dissolved: upper ? ask('grassroots-units-dissolved', {}, alone) : null,
    upgraded: upper ? ask('units-upgraded-to-grassroots-body', {}, alone) : null,
    merged: upper ? ask('units-merged', {}, alone) : null,
    split: upper ? ask('units-split', {}, alone) : null,
    moved: upper ? ask('units-moved', {}, alone) : null,
    cellsEstablished: ofCells('units-established', founding),
    cellsDissolved: ofCells('units-dissolved'),
    cellsMerged: ofCells('units-merged'),
  };
}

/** When units were founded: what a register opens with on the day of its own organisation was there before. Null: never. */
function foundingOf({ isOpenedWithIt, openedOn, period: { from, to } }: Scene): typeof alone | null {
  if (!isOpenedWithIt || openedOn === null || openedOn < from) return alone;
  if (openedOn >= to) return null;
  return { ...alone, during: { period: { from: addDays(openedOn, 1), to }, before: null } } as typeof alone;
}

type Values = Readonly<Record<keyof ReturnType<typeof stocks> | keyof ReturnType<typeof flows>, Value>>;

function standing(pen: Pen, n: Values): Prose | null {
  const { scene } = pen;
  const day = shownDay(scene.period.to);
  const below = list(
    [
      some(pen, n.districts, 'đảng bộ huyện, thị xã, thành phố'),
      some(pen, n.blocs, 'đảng bộ khối và tương đương cấp huyện'),
      some(pen, n.communes, 'đảng bộ xã, phường, đặc khu'),
      some(pen, n.agencies, 'đảng bộ các cơ quan'),
    ].filter((one) => one !== null && scene.kind === 'provincial'),
  );
  const between = [some(pen, n.sections, 'đảng bộ bộ phận'), some(pen, n.subBodies, 'đảng bộ trực thuộc cơ sở')];
  if (scene.body.level === 'cell') return null;
  if (scene.body.level !== 'upper') {
    const parts = list([...between, some(pen, n.cells, 'chi bộ trực thuộc')]);
    return (
      parts && list([say`Đến ngày ${day}, ${scene.body.self} có ${parts}`, compared(pen, n.cells, 'chi bộ')], '; ')
    );
  }
  if (!has(n.grassroots))
    return plain(`Đến ngày ${day}, sổ chưa ghi tổ chức cơ sở đảng nào trực thuộc ${scene.body.self}`);
  const sorts = list([some(pen, n.bodies, 'đảng bộ cơ sở'), some(pen, n.grassrootsCells, 'chi bộ cơ sở')]);
  return list(
    [
      say`Đến ngày ${day}, ${scene.body.self} có ${below && say`${below}; `}${counted(pen, n.grassroots, 'tổ chức cơ sở đảng')}${sorts && say` (${sorts})`}`,
      compared(pen, n.grassroots, 'tổ chức cơ sở đảng'),
      list([...between, some(pen, n.cells, 'chi bộ trực thuộc đảng ủy cơ sở')]),
    ],
    '; ',
  );
}

const compared = (pen: Pen, value: Value, noun: string) =>
  pen.scene.isSameKindBefore ? change(pen, value, noun) : null;

function changed(pen: Pen, n: Values): Prose | null {
  const zone = has(n.industrial) ? say` (trong đó ${counted(pen, n.industrial, 'tổ chức')} ở khu công nghiệp)` : null;
  const done = list([
    has(n.established) ? say`thành lập mới ${counted(pen, n.established, 'tổ chức cơ sở đảng')}${zone}` : null,
    has(n.dissolved) ? say`giải thể ${counted(pen, n.dissolved, 'tổ chức cơ sở đảng')}` : null,
    has(n.upgraded) ? say`nâng cấp ${counted(pen, n.upgraded, 'chi bộ cơ sở')} thành đảng bộ cơ sở` : null,
    has(n.merged) ? say`sáp nhập, hợp nhất ${counted(pen, n.merged, 'tổ chức đảng')}` : null,
    has(n.split) ? say`chia, tách ${counted(pen, n.split, 'tổ chức đảng')}` : null,
    has(n.moved)
      ? say`chuyển ${counted(pen, n.moved, 'lượt tổ chức đảng')} sang trực thuộc cấp ủy cấp trên khác`
      : null,
  ]);
  if (done !== null) return say`${pen.scene.words.inFull}, ${pen.scene.body.whole} ${done}`;
  const isQuiet = n.established.value === 0 && n.dissolved.value === 0;
  return isQuiet
    ? plain(`${pen.scene.words.inFull}, không có tổ chức cơ sở đảng nào được thành lập mới hoặc giải thể`)
    : null;
}

function changedCells(pen: Pen, n: Values): Prose | null {
  const done = list([
    has(n.cellsEstablished) ? say`thành lập mới ${number(pen, n.cellsEstablished)} chi bộ` : null,
    has(n.cellsDissolved) ? say`giải thể ${number(pen, n.cellsDissolved)} chi bộ` : null,
    has(n.cellsMerged) && !has(n.merged) ? say`sáp nhập, hợp nhất ${number(pen, n.cellsMerged)} chi bộ` : null,
  ]);
  return done && say`Các đảng ủy cơ sở ${done} trực thuộc`;
}
