import type { Catalogue } from '#/kernel/figures/catalogue.ts';
import type { Frame } from '#/kernel/figures/frame.ts';
import { countMany } from '#/kernel/figures/many.ts';
import type { Day } from '#/platform/day.ts';
import { openingDay, registrationDays } from './form-1/registrations.ts';
import { membersFigure } from './form-1/tally.ts';

/** The day on which the register of the asked unit opened, as far as it lies before a day (or on it). */
export async function openedOnDay(frame: Frame, catalogue: Catalogue, to: Day): Promise<Day | null> {
  const days = await registrationDays(frame, catalogue, [{ from: '1930-01-01', to }]);
  return openingDay(
    frame,
    days.map(({ day }) => day),
  );
}

export async function membersOn(frame: Frame, catalogue: Catalogue, days: readonly Day[]): Promise<number[]> {
  const figure = membersFigure(catalogue);
  const counts = await countMany(
    frame,
    days.map((day) => ({ figure, args: {}, from: day, to: day })),
  );
  return counts.map(({ named, declared }) => named + declared);
}
