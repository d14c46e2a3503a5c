import type { Frame } from '#/kernel/figures/frame.ts';
import { unitLabels } from '#/kernel/figures/unit-labels.ts';
import type { Day } from '#/platform/day.ts';

const found = new WeakMap<Frame, Map<string, Promise<unknown>>>();

/** What several reports of one frame need: found for the first that asks. A key is of one place in the code. */
export function once<T>(frame: Frame, key: string, find: () => Promise<T>): Promise<T> {
  const ofFrame = found.get(frame) ?? new Map<string, Promise<unknown>>();
  found.set(frame, ofFrame);
  const known = (ofFrame.get(key) as Promise<T> | undefined) ?? find();
  ofFrame.set(key, known);
  return known;
}

/** The asked unit as it was called on a day. */
export function nameOnDay(frame: Frame, day: Day): Promise<{ code: string; name: string }> {
  return once(frame, `name ${day}`, async () => (await unitLabels(frame.facts, [frame.unitId]))(frame.unitId, day));
}
