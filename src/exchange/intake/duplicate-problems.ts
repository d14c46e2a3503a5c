import type { Bilingual } from '#/kernel/journal/kind.ts';
import { cellName, rowName } from '../tables/layout.ts';
import type { CellProblem } from '../tables/plan.ts';
import type { DuplicateCode, Match } from './duplicates.ts';
import { columnOf } from './placing.ts';
import type { Session } from './session.ts';

interface Words extends Bilingual {
  field: string;
  /** Another person may have it all the same, if the user says so. */
  isKeepable: boolean;
}

const words: Readonly<Record<DuplicateCode, Words>> = {
  'duplicate.citizen-id': {
    vi: 'Số định danh cá nhân này đã có trong sổ',
    en: 'This citizen id is in the register already',
    field: 'person.citizenId',
    isKeepable: false,
  },
  'duplicate.old-identity-number': {
    vi: 'Số chứng minh nhân dân này đã có trong sổ',
    en: 'This old identity number is in the register already',
    field: 'person.oldIdentityNumber',
    isKeepable: true,
  },
  'duplicate.code': {
    vi: 'Mã này đã có người khác trong sổ dùng',
    en: 'Another person of the register has this code',
    field: 'person.code',
    isKeepable: false,
  },
  'duplicate.card': {
    vi: 'Số thẻ này đã có người giữ trong sổ',
    en: 'Somebody of the register holds this card number',
    field: 'person.cards',
    isKeepable: true,
  },
  'duplicate.name-and-birth': {
    vi: 'Người cùng họ tên, ngày sinh đã có trong sổ',
    en: 'Somebody of this name and birth date is in the register already',
    field: 'person.name',
    isKeepable: true,
  },
};

export const isKeepable = (code: DuplicateCode): boolean => words[code].isKeepable;

/** Nobody else can have it: no number of two people, no code. */
export const isCertain = (code: DuplicateCode): boolean =>
  code !== 'duplicate.card' && code !== 'duplicate.name-and-birth';

export const wordsOf = (code: DuplicateCode): Bilingual & { field: string } => words[code];

/** What a kind of duplicate is called; null where the code is of something else. */
export function wordsOfDuplicate(code: string): Bilingual | null {
  if (!Object.hasOwn(words, code)) return null;
  const { vi, en } = words[code as DuplicateCode];
  return { vi: `${vi}.`, en: `${en}.` };
}

const elsewhere: Bilingual = { vi: 'Đã có ở đơn vị khác.', en: 'Known in another unit.' };
const leaveOut: Bilingual = {
  vi: 'Bỏ qua dòng này: người này đã có trong sổ.',
  en: 'Leave this row out: the person is in the register already.',
};

/** Of whom a row may be a duplicate; of somebody outside the asker's part of the tree, only that there is one. */
export function duplicateProblem({ kind, plan }: Pick<Session, 'kind' | 'plan'>, match: Match): CellProblem {
  const { sheet, row, code } = match;
  const { field, vi, en } = words[code];
  const who = personOf(match);
  const own = kind === 'acts' ? undefined : plan.sheets.find((one) => one.sheet === sheet);
  const at = own === undefined ? null : columnOf(own, field);
  return {
    sheet,
    row,
    column: null, // the repair is about the row
    cell: at === null ? (kind === 'acts' ? null : rowName(sheet, row)) : cellName(sheet, at, row),
    field,
    code,
    message: { vi: `${vi}. ${who.vi}`, en: `${en}. ${who.en}` },
    isBlocking: true,
    repair: { value: null, why: leaveOut },
  };
}

/** Whom the register has; of somebody outside the asker's part of the tree, only that there is one. */
export function personOf({ isVisible, name, born, unit }: Match): Bilingual {
  if (!isVisible) return elsewhere;
  const year = born === null ? '' : `, ${born.split('-').toReversed().join('/')}`;
  return {
    vi: `Đã có: ${name}${year}${unit === null ? ' (hiện không sinh hoạt trong sổ này)' : `, ${unit}`}.`,
    en: `It is ${name}${year}${unit === null ? ' (no member here now)' : `, ${unit}`}.`,
  };
}
