/** Where the present comes from; always an argument, so that a test can stand on any day. */
export interface Clock {
  now(): Date;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still at an ISO instant. */
export function fixedClock(instant: string): Clock {
  const at = new Date(instant).getTime();
  if (Number.isNaN(at)) throw new RangeError(`not an instant: ${instant}`);
  return { now: () => new Date(at) };
}
