import type { Day } from '#/platform/day.ts';
import type { FilterName } from './filters.ts';
import type { useMembersText } from './members-texts.ts';

interface UsualSpan {
  label: string;
  from?: string;
  to?: string;
}

/** The age bands of Forms 2 and 3 (11-HD/BTCTW, 13/12/2021). */
const ages = [
  ['18', '30'],
  ['31', '35'],
  ['36', '40'],
  ['41', '45'],
  ['46', '50'],
  ['51', '55'],
  ['56', '60'],
] as const;

/** Years of party age for which there is a badge, each up to the next. */
const badges = [30, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90];

/** What officers ask for most. */
export function usualSpans(name: FilterName, day: Day, say: ReturnType<typeof useMembersText>): UsualSpan[] {
  if (name === 'age')
    return [...ages.map(([from, to]) => ({ label: `${from}–${to}`, from, to })), { label: say('over60'), from: '61' }];
  if (name === 'partyAge') return badges.map((years) => ({ label: say('yearsUp', { years }), from: String(years) }));
  const year = Number(day.slice(0, 4));
  const ofYear = (of: number): UsualSpan => ({ label: String(of), from: `${of}-01-01`, to: `${of}-12-31` });
  return name === 'badge' ? [ofYear(year), ofYear(year + 1)] : [year - 2, year - 1, year].map(ofYear);
}
