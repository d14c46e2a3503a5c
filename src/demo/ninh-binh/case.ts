import type { ActInput } from '#/kernel/journal/act.ts';
import type { Day } from '#/platform/day.ts';
import type { Draft, DraftPaper, Series } from '../drafts.ts';
import { pick, type Random } from '../random.ts';
import type { Fate, Grassroots, Place, Roster } from '../roster.ts';
import { isWorkingDay } from '../working-days.ts';
import { isArmed, isCommune, type Superior, superiorOf } from './tree.ts';

/** The province's congress (XXII, term 2020–2025): its numbers begin again on this day. */
const CONGRESS: Day = '2020-10-23';
/** Grassroots congresses were held from April to June 2020, the districts' in July and August. */
const GRASSROOTS_CONGRESSES: readonly Day[] = ['2020-04-22', '2020-05-12', '2020-05-20', '2020-06-02', '2020-06-11'];

const types: Record<string, string> = {
  QĐ: 'Quyết định',
  BC: 'Báo cáo',
  NQ: 'Nghị quyết',
  CT: 'Chỉ thị',
  KH: 'Kế hoạch',
  KL: 'Kết luận',
  CTr: 'Chương trình',
  GTSHĐ: 'Giấy giới thiệu sinh hoạt đảng',
  TB: 'Thông báo kết luận',
};

type Sort = 'QĐ' | 'BC' | 'NQ' | 'CT' | 'KH' | 'KL' | 'CTr' | 'GTSHĐ' | 'TB';

/** The case while it is drafted. */
export interface Case {
  r: Random;
  roster: Roster;
  organisations: readonly Grassroots[];
  drafts: Draft[];
  /** Serial numbers of people who come after the opening. */
  nextSerial: () => number;
  /** Of the province's committee or of one of its bodies. */
  ofProvince: (sort: Sort, issuedOn: Day, body?: 'BTCTU' | 'UBKTTU') => DraftPaper;
  ofSuperior: (superior: Superior, sort: Sort, issuedOn: Day) => DraftPaper;
  ofGrassroots: (organisation: Grassroots, sort: Sort, issuedOn: Day) => DraftPaper;
}

export function makeCase(r: Random, roster: Roster, organisations: readonly Grassroots[]): Case {
  const known = new Map<string, Series>();
  const paper = (key: string, issuedOn: Day, make: () => Series): DraftPaper => {
    const series = known.get(key) ?? make();
    known.set(key, series);
    return { series, issuedOn };
  };
  let serial = roster.total + 1;
  return {
    r,
    roster,
    organisations,
    drafts: [],
    nextSerial: () => serial++,
    ofProvince: (sort, issuedOn, body) => paper(`NB ${body} ${sort}`, issuedOn, () => provinceSeries(sort, body)),
    ofSuperior: (superior, sort, issuedOn) =>
      paper(`${superior.code} ${sort}`, issuedOn, () => superiorSeries(superior, sort)),
    ofGrassroots: (organisation, sort, issuedOn) =>
      paper(`${organisation.code} ${sort}`, issuedOn, () => grassrootsSeries(r, organisation, sort)),
  };
}

const bodies = { BTCTU: 'Ban Tổ chức Tỉnh ủy', UBKTTU: 'Ủy ban Kiểm tra Tỉnh ủy' };

function provinceSeries(sort: Sort, body?: keyof typeof bodies): Series {
  const type = types[sort] as string;
  if (sort === 'GTSHĐ')
    return { issuer: `${bodies.BTCTU} Ninh Bình`, suffix: 'GTSHĐ', type, from: 0, gap: 2, restarts: ['2021-01-01'] };
  const issuer = body === undefined ? 'Tỉnh ủy Ninh Bình' : `${bodies[body]} Ninh Bình`;
  return {
    issuer,
    suffix: `${sort}/${body ?? 'TU'}`,
    type,
    from: sort === 'QĐ' ? 2140 : 96,
    gap: 3,
    restarts: [CONGRESS],
  };
}

function superiorSeries({ committee, suffix, congress }: Superior, sort: Sort): Series {
  const type = types[sort] as string;
  if (sort === 'GTSHĐ')
    return { issuer: `Ban Tổ chức ${committee}`, suffix: sort, type, from: 0, gap: 1, restarts: ['2021-01-01'] };
  return {
    issuer: committee,
    suffix: `${sort}/${suffix}`,
    type,
    from: sort === 'QĐ' ? 1870 : 74,
    gap: 3,
    restarts: [congress],
  };
}

function grassrootsSeries(r: Random, { kind, name, place }: Grassroots, sort: Sort): Series {
  const isBody = kind === 'grassroots-body';
  const issuer = isBody ? `Đảng ủy ${place}` : name;
  const suffix = sort === 'GTSHĐ' ? sort : `${sort}/${isBody ? 'ĐU' : 'CB'}`;
  return {
    issuer,
    suffix,
    type: types[sort] as string,
    from: Math.floor(r() * 60),
    gap: 2,
    restarts: [pick(r, GRASSROOTS_CONGRESSES)],
  };
}

export function addDraft({ drafts }: Case, on: Day, paper: Draft['paper'], act: ActInput): void {
  drafts.push({ on, paper, act });
}

/** Where somebody may leave from without a cell shrinking out of shape, and where there is room. */
export const canLose = ({ now }: Place): boolean => now > 7;
export const hasRoom = ({ most, organisation }: Place): boolean => organisation.kind !== 'grassroots-cell' || most < 29;
export const isVillage = ({ cell }: Place): boolean => cell.profile === 'village' || cell.profile === 'quarter';
export const isInCommune = ({ organisation }: Place): boolean => isCommune(organisation);
/** Soldiers and policemen come and go by ways of their own. */
export const isCivil = ({ organisation, cell }: Place): boolean => !isArmed(organisation) && cell.profile !== 'police';

/** A place that suits, each as likely. */
export function anyPlace({ r, roster }: Case, suits: (place: Place) => boolean): Place {
  for (;;) {
    const place = pick(r, roster.places);
    if (hasRoom(place) && suits(place)) return place;
  }
}

/** A member of the opening day of one organisation; of a commune, one of its office. */
export function someoneOf({ r, roster }: Case, organisation: Grassroots, fate: Fate): { code: string; place: Place } {
  const own = roster.places.filter((place) => place.organisation === organisation);
  const office = own.filter(({ cell }) => cell.profile === 'communeOffice');
  return roster.takeFrom(r, office.length > 0 ? office : own, fate);
}

export const superiorAt = ({ organisation }: Place): Superior => superiorOf(organisation);

const pad = (value: number): string => String(value).padStart(2, '0');

/** A working day of that year between the first days of two months (1–13). */
export function someDay(r: Random, year: number, fromMonth: number, toMonth: number): Day {
  for (;;) {
    const month = fromMonth + Math.floor(r() * (toMonth - fromMonth));
    const day = `${year}-${pad(month)}-${pad(1 + Math.floor(r() * 28))}`;
    if (isWorkingDay(day)) return day;
  }
}

/** Days on which a standing committee decides of members: twice a month, each on dates of its own. */
export function sessions({ code }: Superior, year: number): Day[] {
  const shift = code.charCodeAt(0) % 5;
  return Array.from({ length: 24 }, (_, i) => {
    let date = (i % 2 === 0 ? 8 : 23) + shift;
    const month = pad((i >> 1) + 1);
    while (!isWorkingDay(`${year}-${month}-${pad(date)}`)) date -= 1;
    return `${year}-${month}-${pad(date)}`;
  });
}
