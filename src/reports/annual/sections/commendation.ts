import { change } from '../change.ts';
import { counted, has, isNone, leaveOut, number, type Pen, some } from '../pen.ts';
import { list, type Prose, paragraph, say } from '../prose.ts';
import type { Scene } from '../scene.ts';
import { section } from '../section.ts';
import { ask, type Value } from '../value.ts';

const alone = { alone: true };
const years = ['30', '40', '45', '50', '55', '60', '65', '70', '75', '80', '85', '90'] as const;
type Years = `badge${(typeof years)[number]}`;

const badgeAsks = () =>
  Object.fromEntries(years.map((one) => [`badge${one}`, ask('badges', { years: one }, alone)])) as Record<
    Years,
    ReturnType<typeof ask>
  >;

const asks = (_scene: Scene) => ({
  all: ask('commendations'),
  collectives: ask('commendations', { subject: 'collective' }, alone),
  individuals: ask('commendations', { subject: 'individual' }, alone),
  flags: ask('commendations', { form: 'flag' }, alone),
  higher: ask('commendations', { form: 'higher-certificate' }, alone),
  certificates: ask('commendations', { form: 'certificate' }, alone),
  titles: ask('commendations', { form: 'title' }, alone),
  praise: ask('commendations', { form: 'praise' }, alone),
  badges: ask('badges'),
  posthumous: ask('badges', { posthumous: 'yes' }, alone),
  early: ask('badges', { early: 'yes' }, alone),
  ...badgeAsks(),
});

type Values = Readonly<Record<keyof ReturnType<typeof asks>, Value>>;

/** 3.6 Commendation and Party badges. */
export const commendation = section({
  title: 'Khen thưởng, tặng Huy hiệu Đảng',
  asks,
  write: (n, { pen }) => {
    const first = praised(pen, n);
    return [paragraph([first, badges(pen, n, first === null ? `${pen.scene.words.inFull}, t` : 'T')])];
  },
});

function praised(pen: Pen, n: Values): Prose | null {
  const { inFull, during } = pen.scene.words;
  if (isNone(n.all)) return leaveOut(pen, 'khen thưởng tổ chức đảng, đảng viên');
  const who = list([some(pen, n.collectives, 'tập thể'), some(pen, n.individuals, 'cá nhân')]);
  if (!has(n.all) || who === null) return null;
  const forms = list([
    some(pen, n.flags, 'cờ'),
    some(pen, n.higher, 'bằng khen'),
    some(pen, n.certificates, 'giấy khen'),
    some(pen, n.titles, 'danh hiệu'),
    some(pen, n.praise, 'lượt biểu dương'),
  ]);
  const compared = change(pen, n.all, 'lượt');
  return list(
    [
      say`${inFull}, có ${who} được khen thưởng${forms && say` (${forms})`}`,
      compared && say`số lượt khen thưởng ${during} ${compared}`,
    ],
    '; ',
  );
}

function badges(pen: Pen, n: Values, begin: string): Prose | null {
  if (!has(n.badges)) return null;
  const only = years.find((one) => n[`badge${one}`].value === n.badges.value);
  const byYears = list(
    years.map((one) => {
      const value = n[`badge${one}`];
      return has(value) ? say`${one} năm tuổi đảng: ${number(pen, value)}` : null;
    }),
    '; ',
  );
  const special = list([
    has(n.posthumous) ? say`truy tặng ${number(pen, n.posthumous)}` : null,
    has(n.early) ? say`tặng sớm ${number(pen, n.early)}` : null,
  ]);
  const given =
    only === undefined
      ? say`${begin}rao tặng Huy hiệu Đảng cho ${counted(pen, n.badges, 'đảng viên')}${byYears && say` (${byYears})`}`
      : say`${begin}rao tặng Huy hiệu ${only} năm tuổi đảng cho ${counted(pen, n.badges, 'đảng viên')}`;
  return list([list([given, special && say`trong đó ${special}`]), change(pen, n.badges, 'đảng viên')], '; ');
}
