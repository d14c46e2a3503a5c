import type { ActInput } from '#/kernel/journal/act.ts';
import type { Day } from '#/platform/day.ts';
import type { Draft, DraftPaper, Series } from '../drafts.ts';
import { pick, type Random } from '../random.ts';
import type { Grassroots, Place, Roster } from '../roster.ts';
import { isWorkingDay } from '../working-days.ts';
import { isCommune } from './roster.ts';
import { MERGED_COMMUNE, MERGED_INTO, MERGER } from './tree.ts';

/** The district's congress (XXVII, term 2020–2025): its numbers begin again on this day. */
export const CONGRESS: Day = '2020-08-13';

/** The case while it is drafted. */
export interface Case {
  r: Random;
  roster: Roster;
  organisations: readonly Grassroots[];
  drafts: Draft[];
  /** Serial numbers of people who come after the opening. */
  nextSerial: () => number;
  decision: (issuedOn: Day) => DraftPaper;
  letter: (issuedOn: Day) => DraftPaper;
  /** Papers of a grassroots committee: "QĐ/ĐU", "BC/ĐU" … */
  grassrootsPaper: (organisation: Grassroots, sort: keyof typeof sorts, issuedOn: Day) => DraftPaper;
}

const sorts = { QĐ: 'Quyết định', BC: 'Báo cáo', GTSHĐ: 'Giấy giới thiệu sinh hoạt đảng', NQ: 'Nghị quyết' };

export function makeCase(r: Random, roster: Roster, organisations: readonly Grassroots[], firstSerial: number): Case {
  const district: Series = {
    issuer: 'Huyện ủy Hải Hậu',
    suffix: 'QĐ/HU',
    type: 'Quyết định',
    from: 2306,
    gap: 4,
    restarts: [CONGRESS],
  };
  const letters: Series = {
    issuer: 'Ban Tổ chức Huyện ủy Hải Hậu',
    suffix: 'GTSHĐ',
    type: sorts.GTSHĐ,
    from: 0,
    gap: 1,
    restarts: ['2021-01-01'],
  };
  const own = new Map<string, Series>();
  let serial = firstSerial;
  return {
    r,
    roster,
    organisations,
    drafts: [],
    nextSerial: () => serial++,
    decision: (issuedOn) => ({ series: district, issuedOn }),
    letter: (issuedOn) => ({ series: letters, issuedOn }),
    grassrootsPaper: (organisation, sort, issuedOn) => {
      const committee = committeeOf(organisations, organisation, issuedOn);
      const key = `${committee.code} ${sort}`;
      const series = own.get(key) ?? grassrootsSeries(r, committee, sort);
      own.set(key, series);
      return { series, issuedOn };
    },
  };
}

/** The organisation that signs on a day: after the merger, the one that took the other in. */
export function committeeOf(organisations: readonly Grassroots[], organisation: Grassroots, on: Day): Grassroots {
  if (on < MERGER || !organisation.place.endsWith(MERGED_COMMUNE)) return organisation;
  return organisations.find(({ place }) => place === MERGED_INTO) as Grassroots;
}

/** Grassroots congresses were held from April to June 2020. */
function grassrootsSeries(r: Random, { kind, name, place }: Grassroots, sort: keyof typeof sorts): Series {
  const isBody = kind === 'grassroots-body';
  return {
    issuer: isBody ? `Đảng ủy ${place}` : name,
    suffix: `${sort}/${isBody ? 'ĐU' : 'CB'}`,
    type: sorts[sort],
    from: Math.floor(r() * 60),
    gap: 2,
    restarts: [pick(r, ['2020-04-24', '2020-05-12', '2020-05-20', '2020-06-02', '2020-06-11'])],
  };
}

export function addDraft({ drafts }: Case, on: Day, paper: Draft['paper'], act: ActInput): void {
  drafts.push({ on, paper, act });
}

/** Where somebody may leave from without a cell shrinking out of shape, and where there is room. */
export const canLose = ({ now }: Place): boolean => now > 8;
export const hasRoom = ({ most, organisation }: Place): boolean => organisation.kind !== 'grassroots-cell' || most < 29;
export const isVillage = ({ cell }: Place): boolean => cell.profile === 'village' || cell.profile === 'quarter';
export const isInCommune = ({ organisation }: Place): boolean => isCommune(organisation);

/** A place that suits, each as likely. */
export function anyPlace({ r, roster }: Case, suits: (place: Place) => boolean): Place {
  for (;;) {
    const place = pick(r, roster.places);
    if (suits(place) && hasRoom(place)) return place;
  }
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** A working day of that year between the first days of two months (1–13). */
export function someDay(r: Random, year: number, fromMonth: number, toMonth: number): Day {
  for (;;) {
    const month = fromMonth + Math.floor(r() * (toMonth - fromMonth));
    const day = `${year}-${pad(month)}-${pad(1 + Math.floor(r() * 28))}`;
    if (isWorkingDay(day)) return day;
  }
}

/** Days on which the district's standing committee decides of members: twice a month, moved to a working day. */
export function sessions(year: number): Day[] {
  const days: Day[] = [];
  for (let month = 1; month <= 12; month += 1)
    for (const date of [9, 24]) {
      let found = date;
      while (!isWorkingDay(`${year}-${pad(month)}-${pad(found)}`)) found -= 1;
      days.push(`${year}-${pad(month)}-${pad(found)}`);
    }
  return days;
}
