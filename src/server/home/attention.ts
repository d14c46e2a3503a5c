import type { Catalogue } from '#/kernel/figures/catalogue.ts';
import { declaredShares } from '#/kernel/figures/declared.ts';
import type { CountFigure, ListEntry } from '#/kernel/figures/figure.ts';
import { type Frame, frameOn } from '#/kernel/figures/frame.ts';
import { type CountPoint, countMany, type NamedAndDeclared } from '#/kernel/figures/many.ts';
import type { Rulebook } from '#/kernel/rulebook/rulebook.ts';
import type { Attention } from '#/reports/home/contract.ts';
import { concernsOf, instrumentOf, type Looked } from './concerns.ts';
import { firstOf } from './first-of.ts';
import type { Spans } from './spans.ts';

/** What a record may lack: each is a question to the members by composition. */
const gaps: Record<string, string>[] = [
  { age: 'untold' },
  { sex: 'untold' },
  { ethnicity: 'untold' },
  { religion: 'untold' },
  { work: 'untold' },
  { schooling: 'untold' },
  { qualification: 'untold' },
  { theory: 'untold' },
  { era: 'untold' },
];

/** What is late, comes due or is odd: counted together, then the first names behind each that there is. */
export async function attention(
  frame: Frame,
  catalogue: Catalogue,
  rulebook: Rulebook,
  { spans, isNamed }: { spans: Spans; isNamed: boolean },
): Promise<Attention[]> {
  const looked = concernsOf(spans);
  const isApart = ({ isBroad }: Looked) => isNamed && isBroad === true;
  const together = looked.filter((one) => !isApart(one));
  const counts = await countMany(
    frame,
    together.map((one) => pointOf(frame, catalogue, one)),
  );
  const numberOf = (concern: string) => total(counts[together.findIndex((one) => one.concern === concern)] ?? NOTHING);
  const found: Attention[] = [];
  for (const one of looked) {
    const seen = isApart(one) ? await seenAtOnce(frame, catalogue, one) : null;
    const count = seen?.count ?? numberOf(one.concern);
    // The same cells as in the month before: saying it once is enough.
    const isTold = one.concern === 'meetings-this-month' && count === numberOf('meetings-missed');
    if (count === 0 || isTold) continue;
    const { concern, sort, figure, args, over, act } = one;
    const { measure, instrument } = catalogue.get(figure);
    const parts = concern === 'records-incomplete' ? await gapsOf(frame, catalogue) : undefined;
    found.push({
      concern,
      sort,
      count,
      measure,
      figure,
      args,
      from: over?.from ?? null,
      to: over?.to ?? frame.on,
      instrument: instrumentOf(rulebook, one, instrument, frame.on),
      first: seen?.first ?? (isNamed ? (await seenIn(frame, catalogue, one)).first : []),
      act,
      ...(parts === undefined ? {} : { parts }),
    });
  }
  return found;
}

function pointOf(frame: Frame, catalogue: Catalogue, { figure, args, over }: Looked): CountPoint {
  return {
    figure: catalogue.ask(figure, args).figure as CountFigure,
    args,
    ...(over ?? { from: frame.on, to: frame.on }),
  };
}

const timeOf = (frame: Frame, { over }: Looked) =>
  over === null ? frameOn(frame, { on: frame.on, from: null, to: null }) : frameOn(frame, { on: over.to, ...over });

const seenIn = (frame: Frame, catalogue: Catalogue, one: Looked) =>
  firstOf(timeOf(frame, one), catalogue.get(one.figure) as CountFigure, one.args);

/** Number and names by one look, and what was declared without names. */
async function seenAtOnce(
  frame: Frame,
  catalogue: Catalogue,
  one: Looked,
): Promise<{ count: number; first: ListEntry[] }> {
  const { named, first } = await seenIn(frame, catalogue, one);
  const shares = await declaredShares(timeOf(frame, one), catalogue.get(one.figure) as CountFigure, one.args);
  return { count: [...shares.values()].reduce((sum, amount) => sum + amount, named), first };
}

async function gapsOf(frame: Frame, catalogue: Catalogue): Promise<NonNullable<Attention['parts']>> {
  const figure = catalogue.get('members-by') as CountFigure;
  const points = gaps.map((args) => ({ figure, args, from: frame.on, to: frame.on }));
  const counts = await countMany(frame, points);
  return gaps
    .map((args, at) => ({
      figure: figure.name,
      args,
      from: null,
      to: frame.on,
      value: total(counts[at] as NamedAndDeclared),
    }))
    .filter(({ value }) => value > 0);
}

const NOTHING: NamedAndDeclared = { named: 0, declared: 0 };

const total = ({ named, declared }: NamedAndDeclared) => named + declared;
