import { v7 } from 'uuid';
import { foldAccents } from '#/platform/ui/written.ts';
import type { FieldNode } from '../record/form/nodes.ts';
import { bodyOf, type Values } from '../record/form/values.ts';
import type { PastedLine } from './read-paste.ts';

/** What a list is of. */
export type SubjectKind = 'person' | 'unit';

/** One who may be meant: a person by id, a unit by code; `unit` is where a person stands, or what a unit is under. */
export interface Candidate {
  key: string;
  code: string | null;
  name: string;
  born: string | null;
  unit: { code: string; name: string } | null;
  status: string | null;
}

/** Who is on the list, or a line that may become one. */
export interface Row {
  /** The id of the act: made once, so that sending the list twice records it once. */
  id: string;
  /** The candidate's; null: not told yet who is meant. */
  key: string | null;
  /** What is known of who it is, where it was looked up. */
  found: Candidate | null;
  candidates: readonly Candidate[];
  pasted: PastedLine | null;
  own: Values;
}

export function rowOf(key: string): Row {
  return { id: v7(), key, found: null, candidates: [], pasted: null, own: {} };
}

export function rowOfLine(pasted: PastedLine, candidates: readonly Candidate[], own: Values): Row {
  const only = candidates.length === 1 ? (candidates[0] ?? null) : null;
  return { id: v7(), key: only?.key ?? null, found: only, candidates, pasted, own };
}

export interface ListedAct {
  row: string;
  act: { id: string; kind: string } & Values;
}

/** The acts of a list: what is in common, and each person's own. Rows of nobody make none. */
export function actsOf(
  { kind, subject }: { kind: string; subject: SubjectKind },
  common: Values,
  rows: readonly Row[],
  ownNodes: readonly FieldNode[],
): { acts: ListedAct[]; unread: Map<string, string[]> } {
  const unread = new Map<string, string[]>();
  const acts = rows.flatMap((row): ListedAct[] => {
    if (row.key === null) return [];
    const { body, faults } = bodyOf(ownNodes, row.own);
    if (faults.length > 0)
      unread.set(
        row.id,
        faults.map(({ path }) => String(row.own[path] ?? path)),
      );
    return [{ row: row.id, act: { id: row.id, kind, ...common, ...body, [subject]: row.key } }];
  });
  return { acts, unread };
}

/** Rows whose person or unit stands on an earlier row. */
export function repeated(rows: readonly Row[]): Set<string> {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const { id, key } of rows) {
    if (key === null) continue;
    if (seen.has(key)) again.add(id);
    seen.add(key);
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
