import type { ActInput } from '#/kernel/journal/act.ts';
import type { Day } from '#/platform/day.ts';
import type { Draft, DraftPaper, Series } from '../drafts.ts';
import type { Random } from '../random.ts';
import type { Grassroots, Place, Roster } from '../roster.ts';
import { isWorkingDay } from '../working-days.ts';
import type { Superior } from './tree.ts';

export interface Case {
  r: Random;
  roster: Roster;
  organisations: readonly Grassroots[];
  drafts: Draft[];
  nextSerial: () => number;
  /** A paper of an issuer; the numbers of each run on: no congress falls into the case. */
  paper: (issuer: string, suffix: string, type: string, issuedOn: Day) => DraftPaper;
}

export function makeCase(r: Random, roster: Roster, organisations: readonly Grassroots[]): Case {
  const known = new Map<string, Series>();
  let serial = roster.total + 1;
  return {
    r,
    roster,
    organisations,
    drafts: [],
    nextSerial: () => serial++,
    paper: (issuer, suffix, type, issuedOn) => {
      const key = `${issuer} ${suffix}`;
      // Letters and reports are counted by the year, decisions through the term.
      const isYearly = suffix === 'GTSHĐ' || suffix.startsWith('BC');
      const from = suffix.startsWith('QĐ') ? 320 + Math.floor(r() * 400) : 0;
      const series = known.get(key) ?? { issuer, suffix, type, from, gap: 3, restarts: isYearly ? ['2024-01-01'] : [] };
      known.set(key, series);
      return { series, issuedOn };
    },
  };
}

export function addDraft({ drafts }: Case, on: Day, paper: Draft['paper'], act: ActInput): void {
  drafts.push({ on, paper, act });
}

export const decision = ({ paper }: Case, { committee, suffix }: Superior, issuedOn: Day): DraftPaper =>
  paper(committee, `QĐ/${suffix}`, 'Quyết định', issuedOn);

/** "QĐ/ĐU" of a body, "QĐ/CB" of a cell. */
export function ownPaper(
  { paper }: Case,
  { kind, place, name }: Grassroots,
  sort: 'QĐ' | 'BC',
  issuedOn: Day,
): DraftPaper {
  const isBody = kind === 'grassroots-body';
  const type = sort === 'QĐ' ? 'Quyết định' : 'Báo cáo';
  return paper(isBody ? `Đảng ủy ${place}` : name, `${sort}/${isBody ? 'ĐU' : 'CB'}`, type, issuedOn);
}

export const canLose = ({ now }: Place): boolean => now > 7;
export const hasRoom = ({ most, organisation }: Place): boolean => organisation.kind !== 'grassroots-cell' || most < 28;

const pad = (value: number): string => String(value).padStart(2, '0');

/** A working day of 2023 from one month to another, both included. */
export function someDay(r: Random, fromMonth: number, toMonth: number): Day {
  for (;;) {
    const month = fromMonth + Math.floor(r() * (toMonth - fromMonth + 1));
    const day = `2023-${pad(month)}-${pad(1 + Math.floor(r() * 28))}`;
    if (isWorkingDay(day)) return day;
  }
}
