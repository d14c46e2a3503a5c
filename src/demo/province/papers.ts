import { day } from './calendar.ts';
import { communeName } from './tree.ts';

/** The communes' congresses of 2025: numbers begin again. */
const CONGRESS = 41;
/** Numbers a committee gives in one day, at most. */
const A_DAY = 8;
const DAYS = 820;

const types: Record<string, string> = {
  QĐ: 'Quyết định',
  GTSHĐ: 'Giấy giới thiệu sinh hoạt đảng',
  NQ: 'Nghị quyết',
  BC: 'Báo cáo',
};

export type PaperOf = (commune: number, sort: string, issued: number) => Record<string, unknown>;

/**
 * Papers of the communes' committees. A number follows from the day, so that it grows with the date though acts come by
 * their effect; within a day it counts.
 */
export function communePapers(communes: number): PaperOf {
  const given = new Map(Object.keys(types).map((sort) => [sort, new Uint8Array(communes * DAYS)]));
  return (commune, sort, issued) => {
    const counts = given.get(sort) as Uint8Array;
    const at = commune * DAYS + issued + 400;
    const count = (counts[at] as number) % A_DAY;
    counts[at] = count + 1;
    const since = issued < CONGRESS ? issued + 400 : issued - CONGRESS;
    return {
      issuer: `Đảng ủy ${communeName(commune)}`,
      number: `${since * A_DAY + count + 1}-${sort}/ĐU`,
      issuedOn: day(issued),
      type: types[sort],
    };
  };
}
