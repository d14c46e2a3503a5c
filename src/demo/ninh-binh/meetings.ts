import { between, chance, type Random } from '../random.ts';
import type { Place } from '../roster.ts';
import { workingDay } from '../working-days.ts';
import { addDraft, type Case } from './case.ts';
import { cellResolution } from './duties.ts';

/** Every cell meets in the first days of the month, and each quarter about a theme (12-HD/BTCTW, 6/7/2018). */
export function draftMeetings(the: Case): void {
  const { r } = the;
  the.roster.places.forEach((place, i) => {
    // Whoever is exempt is not convened.
    const convened = Math.max(3, Math.min(place.size, place.now) - Math.ceil(place.size * 0.04));
    for (let month = 1; month <= 12; month += 1) {
      // In April 2020 everybody stayed at home for two weeks: the meeting of that month came late.
      const first = month === 4 ? 23 : 3 + (i % 3);
      const on = workingDay(`2020-${String(month).padStart(2, '0')}-${String(first).padStart(2, '0')}`);
      const act = { kind: 'meeting.held', unit: place.cell.code, sort: 'regular', ...attendance(r, place, convened) };
      addDraft(the, on, cellResolution(place, on), act);
    }
  });
}

function attendance(r: Random, place: Place, convened: number): Record<string, unknown> {
  const most = Math.floor(convened * (place.cell.profile === 'village' ? 0.16 : 0.09));
  const absent = between(r, 0, most);
  const excused = chance(r, 0.9) ? absent : Math.max(0, absent - 1);
  const visitors = chance(r, 0.06) ? { visitors: [{ level: chance(r, 0.7) ? 'grassroots' : 'district' }] } : {};
  return { convened, present: convened - absent, excused, ...visitors };
}
