import type { Say } from '#/platform/i18n/texts.ts';
import { writeDay } from '#/platform/ui/written.ts';
import type { Period } from './period.ts';

type Key = 'yearNamed' | 'firstHalf' | 'secondHalf' | 'quarterNamed' | 'monthNamed' | 'span';

/** The period as people call it: "Quý III/2025". */
export function periodName({ kind, from, to }: Period, say: Say<Key>): string {
  const year = from.slice(0, 4);
  const month = Number(from.slice(5, 7));
  if (kind === 'year') return say('yearNamed', { year });
  if (kind === 'half') return say(month > 6 ? 'secondHalf' : 'firstHalf', { year });
  if (kind === 'quarter') return say('quarterNamed', { quarter: roman(Math.ceil(month / 3)), year });
  if (kind === 'month') return say('monthNamed', { month, year });
  return say('span', { from: writeDay(from), to: writeDay(to) });
}

export function roman(quarter: number): string {
  return ['I', 'II', 'III', 'IV'][quarter - 1] as string;
}
