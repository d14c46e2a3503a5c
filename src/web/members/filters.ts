import type { MemberQuestion } from '#/domain/members/list-contract.ts';

/** A key of the question by which the list is narrowed. */
export type FilterKey = Exclude<keyof MemberQuestion, 'tenant' | 'scope' | 'unit' | 'on' | 'knownAt' | 'q'>;

interface Named {
  /** What it is called: a key of `field-texts.ts`. */
  name: FilterName;
}

/** One way to narrow the list, and the keys of the question that it writes. */
export type Filter = Named &
  (
    | { kind: 'codes'; keys: readonly [FilterKey]; isMany: boolean }
    | { kind: 'yesNo'; keys: readonly [FilterKey] }
    | { kind: 'years' | 'days'; keys: readonly [from: FilterKey, to: FilterKey] }
    | { kind: 'figure'; keys: readonly ['figure', 'arg', 'figureFrom', 'figureTo'] }
  );

export type FilterName =
  | 'status'
  | 'unitKind'
  | 'post'
  | 'exempt'
  | 'suspended'
  | 'away'
  | 'inTransit'
  | 'age'
  | 'sex'
  | 'ethnicity'
  | 'religion'
  | 'occupation'
  | 'retired'
  | 'youthUnion'
  | 'generalEducation'
  | 'qualification'
  | 'academicTitle'
  | 'theoryLevel'
  | 'admitted'
  | 'official'
  | 'partyAge'
  | 'badge'
  | 'figure';

const codes = <K extends FilterName & FilterKey>(name: K, isMany = true): Filter => ({
  name,
  kind: 'codes',
  keys: [name],
  isMany,
});
const yesNo = <K extends FilterName & FilterKey>(name: K): Filter => ({ name, kind: 'yesNo', keys: [name] });

/** All there are, in the groups in which they are offered. */
export const filterGroups = [
  {
    name: 'standingGroup',
    filters: [
      codes('status', false),
      codes('post'),
      codes('unitKind'),
      yesNo('exempt'),
      yesNo('suspended'),
      yesNo('away'),
      yesNo('inTransit'),
    ],
  },
  {
    name: 'personGroup',
    filters: [
      { name: 'age', kind: 'years', keys: ['ageFrom', 'ageTo'] },
      codes('sex'),
      codes('ethnicity'),
      codes('religion'),
      codes('occupation'),
      yesNo('retired'),
      yesNo('youthUnion'),
    ],
  },
  {
    name: 'learningGroup',
    filters: [codes('generalEducation'), codes('qualification'), codes('academicTitle'), codes('theoryLevel')],
  },
  {
    name: 'partyGroup',
    filters: [
      { name: 'admitted', kind: 'days', keys: ['admittedFrom', 'admittedTo'] },
      { name: 'official', kind: 'days', keys: ['officialFrom', 'officialTo'] },
      { name: 'partyAge', kind: 'years', keys: ['partyAgeFrom', 'partyAgeTo'] },
      { name: 'badge', kind: 'days', keys: ['badgeFrom', 'badgeTo'] },
    ],
  },
  {
    name: 'figureGroup',
    filters: [{ name: 'figure', kind: 'figure', keys: ['figure', 'arg', 'figureFrom', 'figureTo'] }],
  },
] as const satisfies readonly { name: string; filters: readonly Filter[] }[];

export const allFilters: readonly Filter[] = filterGroups.flatMap(({ filters }): readonly Filter[] => filters);

/** What is asked, by the keys of the question; as an address and the API carry it. */
export type Asked = Partial<Record<FilterKey, string | readonly string[]>>;

/** The filters that narrow what is asked. */
export function inUse(asked: Asked): Filter[] {
  return allFilters.filter(({ keys }) => keys.some((key) => asked[key] !== undefined));
}

/** What is asked without one of its filters. */
export function without(asked: Asked, { keys }: Filter): Asked {
  return Object.fromEntries(Object.entries(asked).filter(([key]) => !keys.some((one) => one === key)));
}

/** The values of a key, however many there are. */
export function valuesOf(asked: Asked, key: FilterKey): readonly string[] {
  return [asked[key] ?? []].flat();
}
