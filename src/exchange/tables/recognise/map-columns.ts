import { layoutOf } from '#/exchange/national/recognise-layout.ts';
import { type Cell, columnLetters } from '#/platform/documents/table.ts';
import { mask } from '../cell-types.ts';
import type { ColumnPlan } from '../plan.ts';
import { daysIn } from '../planned/two-days.ts';
import { isSensitiveTarget } from '../targets.ts';
import { byContent, isCitizenId } from './by-content.ts';
import type { Headings } from './find-headings.ts';
import { headingWords } from './heading-words.ts';
import type { Match } from './match-heading.ts';
import { rowKind } from './row-kind.ts';
import { cellsTold, type Sample, type SampleRow, shown } from './sample.ts';

const samplesShown = 4;

interface Draft {
  at: number;
  heading: string;
  values: Cell[];
  match: Match;
}

/** What stands in each column: by its heading, else by its content; each target once. */
export function mapColumns(sample: Sample, headings: Headings): ColumnPlan[] {
  const data = dataRows(sample.rows, headings);
  const width = Math.max(headings.levels.length, ...data.map(({ values }) => values.length), 0);
  const drafts = Array.from({ length: width }, (_, at): Draft => {
    const match = headings.matches[at] ?? null;
    return {
      at,
      heading: (headings.levels[at] ?? []).join(' / '),
      values: data.flatMap(({ values }) => (shown(values[at]) === '' ? [] : [values[at] as Cell])),
      match: { target: null, sureness: 'none', ...match },
    };
  });
  if (headings.kind === 'members') {
    splitNames(drafts);
    for (const draft of drafts) reconsider(draft);
    cardsTogether(drafts);
    for (const draft of drafts) if (draft.match.sureness === 'none') nearCard(draft, drafts);
    onlyOnce(drafts);
    fillByContent(drafts, data);
    ofNationalList(drafts);
  } else onlyOnce(drafts);
  return drafts
    .filter(({ heading, values }) => heading !== '' || values.length > 0)
    .map((draft) => columnPlan(draft, headings.kind, sample));
}

function dataRows(rows: readonly SampleRow[], { dataFrom, matches }: Headings): SampleRow[] {
  const mapped = matches.flatMap((match, at) => (match === null || match.target === 'ordinal' ? [] : [at]));
  return rows.filter(({ row, values }) => {
    if (row < dataFrom) return false;
    const cells = cellsTold(values);
    return rowKind(cells, mapped.slice(0, 2), false, cells.filter(({ at }) => mapped.includes(at)).length) === null;
  });
}

/** Among the headings of a national list every column is what it is there. */
function ofNationalList(drafts: readonly Draft[]): void {
  const matches = layoutOf(
    drafts.map(({ heading }) => heading),
    headingWords,
  );
  if (matches === null) return;
  const taken = new Set(matches.map((match) => match?.target));
  for (const [at, draft] of drafts.entries()) {
    const match = matches[at];
    if (match != null) draft.match = match;
    else if (taken.has(draft.match.target ?? undefined)) draft.match = { target: null, sureness: 'none' };
  }
}

/** One heading over two columns of names, or "Họ và tên" beside an unnamed column: the family's and the given name. */
function splitNames(drafts: readonly Draft[]): void {
  for (const [at, draft] of drafts.entries()) {
    const next = drafts[at + 1];
    if (draft.match.target === 'name.family' && next !== undefined && next.match.target === 'person.name')
      next.match = { ...given };
    if (draft.match.target !== 'person.name' || next === undefined) continue;
    const isSame = next.match.target === 'person.name' && next.heading === draft.heading;
    if ((!isSame && next.heading !== '') || !areGiven(next.values, draft.values.length)) continue;
    draft.match = { target: 'name.family', sureness: draft.match.sureness };
    next.match = { ...given };
  }
  const hasFamily = drafts.some(({ match }) => match.target === 'name.family');
  for (const draft of drafts) {
    if (draft.match.target === 'name.given' && !hasFamily) draft.match = { ...draft.match, target: 'person.name' };
    if (draft.match.target !== 'person.name' || !hasFamily) continue;
    if (areGiven(draft.values, 0)) draft.match = { ...draft.match, target: 'name.given' };
  }
}

const given: Match = { target: 'name.given', sureness: 'known' };

function areGiven(values: readonly Cell[], beside: number): boolean {
  const single = values.filter((cell) => /^\p{L}+$/u.test(shown(cell)));
  return values.length > 0 && values.length >= beside * 0.5 && single.length >= values.length * 0.8;
}

const looksLikeDay = (cell: Cell) =>
  cell instanceof Date || /\d{1,2}\s*[/.-]\s*\d{1,4}|^\s*(19|20)\d\d\s*$/.test(shown(cell));

/** What a heading says, corrected by what stands below it. */
function reconsider(draft: Draft): void {
  const { target, sureness } = draft.match;
  const { values } = draft;
  if (values.length === 0 || target === null) return;
  const days = values.filter(looksLikeDay).length / values.length;
  const becomes = (other: string | null) => {
    draft.match = { target: other, sureness };
  };
  if (/^person\.(admitted|official)On$/.test(target)) {
    const pairs = values.filter((cell) => typeof cell === 'string' && daysIn(cell).length === 2).length;
    if (pairs > values.length / 2) becomes('days.admittedOfficial');
  }
  if (target === 'mark.status.official' && days > 0.5) becomes('person.officialOn');
  if (target === 'mark.status.probationary' && days > 0.5) becomes('person.admittedOn');
  if (target === 'cell.name' && values.every((cell) => /^[A-Z0-9]+([.-][A-Z0-9]+)+$/.test(shown(cell))))
    becomes('cell');
  if (target === 'person.citizenId' || target === 'person.oldIdentityNumber') {
    const lengths = new Set(values.map((cell) => shown(cell).replaceAll(/\D/g, '').length));
    if (lengths.has(9) && (lengths.has(12) || lengths.has(11))) becomes('identity.any');
    else if (target === 'person.citizenId' && lengths.size === 1 && lengths.has(9)) becomes('person.oldIdentityNumber');
    else if (target === 'person.oldIdentityNumber' && values.every((cell) => isCitizenId(shown(cell))))
      becomes('person.citizenId');
  }
}

