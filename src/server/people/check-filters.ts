import { catalogues } from '#/domain/catalogues/api.ts';
import { type MemberQuestion, UNTOLD } from '#/domain/members/list-contract.ts';
import { posts } from '#/domain/posts/contract.ts';
import { unitKinds } from '#/domain/units/api.ts';
import { type FieldProblem, Problem } from '#/platform/errors.ts';

/** The filters by codes of a catalogue; each is a field of the record of the same name. */
export const codedFilters = [
  'sex',
  'ethnicity',
  'religion',
  'occupation',
  'generalEducation',
  'qualification',
  'academicTitle',
  'theoryLevel',
] as const satisfies readonly (keyof typeof catalogues & keyof MemberQuestion)[];

const bounds = [
  ['ageFrom', 'ageTo'],
  ['partyAgeFrom', 'partyAgeTo'],
  ['admittedFrom', 'admittedTo'],
  ['officialFrom', 'officialTo'],
  ['badgeFrom', 'badgeTo'],
  ['figureFrom', 'figureTo'],
] as const;

/** Refuses values that are in no list and spans without an inside. Throws `people.filter`, naming each field. */
export function checkFilters(filters: MemberQuestion): void {
  const fields: FieldProblem[] = [];
  const fault = (field: string, message: string) => fields.push({ field, code: 'people.filter', message });
  const check = (field: 'post' | 'unitKind' | (typeof codedFilters)[number], known: readonly string[]) => {
    for (const value of filters[field] ?? [])
      if (!known.includes(value)) fault(field, `"${value}" is none of: ${known.join(', ')}.`);
  };
  for (const field of codedFilters) check(field, [...catalogues[field].entries.map(({ code }) => code), UNTOLD]);
  check('post', [...posts, 'any']);
  check('unitKind', unitKinds);
  for (const [from, to] of bounds) {
    const [low, high] = [filters[from], filters[to]];
    if (low !== undefined && high !== undefined && low > high) fault(to, `${from} is after ${to}: nobody is between.`);
  }
  for (const field of ['on', 'badgeFrom', 'badgeTo'] as const)
    if (filters[field] !== undefined && (filters[field] < '1000' || filters[field] > '9998'))
      fault(field, 'The register reaches from the year 1000 to 9997.');
  if ((filters.badgeFrom === undefined) !== (filters.badgeTo === undefined))
    fault(filters.badgeFrom === undefined ? 'badgeFrom' : 'badgeTo', 'A period has a first and a last day.');
  if (fields.length > 0)
    throw new Problem('people.filter', fields.map(({ message }) => message).join(' '), { status: 400, fields });
}
