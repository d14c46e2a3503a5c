import { cellKinds } from '#/domain/units/api.ts';
import type { PageTimes } from './periods.ts';

export const keyGroups = ['members', 'development', 'quality', 'work'] as const;

/** A figure that the page of a unit shows first. */
export interface Shown {
  /** Under which the screen has its short name. */
  key: string;
  group: (typeof keyGroups)[number];
  figure: string;
  args?: Record<string, string>;
  /** Of which time: from January to the day unless told. */
  of?: keyof PageTimes;
  /** Also told in percent of the members. */
  share?: true;
  /** Beside the target that was given for it. */
  hasTarget?: true;
}

const cell = { kind: 'cell' };

const members: readonly Shown[] = [
  { key: 'members', group: 'members', figure: 'members' },
  { key: 'women', group: 'members', figure: 'female-members', share: true },
  { key: 'minorities', group: 'members', figure: 'ethnic-minority-members', share: true },
  { key: 'probationary', group: 'members', figure: 'probationary-members', share: true },
  { key: 'exempt', group: 'members', figure: 'exempt-members', share: true },
];

const development: readonly Shown[] = [
  { key: 'admissions', group: 'development', figure: 'admissions', hasTarget: true },
  { key: 'recognitions', group: 'development', figure: 'official-recognitions' },
  { key: 'came', group: 'development', figure: 'transfers-from-outside' },
  { key: 'went', group: 'development', figure: 'transfers-to-outside' },
];

const quality: readonly Shown[] = [
  { key: 'members-good', group: 'quality', figure: 'members-good-or-above', of: 'classified', hasTarget: true },
  { key: 'disciplined', group: 'quality', figure: 'members-disciplined' },
];

const oversight: Shown = { key: 'oversight-members', group: 'work', figure: 'oversight-cases-of-members' };
const attendance: Shown = {
  key: 'attendance',
  group: 'work',
  figure: 'meeting-attendance-share',
  args: { body: 'cell', sort: 'regular' },
};

const ofCell: readonly Shown[] = [
  ...members,
  ...development,
  ...quality,
  { key: 'meetings', group: 'work', figure: 'meetings-held', args: { body: 'cell', sort: 'regular' } },
  attendance,
  oversight,
];

const ofBody: readonly Shown[] = [
  ...members,
  { key: 'cells', group: 'members', figure: 'cells' },
  ...development,
  ...quality,
  { key: 'cells-good', group: 'quality', figure: 'cells-good-or-above', of: 'classified', hasTarget: true },
  { key: 'no-secretary', group: 'quality', figure: 'units-without-secretary', args: cell },
  { key: 'no-meeting', group: 'work', figure: 'cells-without-regular-meeting', of: 'month' },
  attendance,
  { key: 'oversight-units', group: 'work', figure: 'oversight-cases-of-units' },
  oversight,
];

const grassroots: readonly Shown[] = [
  { key: 'grassroots', group: 'members', figure: 'grassroots-units' },
  {
    key: 'grassroots-good',
    group: 'quality',
    figure: 'grassroots-units-good-or-above',
    of: 'classified',
    hasTarget: true,
  },
];

/** Bodies with grassroots organisations under them. */
const above = ['central', 'provincial', 'district', 'bloc', 'commune', 'agency-body'];

/** What is shown of a unit of this kind, group by group. */
export function shownOf(kind: string | null): readonly Shown[] {
  if ((cellKinds as readonly (string | null)[]).includes(kind)) return ofCell;
  const shown = kind !== null && above.includes(kind) ? [...ofBody, ...grassroots] : ofBody;
  return keyGroups.flatMap((group) => shown.filter((one) => one.group === group));
}

/** The series that are drawn unless others are asked for. */
export function drawnOf(kind: string | null): readonly Shown[] {
  const wanted = [
    'members',
    'admissions',
    'probationary',
    'women',
    'cells',
    'grassroots',
    'members-good',
    'cells-good',
    'grassroots-good',
  ];
  return shownOf(kind).filter(({ key }) => wanted.includes(key));
}
