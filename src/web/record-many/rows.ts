import { v7 } from 'uuid';
import type { PersonFound } from '#/domain/members/list-contract.ts';
import { foldAccents } from '#/platform/ui/written.ts';
import type { FieldNode } from '../record/form/nodes.ts';
import { bodyOf, type Values } from '../record/form/values.ts';
import type { PastedLine } from './read-paste.ts';

/** Somebody on the list, or a line that may become somebody. */
export interface Row {
  /** The id of the act: made once, so that sending the list twice records it once. */
  id: string;
  person: string | null;
  /** What is known of who it is, where it was looked up. */
  found: PersonFound | null;
  candidates: readonly PersonFound[];
  pasted: PastedLine | null;
  own: Values;
}

export function rowOf(person: string): Row {
  return { id: v7(), person, found: null, candidates: [], pasted: null, own: {} };
}

export function rowOfLine(pasted: PastedLine, candidates: readonly PersonFound[], own: Values): Row {
  const only = candidates.length === 1 ? (candidates[0] ?? null) : null;
  return { id: v7(), person: only?.person ?? null, found: only, candidates, pasted, own };
}

export interface ListedAct {
  row: string;
  act: { id: string; kind: string } & Values;
}

/** The acts of a list: what is in common, and each person's own. Rows of nobody make none. */
export function actsOf(
  kind: string,
  common: Values,
  rows: readonly Row[],
  ownNodes: readonly FieldNode[],
): { acts: ListedAct[]; unread: Map<string, string[]> } {
  const unread = new Map<string, string[]>();
  const acts = rows.flatMap((row): ListedAct[] => {
    if (row.person === null) return [];
    const { body, faults } = bodyOf(ownNodes, row.own);
    if (faults.length > 0)
      unread.set(
        row.id,
        faults.map(({ path }) => String(row.own[path] ?? path)),
      );
    return [{ row: row.id, act: { id: row.id, kind, ...common, ...body, person: row.person } }];
  });
  return { acts, unread };
}

/** Rows whose person stands on an earlier row. */
export function repeated(rows: readonly Row[]): Set<string> {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const { id, person } of rows) {
    if (person === null) continue;
    if (seen.has(person)) again.add(id);
    seen.add(person);
  }
  return again;
}

/** A cell of a pasted column as the form would hold it: of a closed list its code, by its code, its name or the beginning of it. */
export function typedCell({ field: { values = [], labels = {} } }: FieldNode, text: string): unknown {
  const words = foldAccents(text);
  const named = (fits: (label: string) => boolean) =>
    values.filter((code) => Object.values(labels[String(code)] ?? {}).some((label) => fits(foldAccents(label))));
  const exact = values.find((code) => String(code) === text) ?? named((label) => label === words)[0];
  const begun = named((label) => label.startsWith(words));
  return exact ?? (begun.length === 1 ? begun[0] : text);
}
