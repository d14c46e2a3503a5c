import { type Draft, put, take } from '#/exchange/tables/columns.ts';
import { type Activity, isGone } from './activity.ts';
import type { Remarks } from './movement.ts';

type Texts = Record<string, string>;
type Addresses = Record<string, Texts | undefined>;

/** What a row of a national list said that makes it no member to register. */
export interface Hindrance {
  code: 'member.has-left' | 'member.to-be-deleted';
  words: string;
}

/**
 * Puts what only national lists say into the fields of the act, and tells what hinders: who is gone is not registered as
 * a member, and who is to be deleted is none here.
 */
export function settleNational(draft: Draft): Hindrance | null {
  const { activity, movement, remarks, service, helper } = draft as {
    activity?: { state?: Activity; on?: string; deletion?: string };
    movement?: Texts;
    remarks?: Remarks;
    service?: { service?: string; retired?: boolean };
    helper?: Addresses;
  };
  for (const key of ['activity', 'movement', 'remarks', 'service', 'helper']) delete draft[key];
  if (helper !== undefined || activity !== undefined) settleAddresses(draft, helper ?? {});
  if (service?.service !== undefined) put(draft, ['person', 'details', 'service'], service.service);
  if (service?.retired === true) put(draft, ['person', 'retired'], true);
  if (remarks !== undefined) settleRemarks(draft, remarks);
  return settleActivity(draft, activity ?? {}, movement ?? {});
}

const refusals = new Set(['không', 'ko', 'no', '0']);

function settleActivity(
  draft: Draft,
  { state, on, deletion }: { state?: Activity; on?: string; deletion?: string },
  movement: Texts,
): Hindrance | null {
  const moved = Object.values(movement).find((words) => words !== undefined);
  if (deletion !== undefined && !refusals.has(deletion.toLowerCase()))
    return { code: 'member.to-be-deleted', words: deletion };
  if (moved !== undefined) return { code: 'member.has-left', words: lineOf(moved) };
  if (state !== undefined && isGone(state)) return { code: 'member.has-left', words: on ?? state };
  if (state === 'exempt' || state === 'exempt-for-a-time') exempt(draft, state === 'exempt', on);
  else if (on !== undefined) put(draft, ['person', 'details', 'activityDayAsWritten'], on);
  return null;
}

const lineOf = (words: string) => words.replaceAll(/\s*\n\s*/g, ', ');

function settleRemarks(draft: Draft, { exempt: exemption, status, note }: Remarks): void {
  if (exemption !== undefined) exempt(draft, exemption.permanent, exemption.since);
  if (status !== undefined) draft.status ??= status;
  if (note !== undefined) put(draft, ['person', 'details', 'note'], note);
}

/** Since when is kept in the record: the register itself begins the exemption with its own first day. */
function exempt(draft: Draft, permanent: boolean, since: string | undefined): void {
  draft.exempt = { permanent };
  if (since !== undefined) put(draft, ['person', 'details', 'exemptedOn'], since);
}

const commune = /^(xã|phường|thị trấn|đặc khu)(?=\s)/iu;

/**
 * The detail of the national model holds the commune as its last part. Where helper columns say the same in two, they
 * tell which is which; where they say something else, somebody changed the national column and that one holds.
 */
function settleAddresses(draft: Draft, helpers: Addresses): void {
  for (const field of ['birthRegistration', 'hometown', 'residence']) {
    const helper = helpers[field] ?? {};
    const told = take(draft, ['person', field]) as Texts | undefined;
    const joined = [helper.detail, helper.commune].filter((part) => part !== undefined).join(', ');
    if (joined !== '' && (told?.detail === undefined || told.detail === joined)) {
      put(draft, ['person', field], { ...told, ...helper });
      if (helper.detail === undefined) delete (take(draft, ['person', field]) as Texts).detail;
    } else if (told?.detail !== undefined && told.commune === undefined)
      put(draft, ['person', field], { ...told, ...split(told.detail) });
  }
}

function split(detail: string): Texts {
  const at = detail.lastIndexOf(',');
  const last = detail.slice(at + 1).trim();
  if (!commune.test(last)) return {};
  if (at === -1) return { commune: last, detail: undefined as unknown as string };
  return { commune: last, detail: detail.slice(0, at).trim() };
}
