import { addDays, addMonths, type Day } from '#/platform/day.ts';
import type { Draft } from '../drafts.ts';
import { between, chance, pick } from '../random.ts';
import type { Place } from '../roster.ts';
import { workingDay } from '../working-days.ts';
import { draftRefusals, takeProbationer } from './admissions.ts';
import { addDraft, type Case, canLose, isInCommune, isVillage, someDay, superiorAt } from './case.ts';

const DEATHS = 652;
const EXPULSIONS = 26;
const REMOVALS = { official: 61, probationary: 14 };
const LEFT = 12;
/** Some of the removed got back in the same year. */
const RESTORED = 3;

/** How many leave the register in 2020, and how many come back. */
export const DEPARTURES = DEATHS + EXPULSIONS + REMOVALS.official + REMOVALS.probationary + LEFT;
export const RETURNS = RESTORED;

const inVillage = (place: Place): boolean => isVillage(place) && isInCommune(place) && canLose(place);

export function draftDepartures(the: Case): void {
  for (let i = 0; i < DEATHS; i += 1) draftDeath(the, i);
  draftRefusals(the, REMOVALS.probationary);
  draftRemovals(the);
  for (let i = 0; i < LEFT; i += 1) leave(the, { kind: 'member.left' }, [58, 74]);
  for (let i = 0; i < EXPULSIONS; i += 1) draftExpulsion(the);
}

function draftDeath(the: Case, i: number): void {
  const { r, roster } = the;
  const pad = (n: number): string => String(n).padStart(2, '0');
  let on = `2020-${pad(between(r, 1, 12))}-${pad(between(r, 2, 28))}`;
  const ages = chance(r, 0.82) ? ([70, 94] as const) : ([48, 69] as const);
  const isProbationer = i < 2;
  if (isProbationer) on = `2020-02-1${i}`;
  const { code, place } = isProbationer
    ? takeProbationer(the, '2019-06-01', '2019-11-20', (one) => isInCommune(one) && canLose(one))
    : roster.take(r, inVillage, { ages });
  const paper = the.ofGrassroots(place.organisation, 'BC', workingDay(addDays(on, between(r, 1, 6))));
  addDraft(the, on, paper, { kind: 'member.died', person: code });
  place.now -= 1;
}

const reasons = [
  'Bỏ sinh hoạt đảng ba tháng trong năm không có lý do',
  'Không đóng đảng phí ba tháng trong năm không có lý do',
];

function draftRemovals(the: Case): void {
  for (let i = 0; i < REMOVALS.official; i += 1) {
    const isRestored = i < RESTORED;
    const act = { kind: 'member.nameRemoved', reason: pick(the.r, reasons) };
    const { code, on, place } = leave(the, act, [26, 50], isRestored ? 3 : 11);
    if (!isRestored) continue;
    const back = workingDay(addMonths(on, 7));
    addDraft(the, back, the.ofSuperior(superiorAt(place), 'QĐ', back), { kind: 'member.restored', person: code });
  }
}

/** The decision is a measure of discipline, and takes the member off the list. */
function draftExpulsion(the: Case): void {
  const { code, on } = leave(the, { kind: 'member.expelled' }, [30, 58]);
  const { paper } = the.drafts.at(-1) as Draft;
  const content = [pick(the.r, ['crime', 'corruption', 'land', 'finance', 'party-life', 'social-evils'])];
  the.drafts.splice(-1, 0, {
    on,
    paper,
    act: { kind: 'member.disciplined', person: code, form: 'expulsion', content },
  });
}

/** By a decision of the superior's standing committee. */
function leave(
  the: Case,
  act: { kind: string; reason?: string },
  ages: readonly [number, number],
  before = 12,
): { code: string; on: Day; place: Place } {
  const { code, place } = the.roster.take(the.r, inVillage, { ages });
  const on = someDay(the.r, 2020, 1, before);
  addDraft(the, on, the.ofSuperior(superiorAt(place), 'QĐ', on), { ...act, person: code });
  place.now -= 1;
  return { code, on, place };
}