const cardNumber = /^cards\.(any|card-12|card-8)\.number$/;

/** The card's scheme follows from the numbers: all of 12 digits, all of 8, or some of each; day and place go with the number. */
function cardsTogether(drafts: readonly Draft[]): void {
  const numbers = drafts.filter(({ match }) => cardNumber.test(match.target ?? ''));
  const move = (from: string, to: string) => {
    for (const { match } of drafts)
      if (match.target?.startsWith(`cards.${from}.`)) match.target = match.target.replace(from, to);
  };
  for (const { match, values } of numbers) {
    const scheme = cardNumber.exec(match.target ?? '')?.[1] ?? '';
    // What has letters is no number of a card, and its digits tell nothing of the scheme.
    const plain = values.map(shown).filter((text) => !/\p{L}/u.test(text));
    if (plain.length === 0) continue;
    const lengths = new Set(plain.map((text) => text.replaceAll(/\D/g, '').length));
    const only = lengths.size === 1 ? [...lengths][0] : undefined;
    const found = only === 12 ? 'card-12' : only === 8 ? 'card-8' : 'any';
    if (found !== scheme && (numbers.length === 1 || found !== 'any')) move(scheme, found);
  }
  const [single] = numbers;
  const schemes = new Set(numbers.map(({ match }) => match.target));
  if (single !== undefined && schemes.size === 1) move('any', cardNumber.exec(single.match.target ?? '')?.[1] ?? 'any');
}

/** "Ngày cấp", "Nơi cấp" beside a card's number is the card's. */
function nearCard(draft: Draft, drafts: readonly Draft[]): void {
  const part = /^ngày (cấp|phát)$/i.test(draft.heading.trim()) ? 'issuedOn' : null;
  if (part === null) return;
  for (const before of drafts.slice(Math.max(0, draft.at - 2), draft.at).toReversed()) {
    const scheme = /^cards\.([\w-]+)\./.exec(before.match.target ?? '')?.[1];
    if (scheme === undefined) continue;
    draft.match = { target: `cards.${scheme}.${part}`, sureness: 'alike' };
    return;
  }
}

const order = ['same', 'known', 'alike', 'content', 'none'];

/** Of several columns for one target the surest is it, of equals the first with content. */
function onlyOnce(drafts: readonly Draft[]): void {
  const ranked = drafts.toSorted(
    (a, b) =>
      order.indexOf(a.match.sureness) - order.indexOf(b.match.sureness) ||
      Number(a.values.length === 0) - Number(b.values.length === 0) ||
      a.at - b.at,
  );
  const taken = new Set<string>();
  for (const draft of ranked) {
    const { target } = draft.match;
    if (target === null) continue;
    if (taken.has(target)) draft.match = { target: null, sureness: 'none' };
    else taken.add(target);
  }
}

function fillByContent(drafts: readonly Draft[], data: readonly SampleRow[]): void {
  const taken = new Set(drafts.map(({ match }) => match.target));
  const bornAt = drafts.find(({ match }) => match.target === 'person.born')?.at;
  for (const draft of drafts) {
    if (draft.match.sureness !== 'none') continue;
    const target = byContent(draft.values);
    if (target === null || taken.has(target)) continue;
    if (target === 'person.name' && taken.has('name.family')) continue;
    // A card of 12 digits may look so too: only the year of birth in it tells.
    if (target === 'person.citizenId' && (bornAt === undefined || !tellsBirth(draft.at, bornAt, data))) continue;
    draft.match = { target, sureness: 'content' };
    taken.add(target);
  }
}

function tellsBirth(at: number, bornAt: number, data: readonly SampleRow[]): boolean {
  const both = data.filter(({ values }) => shown(values[at]) !== '' && /\d{2}$/.test(shown(values[bornAt])));
  const same = both.filter(({ values }) => shown(values[at]).slice(4, 6) === shown(values[bornAt]).slice(-2));
  return both.length > 0 && same.length >= both.length * 0.8;
}

function columnPlan(
  { at, heading, values, match }: Draft,
  kind: Headings['kind'],
  { charsets, mixed }: Sample,
): ColumnPlan {
  const { target, sureness } = match;
  // A column that nobody knows may be one of identity numbers.
  const mayBeSensitive = (text: string) =>
    target === null ? /\d{9}/.test(text.replaceAll(/[\s.-]/g, '')) : isSensitiveTarget(kind, target);
  const samples = [...new Set(values.map(shown))].slice(0, samplesShown);
  const charset = charsets.get(at);
  return {
    at,
    letters: columnLetters(at),
    heading,
    samples: samples.map((text) => (mayBeSensitive(text) ? mask : text)),
    target,
    sureness,
    ...(charset === undefined ? {} : { charset }),
    ...(mixed.has(at) ? { isMixed: true } : {}),
  };
}
