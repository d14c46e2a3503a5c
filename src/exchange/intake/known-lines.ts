import type { Bilingual } from '#/kernel/journal/kind.ts';
import type { FieldProblem } from '#/platform/errors.ts';
import { derivedId } from '#/platform/ids.ts';
import type { LineSource } from '../import/import-journal.ts';
import { isCertain, personOf, wordsOf } from './duplicate-problems.ts';
import { makeMatcher } from './duplicates.ts';
import type { ImportRoom } from './examine.ts';
import { openly } from './openly.ts';

/** Lines about people whom the register knows already: whom for certain, and who may only be called so. */
export interface KnownLines {
  refused: FieldProblem[];
  warnings: FieldProblem[];
}

const told = 1_000;

/**
 * Looks for the people of a list in the register, before it is recorded: the same citizen id or old identity number is the
 * same person; of a card, or name and birth date, it is told. `by`: who asks.
 */
export async function knownLines(
  room: ImportRoom,
  source: LineSource,
  by: string,
  isAllOrNothing: boolean,
): Promise<KnownLines> {
  const { journal, scope } = room;
  return openly(journal, 'duplicates', by, async (tx) => {
    const matcher = await makeMatcher(tx, journal.vault, scope);
    for await (const { line, input, problems = [] } of source.read()) {
      // Of a file with faults of form, these are told first, and alone.
      if (problems.length > 0 && isAllOrNothing) return { refused: [], warnings: [] };
      if (input === null || input.kind !== 'member.registered') continue;
      const id = typeof input.id === 'string' ? input.id : derivedId(journal.tenant, source.hash, String(line));
      await matcher.add(line, { sheet: null, row: line, input }, id);
    }
    await matcher.recordedBefore();
    const known: KnownLines = { refused: [], warnings: [] };
    for await (const match of matcher.matches()) {
      if (match.code === 'duplicate.code') continue; // the key refuses it, and says so itself
      const list = isCertain(match.code) ? known.refused : known.warnings;
      if (list.length >= told) continue;
      const [what, who]: Bilingual[] = [wordsOf(match.code), personOf(match)];
      list.push({
        line: match.n,
        field: wordsOf(match.code).field,
        code: match.code,
        message: `${what?.en}. ${who?.en}`,
        vi: `${what?.vi}. ${who?.vi}`,
      });
    }
    return known;
  });
}

/** The same lines, those of known people with what is wrong with them. */
export function withKnown(source: LineSource, { refused }: KnownLines): LineSource {
  if (refused.length === 0) return source;
  const byLine = new Map(refused.map((fault) => [fault.line, fault]));
  return {
    ...source,
    read: async function* () {
      for await (const read of source.read()) {
        const fault = byLine.get(read.line);
        yield fault === undefined ? read : { ...read, problems: [...(read.problems ?? []), fault] };
      }
    },
  };
}
