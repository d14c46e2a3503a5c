import type { ActInput } from '#/kernel/journal/act.ts';
import type { Day } from '#/platform/day.ts';
import { derivedId } from '#/platform/ids.ts';
import { between, type Random } from './random.ts';

/** A run of numbers of one issuer: it goes on through a term and begins again at the congress. */
export interface Series {
  issuer: string;
  /** As printed behind the number: "QĐ/HU". */
  suffix: string;
  type: string;
  /** The last number before the first paper. */
  from: number;
  /** Most numbers that lie between two of our papers: the issuer decides of other things too. */
  gap: number;
  /** Days on which it begins again at 1. */
  restarts: readonly Day[];
}

/** A paper whose number is known only when all papers of its series are. */
export interface DraftPaper {
  series: Series;
  issuedOn: Day;
  number?: number;
}

export interface Draft {
  on: Day;
  act: ActInput;
  paper: DraftPaper | Record<string, unknown> | null;
}

/** Gives every paper its number, in the order of days within its series. Papers of one day keep the order of drafting. */
export function numberPapers(r: Random, drafts: readonly Draft[]): void {
  const bySeries = new Map<Series, Set<DraftPaper>>();
  for (const { paper } of drafts) {
    if (paper === null || !isDraft(paper)) continue;
    const papers = bySeries.get(paper.series) ?? new Set();
    bySeries.set(paper.series, papers.add(paper));
  }
  for (const [series, papers] of bySeries) {
    let last = series.from;
    let day = '';
    for (const paper of [...papers].sort((a, b) => (a.issuedOn < b.issuedOn ? -1 : a.issuedOn > b.issuedOn ? 1 : 0))) {
      if (series.restarts.some((restart) => day < restart && restart <= paper.issuedOn)) last = 0;
      last += paper.issuedOn === day ? 1 : 1 + between(r, 0, series.gap);
      paper.number = last;
      day = paper.issuedOn;
    }
  }
}

const isDraft = (paper: DraftPaper | Record<string, unknown>): paper is DraftPaper => 'series' in paper;

/** The lines of the drafts by day of effect; those of one day in the order of drafting. */
export function* linesOf(drafts: readonly Draft[]): Generator<ActInput> {
  for (const { on, act, paper } of drafts.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    const { kind, ...body } = act;
    yield { kind, effectiveOn: on, paper: paper === null ? null : printed(paper), ...body };
  }
}

function printed(paper: DraftPaper | Record<string, unknown>): Record<string, unknown> {
  if (!isDraft(paper)) return paper;
  const { series, issuedOn, number } = paper;
  return {
    issuer: series.issuer,
    number: `${String(number).padStart(2, '0')}-${series.suffix}`,
    issuedOn,
    type: series.type,
  };
}

/**
 * Gives every line an id in its order: the same demo posted twice is the same acts. The counter fills the last twelve
 * digits, so ids grow with the file and lie side by side in an index.
 */
export function* withIds(lines: Iterable<ActInput>, ...key: string[]): Generator<ActInput> {
  const prefix = derivedId('demo', ...key).slice(0, 24);
  let count = 0;
  for (const line of lines) {
    count += 1;
    yield { id: prefix + count.toString(16).padStart(12, '0'), ...line };
  }
}
