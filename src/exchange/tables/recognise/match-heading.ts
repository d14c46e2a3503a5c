import { plainHeading } from '../columns.ts';
import { forms, type TableKind } from '../layout.ts';
import type { ColumnPlan } from '../plan.ts';
import { readSpelling } from '../planned/spellings.ts';
import { distance, headingWords, slipsAllowed, withoutBrackets } from './heading-words.ts';
import { memberSynonyms, notRead, spellingsIn, unitSynonyms } from './synonyms.ts';

export interface Match {
  /** Null: known, and not to be read. */
  target: string | null;
  sureness: ColumnPlan['sureness'];
}

interface Words {
  /** The template's headings, in all their spellings. */
  same: ReadonlyMap<string, string>;
  known: ReadonlyMap<string, string | null>;
}

const wordsOf: Record<TableKind, Words> = {
  members: words('members', memberSynonyms),
  units: words('units', unitSynonyms),
};

function words(kind: TableKind, synonyms: Readonly<Record<string, string>>): Words {
  const same = new Map<string, string>();
  const known = new Map<string, string | null>();
  for (const { heading, also = [], path } of forms[kind].columns)
    for (const spelling of [heading, ...also]) {
      same.set(plainHeading(spelling), path.join('.'));
      known.set(headingWords(spelling), path.join('.'));
    }
  for (const [target, spellings] of Object.entries(synonyms))
    for (const spelling of spellingsIn(spellings)) known.set(headingWords(spelling), target);
  for (const spelling of kind === 'members' ? spellingsIn(notRead) : []) known.set(headingWords(spelling), null);
  return { same, known };
}

/** Longer texts are no headings, and would cost much. */
const longest = 300;

/** Relatives and the like have names and birth dates too. */
const ofOthers = /^(vo|chong|vo chong|con|cha|me|bo|bo me|cha me|gia dinh|nguoi|than nhan)( |$)/;

/** What a column is, by the texts of its heading rows from top to bottom; null when they tell nothing. */
export function matchHeading(kind: TableKind, levels: readonly string[]): Match | null {
  const texts = levels.filter((text) => headingWords(text) !== '');
  const whole = texts.join(' ');
  const leaf = texts.at(-1);
  if (leaf === undefined || whole.length > longest) return null;
  const parents = texts.slice(0, -1);
  return (
    exact(kind, whole) ??
    (parents.length > 0 ? (partOf(kind, parents.join(' '), leaf) ?? partOf(kind, parents.at(-1) ?? '', leaf)) : null) ??
    (parents.length > 0 && !ofOthers.test(headingWords(parents.join(' '))) ? exact(kind, leaf) : null) ??
    (parents.length > 1 ? exact(kind, texts.slice(-2).join(' ')) : null) ??
    alike(kind, whole) ??
    (parents.length > 0 && !ofOthers.test(headingWords(parents.join(' '))) ? alike(kind, leaf) : null)
  );
}

function exact(kind: TableKind, heading: string): Match | null {
  const { same, known } = wordsOf[kind];
  const template = same.get(plainHeading(heading));
  if (template !== undefined) return { target: template, sureness: 'same' };
  const other = forms[kind].other(heading);
  if (other !== null) return { target: other.path.join('.'), sureness: 'same' };
  for (const spelling of [heading, withoutBrackets(heading)]) {
    const target = known.get(headingWords(spelling));
    if (target !== undefined) return { target, sureness: 'known' };
  }
  return null;
}

const addressParts: readonly [RegExp, string][] = [
  [/^(xa|phuong|xa phuong|phuong xa|xa phuong thi tran|xa p)( |$)/, 'commune'],
  [/^(huyen|quan|huyen quan|quan huyen|thi xa|huyen thi xa)( |$)/, 'district'],
  [/^(tinh|thanh pho|tinh tp|tinh thanh pho|tp|tinh thanh)( |$)/, 'province'],
  [/^(quoc gia|nuoc)( |$)/, 'country'],
  [/^(thon|xom|so nha|chi tiet|to dan pho|dia chi|ap|ban|thon xom|duong)( |$)/, 'detail'],
];

/** A heading under another: "Quê quán" over "Xã", "Thẻ đảng" over "Ngày cấp", "Trình độ chuyên môn" over "ĐH". */
function partOf(kind: TableKind, parent: string, leaf: string): Match | null {
  const of = exact(kind, parent)?.target ?? null;
  if (of === null) return null;
  const leafWords = headingWords(leaf);
  const address = /^address\.(\w+)\.whole$/.exec(of)?.[1];
  if (address !== undefined) {
    const part = addressParts.find(([words]) => words.test(leafWords))?.[1];
    if (part === undefined) return null;
    return {
      target: part === 'district' ? `address.${address}.district` : `person.${address}.${part}`,
      sureness: 'known',
    };
  }
  const card = /^cards\.([\w-]+)\.number$/.exec(of)?.[1];
  if (card !== undefined) {
    if (/^(so|so the|ma so)$/.test(leafWords)) return { target: of, sureness: 'known' };
    if (/^(ngay|ngay cap|ngay phat|ngay cap the)$/.test(leafWords))
      return { target: `cards.${card}.issuedOn`, sureness: 'known' };
    return /^(noi|noi cap)$/.test(leafWords) ? { target: `cards.${card}.issuedAt`, sureness: 'known' } : null;
  }
  if (of === 'person.citizenId' && leafWords === 'so') return { target: of, sureness: 'known' };
  const code = readSpelling(of, leaf);
  return code === null ? null : { target: `mark.${of}.${code}`, sureness: 'known' };
}

/** A slip of the hand, or more words behind those that are known. */
function alike(kind: TableKind, heading: string): Match | null {
  const key = `${kind} ${heading}`;
  let match = looked.get(key);
  if (match !== undefined) return match;
  match = nearest(kind, heading);
  if (looked.size > mostLooked) looked.clear();
  looked.set(key, match);
  return match;
}

/** The same texts are looked at again in every block of rows that may be headings. */
const looked = new Map<string, Match | null>();
const mostLooked = 5_000;

function nearest(kind: TableKind, heading: string): Match | null {
  const { known } = wordsOf[kind];
  let best: { target: string | null; score: number } | null = null;
  for (const spelling of new Set([headingWords(heading), headingWords(withoutBrackets(heading))]))
    for (const [words, target] of known) {
      const score = likeness(spelling, words, !ofUnits.has(target ?? ''));
      if (score > (best?.score ?? 0)) best = { target, score };
    }
  return best === null ? null : { target: best.target, sureness: 'alike' };
}

/** "Chi bộ Tổ dân phố 1" is the name of one, and no heading with more words behind. */
const ofUnits = new Set(['cell.name', 'cell.superior', 'unit.name']);

function likeness(heading: string, words: string, mayGoOn: boolean): number {
  if (heading.length < 5 || words.length < 5) return 0;
  const most = slipsAllowed(words);
  const slips = most === 0 ? 1 : distance(heading, words, most);
  if (slips <= most) return words.length - slips;
  return mayGoOn && words.includes(' ') && heading.startsWith(`${words} `) ? words.length / 2 : 0;
}
