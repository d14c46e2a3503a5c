import { addMonths } from '#/platform/day.ts';
import type { PersonRecord } from '../people.ts';
import { between, chance, type Random, random, shuffled } from '../random.ts';
import type { Grassroots } from '../roster.ts';
import { workingDay } from '../working-days.ts';
import type { WardCase } from './acts.ts';

const YEAR_END = '2025-12-31';

/**
 * The first grades under Regulation 366-QĐ/TW (30/8/2025): members in December, organisations in January. Those whose
 * first half-year is not over, the exempt and the armed bodies are left out with the reason.
 */
export function draftGrades(the: WardCase, organisations: readonly Grassroots[]): void {
  draftUnits(the, organisations);
  const { drafts, roster } = the;
  const touched = new Set(drafts.filter(({ on }) => on <= '2026-01-31').map(({ act }) => personOf(act.person)));
  for (const [organisation, places] of Map.groupBy(roster.places, (place) => place.organisation)) {
    const decidedOn = workingDay(`2025-12-${between(the.r, 15, 29)}`);
    const paper = the.paper('QĐ', decidedOn);
    const classify = (person: string, grade: { level: string } | { omitted: string }) =>
      drafts.push({ on: decidedOn, paper, act: { kind: 'member.classified', person, forYear: 2025, ...grade } });
    const voters: string[] = [];
    for (const { first, size } of places)
      for (let serial = first; serial < first + size; serial += 1) {
        const person = roster.member(serial);
        if (touched.has(person.code)) continue;
        const omitted = omissionOf(organisation, person, roster.isExempt(serial, person));
        if (omitted === null) voters.push(person.code);
        else classify(person.code, { omitted });
      }
    const levels = levelsOf(the.r, voters.length);
    voters.forEach((code, i) => {
      classify(code, { level: levels[i] as string });
    });
  }
}

function omissionOf({ type }: Grassroots, { admittedOn }: PersonRecord, isExempt: boolean): string | null {
  if (isArmed(type)) return 'own-system';
  if (isExempt) return 'exempt';
  return addMonths(String(admittedOn).padEnd(10, '-01'), 6) > YEAR_END ? 'admitted-under-6-months' : null;
}

const isArmed = (type: string): boolean => type === 'army' || type === 'police';

const personOf = (person: unknown): unknown =>
  typeof person === 'string' ? person : (person as { code?: string } | undefined)?.code;

/** Excellent at most a fifth of the good (366-QĐ/TW, 30/8/2025), so at most a sixth of both together. */
function levelsOf(r: Random, count: number): string[] {
  const completed = Math.round(count * (0.02 + r() * 0.07));
  const failed = count > 40 && chance(r, 0.15) ? 1 : 0;
  const excellent = Math.floor(((count - completed - failed) / 6) * 0.97);
  const of = (level: string, times: number): string[] => Array<string>(times).fill(level);
  const good = count - completed - failed - excellent;
  return shuffled(r, [
    ...of('good', good),
    ...of('excellent', excellent),
    ...of('completed', completed),
    ...of('not-completed', failed),
  ]);
}

function draftUnits(the: WardCase, organisations: readonly Grassroots[]): void {
  const on = '2026-01-22';
  const paper = the.paper('QĐ', on);
  const levels = levelsOf(
    random(organisations.length, 9, 0),
    organisations.filter(({ type }) => !isArmed(type)).length,
  );
  for (const { code, type } of organisations) {
    const grade = isArmed(type) ? { omitted: 'own-system' } : { level: levels.pop() as string };
    the.drafts.push({ on, paper, act: { kind: 'unit.classified', unit: code, forYear: 2025, ...grade } });
  }
}
