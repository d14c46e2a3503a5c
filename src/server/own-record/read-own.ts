import type { z } from 'zod';
import type { SheetItem } from '#/domain/members/member-contract.ts';
import type { listOwnAccesses, Office, readOwnRecord, revealOwnField } from '#/domain/members/own-record-contract.ts';
import { today } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { officesReaching } from '../access/sight.ts';
import { looksAt } from '../access-log/of-person.ts';
import { linesOf, openedValue } from '../access-log/read-value.ts';
import type { Api } from '../api.ts';
import { scopeOfPerson } from '../in-sight.ts';
import { readMember } from '../member/read-member.ts';
import { basesOf } from './bases.ts';
import { labelOf, sealedOf } from './sealed.ts';
import { logOwn, mustOwn, ownOf, readOwn } from './whose.ts';

/** One's own record, wherever one's cell lies now. */
export async function readOwnPage(
  { on }: z.output<typeof readOwnRecord.input>,
  api: Api,
): Promise<z.input<typeof readOwnRecord.output>> {
  const own = await ownOf(api);
  if (own === null) return { own: null };
  const { room, person } = own;
  const { rulebook } = await room.journal();
  const day = on ?? today(api.installation.clock);
  return readOwn(own, api, async (tx) => {
    const record = await readMember(tx, { person, tenant: room.tenant.code, on: day, knownAt: null, rulebook });
    const sealed = await sealedOf(tx, person, day);
    return {
      own: {
        // The photo is opened by a right that a member does not hold; a value of the sheet, by the way of their own below.
        record: { ...record, photo: null, sheet: withoutReveal(record.sheet) },
        sealed: sealed.map(({ field, label }) => ({ field, label })),
        openings: (await looksAt(tx, person, api, { isNotice: true, limit: fewOpenings })).accesses,
        offices: await officesOf(tx, person, api),
        bases: await basesOf(tx, person, rulebook, today(api.installation.clock)),
      },
    };
  });
}

/** All of them stand among the looks. */
const fewOpenings = 3;

/** The sheet without the officers' way to its sealed lines. */
function withoutReveal(sheet: readonly SheetItem[]): SheetItem[] {
  return sheet.map((item) => ({ ...item, lines: item.lines.map((line) => ({ ...line, reveal: null })) }));
}

/** A sensitive value of one's own: the line of the log is there before the answer leaves. Throws `field.empty`, `value.erased`. */
export async function revealOwn(
  { field, on }: z.output<typeof revealOwnField.input>,
  api: Api,
): Promise<z.input<typeof revealOwnField.output>> {
  const own = await mustOwn(api);
  const day = on ?? today(api.installation.clock);
  const { vault } = await own.room.journal();
  const value = await readOwn(own, api, async (tx) => {
    const found = (await sealedOf(tx, own.person, day)).find((one) => one.field === field);
    return openedValue(tx, found?.sealed, vault);
  });
  await logOwn(own, api, 'own.revealed', { field, on: day });
  return { field, label: labelOf(field), value: value as never, lines: linesOf(value) };
}

/** Who has looked at one's own record, from wherever. Throws `self.not-tied`. */
export async function ownAccesses(
  { cursor }: z.output<typeof listOwnAccesses.input>,
  api: Api,
): Promise<z.input<typeof listOwnAccesses.output>> {
  const own = await mustOwn(api);
  return readOwn(own, api, (tx) => looksAt(tx, own.person, api, { cursor }));
}

/** Which offices can read the record, the nearest first; who works in them is not told here. */
export async function officesOf(tx: Tx, person: string, { installation }: Api): Promise<Office[]> {
  const scope = await scopeOfPerson(tx, person);
  const offices = await officesReaching(tx, scope, installation.roles, today(installation.clock));
  return offices.map(({ title, unit, record, journal, attachments, reveals, unseals }) => ({
    ...{ title, unit, record, journal, attachments, reveals, unseals },
  }));
}
