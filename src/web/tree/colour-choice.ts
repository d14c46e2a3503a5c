import type { FigureDescription } from '#/kernel/figures/contract.ts';
import type { Day } from '#/platform/day.ts';

/** The figure that colours the picture, as an address tells it: name:key=value:… */
export interface Colour {
  figure: string;
  args: Record<string, string>;
}

/** What is asked most: shares that compare units of any size. */
export const presets = {
  women: 'share:of=female-members:among=members',
  good: 'members-good-or-above',
  goodUnits: 'grassroots-units-good-or-above',
  admissions: 'admissions',
  attainment: 'target-attainment:of=admissions',
  age: 'members-average-age',
} as const;

export const noColour = 'none';

export function readColour(text: string): Colour | null {
  const [figure = '', ...pairs] = text.split(':');
  if (text === noColour || figure === '') return null;
  const args = pairs.map((pair): [string, string] => {
    const at = pair.indexOf('=');
    return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
  });
  return { figure, args: Object.fromEntries(args) };
}

/** Whether it is counted on a day: then no year has to be chosen. The share of one stock in another is. */
export function isOfDay({ figure, args }: Colour, figures: readonly FigureDescription[]): boolean {
  const isStock = (name: string | undefined) => figures.find((one) => one.name === name)?.time === 'stock';
  return figure === 'share' ? isStock(args.of) && isStock(args.among) : isStock(figure);
}

/** The days that a colour is asked for: one, or a year up to now. */
export function daysOf(isDay: boolean, day: Day, year: string): { from: Day; to: Day } {
  return isDay ? { from: day, to: day } : { from: `${year}-01-01`, to: `${year}-12-31` };
}

/** Figures of the catalogue that can colour: what has a value for each unit, and needs no argument. */
export function colouring(figures: readonly FigureDescription[]): FigureDescription[] {
  const can = ['count', 'ratio', 'average'];
  return figures.filter(({ type, args }) => can.includes(type) && args.every(({ required }) => !required));
}
