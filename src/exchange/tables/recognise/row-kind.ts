import { plainWords } from '../planned/spellings.ts';

/** What a row of a list of members is, when it is no member. */
export type PassedKind = 'group' | 'superior-group' | 'status-group' | 'total' | 'foot' | 'heading' | 'lone';

export interface RowKind {
  kind: PassedKind;
  /** The name of the cell, or the status. */
  says?: string;
  /** The position of the cell that says it. */
  at: number;
  /** A member might look so too. */
  isDoubtful?: true;
}

interface Content {
  at: number;
  text: string;
}

const ordinalHead = /^\s*(?:[IVXLC]{1,6}|[A-Z]|\d{1,3})\s*[.)/:-]+\s*/u;
const isOrdinal = /^(?:[IVXLC]{1,6}|[A-Z]|\d{1,3})[.)]?$/u;
const totals = /^(tong cong|tong so|tong|cong|cong chung|an dinh|danh sach (nay )?(co|gom))( |$|\d)/;
/** What totals begin with, by its accents: Tống, Tòng and Công are families. */
const totalHead = /^\P{L}*(?:tổng|cộng|tong|cong)(?!\p{L})/iu;
const feet =
  /^(nguoi lap|lap bieu|t m |tm |thay mat|bi thu|pho bi thu|chi uy|noi nhan|luu (vt|vp|hs|ho so|chi bo|dang uy)( |$)|xac nhan|ky ten|k t |kt |ky ghi ro|thu truong|dai dien|chu tich|can bo (tong hop|lap)|ghi chu )|(^|, )ngay( \d{1,2})? thang( \d{1,2})? nam( \d{4})?$|ngay \d{1,2} thang \d{1,2} nam \d{4}$|^[a-z ]{0,40}ngay thang nam/;
/** "Lưu: VT"; without the colon it is a family. */
const copies = /^\P{L}*lưu\s*:/iu;
const cellHead = /^(chi bo|cb)( |$)/;
const superiorHead = /^(dang bo|dang uy)( |$)/;

/** What is read apart from the mark in front: "I. Chi bộ Tổ dân phố 1 (25 đồng chí)" → "Chi bộ Tổ dân phố 1". */
export function groupName(text: string): string {
  return text
    .replace(ordinalHead, '')
    .replace(/^\s*[*+–-]+\s*/u, '')
    .replace(/[\s:;–-]*\(?\s*:?\s*\d+\s*(?:đ\/c|đồng chí|đảng viên|đv|người)?\s*\)?\s*[.:;]?$/iu, (tail) =>
      /[(:]|đ\/c|đồng chí|đảng viên|đv|người/iu.test(tail) ? '' : tail,
    )
    .replace(/^(chi bộ)\s*:\s*/iu, '$1 ')
    .trim();
}

/** A row by its few cells; null: a member. `nameAt` is where names stand, `facts` how many columns of a member are filled. */
export function rowKind(
  cells: readonly Content[],
  nameAt: readonly number[],
  isFoot: boolean,
  facts: number,
): RowKind | null {
  const told = cells.filter(({ text }) => !isOrdinal.test(text));
  const [first] = told;
  if (first === undefined) return { kind: 'lone', at: cells[0]?.at ?? 0 };
  const words = plainWords(first.text.replace(ordinalHead, ''));
  const isNumbered = told.length < cells.length || ordinalHead.test(first.text);
  const isName =
    nameAt.includes(first.at) && looksLikeName(first.text.split('\n', 1)[0] ?? '') && !isOfFoot(first.text);
  if (told.length <= 8 && isTotal(first.text, words, isName && facts > 1)) return { kind: 'total', at: first.at };
  // A numbered name goes on with the list, whatever post it holds ("Bí thư"): who signs has no number.
  const isMember = isNumbered && isName && (facts > 1 || told.length > 1);
  const foot: RowKind = { kind: 'foot', at: first.at, ...(isName && facts > 1 && !isFoot ? { isDoubtful: true } : {}) };
  if (!isMember && facts <= 2 && told.some(({ text }) => isOfFoot(text))) return foot;
  // Who signs stands where names do; only a row with more, or a numbered group, goes on with the list.
  if (isFoot && !isMember && facts <= 3 && !(isNumbered && cellHead.test(words))) return foot;
  if (facts > 1) return null;
  if (told.length <= 2) {
    if (cellHead.test(words)) return { kind: 'group', says: groupName(first.text), at: first.at };
    if (superiorHead.test(words)) return { kind: 'superior-group', says: groupName(first.text), at: first.at };
    const status = /^(cac )?(dang vien|dv) (chinh thuc|du bi)/.exec(words)?.[3];
    if (status !== undefined)
      return { kind: 'status-group', says: status === 'du bi' ? 'probationary' : 'official', at: first.at };
  }
  if (told.length === 1 && !(nameAt.includes(first.at) && looksLikeName(first.text.split('\n', 1)[0] ?? '')))
    return { kind: 'lone', at: first.at };
  return null;
}

const isOfFoot = (text: string): boolean => feet.test(plainWords(text)) || copies.test(text);

/** `mayBeMember`: it stands where names do, looks like one, and more is said of it. */
function isTotal(text: string, words: string, mayBeMember: boolean): boolean {
  if (!totals.test(words)) return false;
  if (!/^(tong|cong) (?!cong|so|chung)/.test(words)) return true;
  // Where nothing has accents only the rest of the row tells.
  return totalHead.test(text.replace(ordinalHead, '')) && !(mayBeMember && /^[ -~]*$/.test(text));
}

/** Two to seven words of letters. */
export function looksLikeName(text: string): boolean {
  return (
    /^\p{L}[\p{L}'’.]*(?:[\s-]+\p{L}[\p{L}'’.]*){1,6}$/u.test(text) &&
    !/^(danh sach|ghi chu|khoi|nhom|to |doi )/.test(plainWords(text))
  );
}
