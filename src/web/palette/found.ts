import { foldAccents } from '#/platform/ui/written.ts';

export const groups = ['recent', 'kinds', 'pages', 'units', 'unitPages', 'people', 'papers', 'figures'] as const;
export type Group = (typeof groups)[number];

/** One thing that can be gone to. */
export interface Found {
  /** Unique among all that are shown. */
  key: string;
  group: Group;
  title: string;
  /** What tells it from others of the name. */
  detail?: string;
  go: () => void;
  /** How it is kept among those chosen lately; people and papers are not: names stay off the browser. */
  recent?: string;
}

/** Of one group never more: who wants others types another letter. */
export const MOST = 6;

/** Those that hold every word of what was typed, the ones that begin with it first. */
export function matching<T>(all: readonly T[], typed: string, textOf: (one: T) => string): T[] {
  const wanted = foldAccents(typed.trim());
  if (wanted === '') return [];
  const words = wanted.split(/\s+/);
  const found = all
    .map((one) => ({ one, text: foldAccents(textOf(one)) }))
    .filter(({ text }) => words.every((word) => text.includes(word)));
  const [begin, others] = [
    found.filter(({ text }) => text.startsWith(wanted)),
    found.filter(({ text }) => !text.startsWith(wanted)),
  ];
  return [...begin, ...others].slice(0, MOST).map(({ one }) => one);
}
