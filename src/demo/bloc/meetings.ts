import { addDays, type Day } from '#/platform/day.ts';
import { between, chance, pick } from '../random.ts';
import { workingDay } from '../working-days.ts';
import { isAwayOn } from './careers.ts';
import { add, type BlocCase } from './case.ts';
import { type BlocCell, cellsOn } from './tree.ts';

/** Themes of the quarters. */
const themes = [
  'Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
  'Nâng cao chất lượng sinh hoạt chi bộ',
  'Trách nhiệm nêu gương của đảng viên',
  'Phòng, chống tham nhũng, lãng phí trong cơ quan, đơn vị',
];

interface Meeting {
  cell: BlocCell;
  on: Day;
  sort: 'regular' | 'thematic';
  convened: number;
  absent: number;
}

export interface Attendance {
  /** Least and greatest share of the year, met exactly by one cell and by some; null: nobody published one. */
  exactly: readonly [least: number, greatest: number] | null;
}

/** Every cell meets in the first days of each month, and on a theme once a quarter (12-HD/BTCTW, 6/7/2018). */
export function draftMeetings(the: BlocCase, year: number, { exactly }: Attendance): void {
  const cells = cellsOn(the.organisations, `${year}-12-31`);
  const byCell = cells.map((cell) => meetingsOf(the, cell, year)).filter((meetings) => meetings.length > 0);
  const heads = (meetings: Meeting[]) => meetings.reduce((sum, { convened }) => sum + convened, 0);
  const isWhole = (meetings: Meeting[]) => meetings.length === 16;
  const worst =
    exactly === null ? undefined : byCell.find((meetings) => isWhole(meetings) && heads(meetings) % 5 === 0);
  if (exactly !== null && worst === undefined) throw new Error(`no cell can have just ${exactly[0]}%`);
  for (const meetings of byCell) {
    const all = heads(meetings);
    // All others lie a little above the least; every tenth cell is always complete.
    const most = Math.floor(all * 0.17);
    const absent = meetings === worst ? all / 5 : chance(the.r, 0.1) ? 0 : between(the.r, Math.ceil(all * 0.02), most);
    spread(the, meetings, absent);
    for (const meeting of meetings) draftMeeting(the, meeting);
  }
}

function meetingsOf(the: BlocCase, cell: BlocCell, year: number): Meeting[] {
  const meetings: Meeting[] = [];
  for (let month = 1; month <= 12; month += 1) {
    const first = `${year}-${String(month).padStart(2, '0')}-0`;
    const meet = (sort: Meeting['sort'], on: Day) => {
      const convened = the.company.on(cell, on).filter((one) => !isAwayOn(one, on)).length;
      if (convened > 0) meetings.push({ cell, on, sort, convened, absent: 0 });
    };
    meet('regular', workingDay(`${first}3`));
    if (month % 3 === 2) meet('thematic', workingDay(addDays(`${first}9`, 8)));
  }
  return meetings;
}

/** So many absent in all, never more than two in five of one meeting. */
function spread({ r }: BlocCase, meetings: Meeting[], absent: number): void {
  for (let left = absent; left > 0; ) {
    const meeting = pick(r, meetings);
    if (meeting.absent + 1 > meeting.convened * 0.4) continue;
    meeting.absent += 1;
    left -= 1;
  }
}

function draftMeeting(the: BlocCase, { cell, on, sort, convened, absent }: Meeting): void {
  const { r } = the;
  const excused = absent - (chance(r, 0.1) && absent > 0 ? 1 : 0);
  const topic = sort === 'thematic' ? { topic: pick(r, themes) } : {};
  const isBody = cell.code !== cell.organisation.code;
  const visitors = chance(r, 0.08)
    ? { visitors: [{ level: isBody && chance(r, 0.7) ? 'grassroots' : 'district' }] }
    : {};
  const act = { kind: 'meeting.held', unit: cell.code, sort, ...topic, convened, present: convened - absent, excused };
  add(the, on, null, { ...act, ...visitors });
}
