import { useState } from 'react';
import type { FieldNode } from '../record/form/nodes.ts';
import { lookUp } from './look-up.ts';
import { matching } from './match-line.ts';
import { type PastedLine, readPaste } from './read-paste.ts';
import { type Candidate, type Row, rowOf, rowOfLine, type SubjectKind, typedCell } from './rows.ts';

/** Lines asked for at the same time: the server has other guests. */
const atOnce = 4;

interface Start {
  subject: SubjectKind;
  rows: readonly Row[];
  /** Who was handed over by another page is not known any more. */
  isLost: boolean;
}

/** Those of the list: handed over by another page, picked, or pasted. */
export function useList({ subject, rows: begun, isLost }: Start, where: { tenant: string | undefined; on: string }) {
  const [rows, setRows] = useState(begun);
  const [reading, setReading] = useState(0);
  const [error, setError] = useState<unknown>(null);
  const paste = async (text: string, fields: readonly FieldNode[]): Promise<readonly string[]> => {
    const lines = readPaste(text, fields.map(columnOf), subject);
    setReading(lines.length);
    setError(null);
    try {
      const found = await inTurns(lines, (line) => lookedUp(subject, line, where));
      const byName = new Map(fields.map((node) => [node.name, node]));
      const own = ({ own: cells }: PastedLine) =>
        Object.fromEntries(
          Object.entries(cells).map(([name, cell]) => {
            const node = byName.get(name);
            return [name, node === undefined ? cell : typedCell(node, cell)];
          }),
        );
      setRows((before) => [...before, ...lines.map((line, i) => rowOfLine(line, found[i] ?? [], own(line)))]);
    } catch (fault) {
      setError(fault);
      return [];
    } finally {
      setReading(0);
    }
    return [...new Set(lines.flatMap((line) => Object.keys(line.own)))];
  };
  return {
    subject,
    rows,
    isLost,
    reading,
    error,
    paste,
    add: (key: string) => setRows((before) => [...before, rowOf(key)]),
    change: (id: string, to: Partial<Row>) =>
      setRows((before) => before.map((row) => (row.id === id ? { ...row, ...to } : row))),
    leaveOut: (ids: ReadonlySet<string>) => setRows((before) => before.filter(({ id }) => !ids.has(id))),
  };
}

export type List = ReturnType<typeof useList>;

const columnOf = ({ name, field }: FieldNode) => ({ field: name, titles: [field.title.vi, field.title.en, name] });

async function lookedUp(
  subject: SubjectKind,
  line: PastedLine,
  where: { tenant: string | undefined; on: string },
): Promise<Candidate[]> {
  for (const q of [line.code, line.name]) {
    if (q === null || q === '') continue;
    const fitting = matching(line, await lookUp(subject, q, where));
    if (fitting.length > 0) return fitting;
  }
  return [];
}

/** Does the work for all, some at the same time, and keeps the order. */
async function inTurns<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (let at = 0; at < items.length; at += atOnce)
    done.push(...(await Promise.all(items.slice(at, at + atOnce).map(work))));
  return done;
}
