import { addMonths } from '#/platform/day.ts';
import { between, chance, draw, type Random, random, weighted } from '../random.ts';
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
  for (const { organisation, first, size } of roster.places) {
    const decidedOn = workingDay(`2025-12-${between(the.r, 15, 29)}`);
    const paper = the.paper('QĐ', decidedOn);
    const isArmed = organisation.type === 'army' || organisation.type === 'police';
    for (let serial = first; serial < first + size; serial += 1) {
      const person = roster.member(serial);
      if (touched.has(person.code)) continue;
      const isNew = addMonths(String(person.admittedOn).padEnd(10, '-01'), 6) > YEAR_END;
      const omitted = isArmed
        ? 'own-system'
        : roster.isExempt(serial, person)
          ? 'exempt'
          : isNew
            ? 'admitted-under-6-months'
            : null;
      const grade = omitted === null ? { level: levelOf(the.r) } : { omitted };
      drafts.push({
        on: decidedOn,
        paper,
        act: { kind: 'member.classified', person: person.code, forYear: 2025, ...grade },
      });
    }
  }
}

const personOf = (person: unknown): unknown =>
  typeof person === 'string' ? person : (person as { code?: string } | undefined)?.code;

const levels = weighted([
  ['good', 80],
  ['excellent', 13.5],
  ['completed', 6],
  ['not-completed', 0.5],
]);
const levelOf = (r: Random): string => draw(r, levels);

function draftUnits(the: WardCase, organisations: readonly Grassroots[]): void {
  const on = '2026-01-22';
  const paper = the.paper('QĐ', on);
  const r = random(organisations.length, 9, 0);
  for (const { code, type } of organisations) {
    const isArmed = type === 'army' || type === 'police';
    const level = chance(r, 0.15) ? 'excellent' : chance(r, 0.9) ? 'good' : 'completed';
    const grade = isArmed ? { omitted: 'own-system' } : { level };
    the.drafts.push({ on, paper, act: { kind: 'unit.classified', unit: code, forYear: 2025, ...grade } });
  }
}
