import { z } from 'zod';
import { contract } from '#/platform/contract/contract.ts';
import { dayField, manyField } from '#/platform/contract/fields.ts';
import { unitLabel } from '#/platform/contract/shapes.ts';

/**
 * What a row of the list can show. Days of a record (`born`, `admittedOn`, `officialOn`) are partial: known to the day,
 * month or year. Coded values (sex, ethnicity, religion, occupation, generalEducation, qualification, academicTitle,
 * theoryLevel) are codes of the catalogues. Null everywhere: the record does not tell.
 */
export const memberColumns = [
  'name',
  'code',
  /** The card's number: of 12 digits where there is one, else of 8. */
  'cardNumber',
  'born',
  /** Full years on the day; where only the year or month of birth is known, from its first day. */
  'age',
  'sex',
  'ethnicity',
  'religion',
  'occupation',
  'generalEducation',
  'qualification',
  'academicTitle',
  'theoryLevel',
  'unit',
  'status',
  /** The ceremony of admission, "ngày vào Đảng". */
  'admittedOn',
  'officialOn',
  /** Years and months since the decision of admission, less the time outside the Party (29-QĐ/TW, 25/7/2016, 27.3). */
  'partyAge',
  /** The next badge by years of party age, when these are reached, and whether they are and it has not been awarded. */
  'nextBadge',
  'posts',
  'exempt',
  'suspended',
  /** Temporary stay with another unit. */
  'away',
  /** Between letter and receipt: the unit is then the nearest common superior. */
  'inTransit',
  'retired',
  'youthUnion',
  /** The grade for the year before that of the day. */
  'classification',
] as const;
export type MemberColumn = (typeof memberColumns)[number];

/** `-` turns the whole order round: those who came last for want of a day then come first. Equal ones stand by name. */
export const memberSorts = [
  /** Given name, then middle names, then family name, each by letters and then tones. */
  'name',
  '-name',
  /** The oldest first; whose birth is not told comes last. */
  'born',
  '-born',
  /** By the ceremony of admission; where it is not told, last. */
  'admittedOn',
  '-admittedOn',
  /** By the day since which party age counts: the longest in the Party first; where it is not told, last. */
  'partyAge',
  '-partyAge',
  /** By the unit's code, in it by name. */
  'unit',
  '-unit',
] as const;
export type MemberSort = (typeof memberSorts)[number];

/** Stands among the codes of a filter for "the record does not tell". */
export const UNTOLD = 'untold';

const yesNo = z.enum(['yes', 'no']).optional();
const years = z.coerce.number().int().min(0).max(150).optional();

/** Who is on the list: members standing on `on`, in `unit` and below. Without `unit` those of the whole register in scope. */
export const memberPlace = {
  tenant: z.string().optional(),
  /** A unit's code: only its subtree may be seen. */
  scope: z.string().optional(),
  unit: z.string().min(1).optional(),
  /** Today unless told. */
  on: dayField.optional(),
  /** An instant: as the register knew it then. */
  knownAt: z.string().optional(),
};

/**
 * What narrows the list: all that is given has to hold. A filter with several values holds where one of them does;
 * codes may be `untold`.
 */
export const memberFilters = {
  /** Words of the name (their beginnings; accents may be left out), or the beginning of a code or of a card's number. */
  q: z.string().trim().max(200).optional(),
  status: z.enum(['official', 'probationary']).optional(),
  exempt: yesNo,
  suspended: yesNo,
  away: yesNo,
  inTransit: yesNo,
  /** Full years on the day, both included. */
  ageFrom: years,
  ageTo: years,
  sex: manyField,
  ethnicity: manyField,
  religion: manyField,
  occupation: manyField,
  generalEducation: manyField,
  qualification: manyField,
  academicTitle: manyField,
  theoryLevel: manyField,
  retired: yesNo,
  youthUnion: yesNo,
  /** Holds one of these posts on the day; `any`: holds one whichever. */
  post: manyField,
  /** The ceremony of admission, both days included; a month or year alone counts by its first day. */
  admittedFrom: dayField.optional(),
  admittedTo: dayField.optional(),
  officialFrom: dayField.optional(),
  officialTo: dayField.optional(),
  /** Full years of party age on the day, both included. */
  partyAgeFrom: years,
  partyAgeTo: years,
  /** Reaches the years of a badge between these days (both included; by the month), and has not been awarded it. */
  badgeFrom: dayField.optional(),
  badgeTo: dayField.optional(),
  /** Of the unit in which the member stands: cell, grassroots-cell … */
  unitKind: manyField,
  /** On the list of this figure of persons, counted for `unit` as the figure's own page does. */
  figure: z.string().optional(),
  /** The figure's arguments, `key=value`. */
  arg: manyField,
  /** The period of a figure that is counted over one; from the first of January to the day unless told. */
  figureFrom: dayField.optional(),
  figureTo: dayField.optional(),
};

