import { change } from '../change.ts';
import { counted, has, isNone, leaveOut, listedAs, onlyKind, type Pen } from '../pen.ts';
import { list, type Prose, paragraph, plain, say } from '../prose.ts';
import type { Scene } from '../scene.ts';
import { section } from '../section.ts';
import { ask, type Value } from '../value.ts';

const alone = { alone: true };

const asks = ({ body: { level } }: Scene) => {
  const ofUnits = (form?: string) =>
    level === 'cell' ? null : ask('units-disciplined', form === undefined ? {} : { form }, alone);
  const ofMembers = (form: string) => ask('members-disciplined', { form }, alone);
  return {
    units: ofUnits(),
    unitsReprimanded: ofUnits('reprimand'),
    unitsWarned: ofUnits('warning'),
    unitsDissolved: ofUnits('dissolution'),
    members: ask('members-disciplined'),
    reprimanded: ofMembers('reprimand'),
    warned: ofMembers('warning'),
    removed: ofMembers('removal-from-post'),
    expelled: ofMembers('expulsion'),
    expulsions: ask('expulsions', {}, alone),
  };
};

type Values = Readonly<Record<keyof ReturnType<typeof asks>, Value>>;

/** 7.2 Organisations and members disciplined, by form. */
export const discipline = section({
  title: 'Thi hành kỷ luật trong Đảng',
  asks,
  write: (n, { pen }) => [
    paragraph([isNone(n.members) && !has(n.units) ? nobody(pen, n.expulsions) : disciplined(pen, n)]),
  ],
});

/** Nothing is denied that was only not recorded; those who left the rolls as expelled were disciplined all the same. */
function nobody(pen: Pen, expulsions: Value): Prose | null {
  const { words, members, body } = pen.scene;
  if (has(expulsions))
    return say`${words.inFull}, có ${counted(pen, expulsions, 'đảng viên')} bị khai trừ; sổ chưa ghi các hình thức kỷ luật khác`;
  if (members === 0) return leaveOut(pen, 'kỷ luật');
  const who = body.level === 'cell' ? 'đảng viên' : 'tổ chức đảng, đảng viên';
  return plain(`${words.inFull}, không ghi nhận ${who} bị thi hành kỷ luật`);
}

function disciplined(pen: Pen, n: Values): Prose | null {
  const units = forms(pen, n.units, [
    [n.unitsReprimanded, 'khiển trách'],
    [n.unitsWarned, 'cảnh cáo'],
    [n.unitsDissolved, 'giải tán'],
  ]);
  const members = forms(pen, n.members, [
    [n.reprimanded, 'khiển trách'],
    [n.warned, 'cảnh cáo'],
    [n.removed, 'cách chức'],
    [n.expelled, 'khai trừ'],
  ]);
  const who = list(
    [
      has(n.units) ? say`${counted(pen, n.units, 'tổ chức đảng')}${units}` : null,
      has(n.members) ? say`${counted(pen, n.members, 'đảng viên')}${members}` : null,
    ],
    ' và ',
  );
  const compared = has(n.members) ? change(pen, n.members, 'đảng viên') : null;
  return (
    who &&
    list(
      [say`${pen.scene.words.inFull}, thi hành kỷ luật ${who}`, compared && say`số đảng viên bị kỷ luật ${compared}`],
      '; ',
    )
  );
}

/** " (khiển trách 27, cảnh cáo 17)", or that all were disciplined in one form. */
function forms(pen: Pen, all: Value, each: readonly (readonly [Value, string])[]): Prose | null {
  const only = onlyKind(all, each);
  if (only !== null) return plain(` (${all.value === 1 ? '' : 'đều '}${only})`);
  const said = list(each.map(([value, form]) => listedAs(pen, form, value)));
  return said && say` (${said})`;
}
