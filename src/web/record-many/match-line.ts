import { foldAccents } from '#/platform/ui/written.ts';
import type { PastedLine } from './read-paste.ts';
import type { Candidate } from './rows.ts';

/** Whom a line may mean: one is found, several are namesakes to choose from, none is said. */
export function matching(line: PastedLine, found: readonly Candidate[]): Candidate[] {
  const byCode = line.code === null ? [] : found.filter(({ code }) => code !== null && same(code, line.code ?? ''));
  if (byCode.length === 1) return byCode;
  // A card's number is not told back, but only its holder is found by it.
  if (line.code !== null && found.length === 1 && (line.name === '' || same(found[0]?.name ?? '', line.name)))
    return [...found];
  const named = line.name === '' ? [...found] : found.filter(({ name }) => same(name, line.name));
  const born = line.born;
  const ofAge = born === null ? named : named.filter((one) => one.born === null || agree(one.born, born));
  const cell = line.cell;
  const there = cell === null ? ofAge : ofAge.filter(({ unit }) => unit !== null && isCalled(unit, cell));
  // A cell written otherwise than the register has it tells nothing; a birth that differs tells of somebody else.
  const left = there.length > 0 ? there : ofAge;
  const exact = left.filter(({ name }) => name.toLocaleLowerCase('vi') === line.name.toLocaleLowerCase('vi'));
  return exact.length === 1 ? exact : left;
}

function same(a: string, b: string): boolean {
  return foldAccents(a).replaceAll(/\s+/g, ' ').trim() === foldAccents(b).replaceAll(/\s+/g, ' ').trim();
}

/** Whether two partial days may be one: 1990 and 1990-05-19. */
function agree(a: string, b: string): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

function isCalled(unit: { code: string; name: string }, text: string): boolean {
  const [name, words] = [foldAccents(unit.name), foldAccents(text)];
  return same(unit.code, text) || name.includes(words) || words.includes(name);
}
