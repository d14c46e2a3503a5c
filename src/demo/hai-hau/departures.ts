import { addDays, addMonths } from '#/platform/day.ts';
import type { Draft } from '../drafts.ts';
import { between, chance, pick } from '../random.ts';
import type { Place } from '../roster.ts';
import { workingDay } from '../working-days.ts';
import { draftRefusals, takeProbationer } from './admissions.ts';
import { addDraft, type Case, canLose, isInCommune, isVillage, someDay } from './case.ts';

const DEATHS = 187;
const EXPULSIONS = 3;
const REMOVALS = { official: 11, probationary: 4 };
const LEFT = 2;
/** One of the removed got back in the same year. */
const RESTORED = 1;

/** How many leave the register in 2020, and how many come back. */
export const DEPARTURES = DEATHS + EXPULSIONS + REMOVALS.official + REMOVALS.probationary + LEFT;
export const RETURNS = RESTORED;

const inVillage = (place: Place): boolean => isVillage(place) && isInCommune(place) && canLose(place);

export function draftDepartures(the: Case): void {
  draftDeaths(the);
  draftRefusals(the, REMOVALS.probationary);
  draftRemovals(the);
  for (let i = 0; i < EXPULSIONS; i += 1) draftExpulsion(the);
  for (let i = 0; i < LEFT; i += 1) leave(the, { kind: 'member.left' }, [58, 74]);
}

function draftDeaths(the: Case): void {
  const { r, roster } = the;
  for (let i = 0; i < DEATHS; i += 1) {
    const ages = chance(r, 0.8) ? ([72, 94] as const) : ([52, 71] as const);
    const on = `2020-${String(between(r, 1, 12)).padStart(2, '0')}-${String(between(r, 2, 28)).padStart(2, '0')}`;
    if (i === 0) {
      const { code, place } = takeProbationer(the, '2019-06-01', '2019-11-20', inVillage);
      dies(the, code, place, '2020-02-21');
    } else {
      const { code, place } = roster.take(r, inVillage, { ages });
      dies(the, code, place, on);
    }
  }
}

function dies(the: Case, code: string, place: Place, on: string): void {
  const reportedOn = workingDay(addDays(on, between(the.r, 1, 6)));
  addDraft(the, on, the.grassrootsPaper(place.organisation, 'BC', reportedOn), { kind: 'member.died', person: code });
  place.now -= 1;
}

function draftRemovals(the: Case): void {
  const reasons = [
    'Bỏ sinh hoạt đảng ba tháng trong năm không có lý do',
    'Không đóng đảng phí ba tháng trong năm không có lý do',
  ];
  for (let i = 0; i < REMOVALS.official; i += 1) {
    const isRestored = i < RESTORED;
    const { code, on } = leave(
      the,
      { kind: 'member.nameRemoved', reason: pick(the.r, reasons) },
      [26, 50],
      isRestored ? 3 : 11,
    );
    if (!isRestored) continue;
    const back = workingDay(addMonths(on, 7));
    addDraft(the, back, the.decision(back), { kind: 'member.restored', person: code });
  }
}

/** The decision is a measure of discipline, and takes the member off the list. */
function draftExpulsion(the: Case): void {
  const { code, on } = leave(the, { kind: 'member.expelled' }, [34, 58]);
  const { paper } = the.drafts.at(-1) as Draft;
  const content = [pick(the.r, ['corruption', 'crime', 'population'])];
  the.drafts.splice(-1, 0, {
    on,
    paper,
    act: { kind: 'member.disciplined', person: code, form: 'expulsion', content },
  });
}

/** By a decision of the district's standing committee. */
function leave(
  the: Case,
  act: { kind: string; reason?: string },
  ages: readonly [number, number],
  before = 12,
): { code: string; on: string } {
  const { code, place } = the.roster.take(the.r, inVillage, { ages });
  const on = someDay(the.r, 2020, 1, before);
  addDraft(the, on, the.decision(on), { ...act, person: code });
  place.now -= 1;
  return { code, on };
}