export const memberQuestion = z.strictObject({ ...memberPlace, ...memberFilters });
export type MemberQuestion = z.infer<typeof memberQuestion>;

const codedText = z.string().nullable().optional();

const memberRow = z.object({
  person: z.string(),
  code: z.string().nullable(),
  name: z.string(),
  born: z.string().nullable(),
  sex: z.string().nullable(),
  unit: unitLabel,
  status: z.enum(['official', 'probationary']),
  cardNumber: z.string().nullable().optional(),
  age: z.number().nullable().optional(),
  ethnicity: codedText,
  religion: codedText,
  occupation: codedText,
  generalEducation: codedText,
  qualification: codedText,
  academicTitle: codedText,
  theoryLevel: codedText,
  admittedOn: z.string().nullable().optional(),
  officialOn: z.string().nullable().optional(),
  partyAge: z.object({ years: z.number(), months: z.number() }).nullable().optional(),
  nextBadge: z.object({ years: z.number(), on: dayField, isDue: z.boolean() }).nullable().optional(),
  posts: z.array(z.object({ post: z.string(), unit: unitLabel })).optional(),
  /** `until`: the last day; null: for good. */
  exempt: z.object({ kind: z.string(), until: dayField.nullable() }).nullable().optional(),
  suspended: z.boolean().optional(),
  /** `place`: the host unit's name or the place as it was told; `until`: when the stay is to end. */
  away: z.object({ place: z.string().nullable(), until: dayField.nullable() }).nullable().optional(),
  inTransit: z.boolean().optional(),
  retired: z.boolean().nullable().optional(),
  youthUnion: z.boolean().nullable().optional(),
  classification: z.object({ year: z.number(), level: z.string() }).nullable().optional(),
});
export type MemberRow = z.infer<typeof memberRow>;

/** Columns in an address: `columns=name,born,partyAge`. */
export const columnsField = z
  .string()
  .transform((text) => text.split(',').map((one) => one.trim()))
  .pipe(z.array(z.enum(memberColumns)).min(1));

/** A page of members. `person`, `code`, `name`, `born`, `sex`, `unit`, `status` are always told, other columns where asked. */
export const listMembers = contract({
  method: 'GET',
  path: '/api/people',
  summary: { vi: 'Danh sách đảng viên vào một ngày, lọc và sắp xếp', en: 'Members on a day, filtered and in order' },
  permission: 'members.read',
  input: memberQuestion.extend({
    columns: columnsField.optional(),
    sort: z.enum(memberSorts).default('name'),
    /** `next` of the page before, asked with the same sort. */
    cursor: z.string().max(2_000).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  output: z.object({ on: dayField, rows: z.array(memberRow), next: z.string().nullable() }),
});

export const countMembers = contract({
  method: 'GET',
  path: '/api/people/count',
  summary: { vi: 'Số đảng viên trong danh sách đã lọc', en: 'How many members the filtered list holds' },
  permission: 'members.read',
  input: memberQuestion,
  output: z.object({ on: dayField, total: z.number() }),
});

const personFound = z.object({
  person: z.string(),
  code: z.string().nullable(),
  name: z.string(),
  born: z.string().nullable(),
  /** Where the person stands on the day; null: no member then. */
  unit: unitLabel.nullable(),
  status: z.enum(['official', 'probationary']).nullable(),
});
export type PersonFound = z.infer<typeof personFound>;

/** Also those in the register who are no members on the day; members go first, then by name. Without `unit` all in scope. */
export const searchPeople = contract({
  method: 'GET',
  path: '/api/person-search',
  summary: {
    vi: 'Tìm người trong sổ theo tên (không cần dấu), mã hoặc số thẻ',
    en: 'Find people of the register by name (accents may be left out), code or card number',
  },
  permission: 'members.read',
  input: z.strictObject({
    q: z.string().trim().min(1).max(200),
    tenant: z.string().optional(),
    scope: z.string().optional(),
    unit: z.string().min(1).optional(),
    on: dayField.optional(),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  output: z.object({ people: z.array(personFound) }),
});
