import { change } from '../change.ts';
import { counted, has, number, type Pen, some } from '../pen.ts';
import { list, type Prose, paragraph, say } from '../prose.ts';
import type { Scene } from '../scene.ts';
import { section } from '../section.ts';
import { ask, type Value } from '../value.ts';

const alone = { alone: true };

const asks = ({ body: { level } }: Scene) => ({
  opened: level === 'cell' ? null : ask('strengthening-cases', {}, alone),
  open: level === 'cell' ? null : ask('strengthening-cases-open', {}, alone),
  overdue: level === 'cell' ? null : ask('strengthening-cases-overdue', {}, alone),
  strengthened: level === 'cell' ? null : ask('strengthening-cases-closed', { outcome: 'strengthened' }, alone),
  dissolved: level === 'cell' ? null : ask('strengthening-cases-closed', { outcome: 'dissolved' }, alone),
  registered: ask('model-titles-registered', {}, alone),
  recognised: ask('model-titles-recognised', {}, alone),
  modelCells: ask('model-titles', { title: 'model-cell' }),
  fourGoodCells: ask('model-titles', { title: 'four-good-cell' }),
  fourGoodBodies: ask('model-titles', { title: 'four-good-body' }),
});

type Values = Readonly<Record<keyof ReturnType<typeof asks>, Value>>;

/** 3.5 Organisations in difficulty, and model ones. */
export const strengthening = section({
  title: 'Củng cố tổ chức cơ sở đảng; xây dựng chi bộ kiểu mẫu, chi bộ bốn tốt',
  asks,
  write: (n, { pen }) => [paragraph([difficult(pen, n), models(pen, n)])],
});

function difficult(pen: Pen, n: Values): Prose | null {
  const opened = has(n.opened)
    ? say`${pen.scene.words.inFull}, cấp ủy đưa vào diện tập trung củng cố ${counted(pen, n.opened, 'tổ chức đảng gặp khó khăn')}`
    : null;
  const closed = list([
    has(n.strengthened) ? say`${counted(pen, n.strengthened, 'tổ chức')} đã được củng cố` : null,
    has(n.dissolved) ? say`${counted(pen, n.dissolved, 'tổ chức')} giải thể` : null,
  ]);
  const isAll = n.overdue.value === n.open.value;
  const overdue = has(n.overdue) ? say` (${isAll ? 'đều' : number(pen, n.overdue)} quá thời hạn đề ra)` : null;
  const open = has(n.open)
    ? say`đến ${pen.scene.words.end} còn ${counted(pen, n.open, 'tổ chức')} đang được củng cố${overdue}`
    : null;
  return list([opened, closed && (opened === null ? say`${pen.scene.words.inFull}, ${closed}` : closed), open], '; ');
}

function models(pen: Pen, n: Values): Prose | null {
  const done = list([
    has(n.registered) ? say`${counted(pen, n.registered, 'tổ chức đảng')} đăng ký` : null,
    has(n.recognised) ? say`${counted(pen, n.recognised, 'tổ chức đảng')} được công nhận` : null,
  ]);
  const title = (value: Value, noun: string, short: string) =>
    list([some(pen, value, noun), has(value) ? change(pen, value, short) : null]);
  const titles = named(n);
  const standing = list(
    [
      title(n.modelCells, 'chi bộ kiểu mẫu', 'chi bộ'),
      title(n.fourGoodCells, 'chi bộ bốn tốt', 'chi bộ'),
      title(n.fourGoodBodies, 'đảng bộ cơ sở bốn tốt', 'đảng bộ'),
    ],
    '; ',
  );
  return list(
    [
      done && say`về xây dựng ${titles}, ${pen.scene.words.during} có ${done}`,
      standing && say`đến ${pen.scene.words.end} có ${standing}`,
    ],
    '; ',
  );
}

/** The titles that somebody holds; all three where nobody holds one yet. */
function named({ modelCells, fourGoodCells, fourGoodBodies }: Values): string {
  const titles = [
    [modelCells, 'chi bộ kiểu mẫu'],
    [fourGoodCells, 'chi bộ bốn tốt'],
    [fourGoodBodies, 'đảng bộ cơ sở bốn tốt'],
  ] as const;
  const held = titles.filter(([value]) => has(value));
  return (held.length > 0 ? held : titles).map(([, words]) => words).join(', ');
}
