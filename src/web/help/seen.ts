import { remember, remembered } from '#/platform/ui/remembered.ts';

/** What a register never keeps: that somebody read a number, that a paper was printed. This browser does, for the guide of the first hour. */
export type Seen = 'figure' | 'paper';

export const noteSeen = (what: Seen): void => remember(`first-hour.${what}`, 'seen');

export const isSeen = (what: Seen): boolean => remembered(`first-hour.${what}`, ['seen']) === 'seen';
