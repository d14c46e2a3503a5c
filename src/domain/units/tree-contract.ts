import { z } from 'zod';
import { contract } from '#/platform/contract/contract.ts';
import { dayField, flagField, manyField } from '#/platform/contract/fields.ts';
import { unitLabel } from '#/platform/contract/shapes.ts';

const place = { unit: z.string().min(1), tenant: z.string().optional(), scope: z.string().optional() };
const counts = z.array(z.int());

/**
 * A subtree, every unit at the same place in each array: a superior before what is under it, siblings by code. Arrays and
 * not objects: 17,000 units are one answer of 1 MB, 200 KB packed.
 */
const tree = z.object({
  on: dayField,
  knownAt: z.string(),
  tenant: z.string(),
  /** Short, and never changes: tells a unit from another across days, codes and names. */
  keys: z.array(z.string()),
  codes: z.array(z.string()),
  names: z.array(z.string()),
  /** Place in `kindNames`; -1: none is told. */
  kinds: counts,
  kindNames: z.array(z.string()),
  types: counts,
  typeNames: z.array(z.string()),
  /** The place of its superior in these arrays; -1 of the first, which is the unit asked. */
  parents: counts,
  depths: counts,
  children: counts,
  /** Units below it at every level that exist on the day. */
  below: counts,
  /** Members in it and below: the figure `members`. */
  members: counts,
  /** 0: exists on the day; 1: has ended by then; 2: is yet to begin. */
  states: counts,
  /** For the few that end, or begin later: the first day on which that is so. */
  changeOn: z.array(z.object({ at: z.int(), on: dayField })),
});
export type TreeAnswer = z.infer<typeof tree>;

export const readTree = contract({
  method: 'GET',
  path: '/api/tree',
  summary: {
    vi: 'Toàn bộ cây tổ chức dưới một đơn vị vào một ngày, kèm số đảng viên',
    en: 'The whole tree under a unit on a day, with members',
  },
  permission: 'register.read',
  isCompressed: true,
  input: z.strictObject({
    ...place,
    on: dayField.optional(),
    knownAt: z.string().optional(),
    /** Also units that have ended by the day, under their last superior, and those yet to begin. */
    others: flagField,
  }),
  output: tree,
});

const change = z.object({
  on: dayField,
  key: z.string(),
  code: z.string(),
  /** As it is called on that day; one that ended, on the eve. */
  name: z.string(),
  nameBefore: z.string().nullable(),
  event: z.string(),
  kindBefore: z.string().nullable(),
  kindAfter: z.string().nullable(),
  parentBefore: unitLabel.nullable(),
  parentAfter: unitLabel.nullable(),
  /** The other units of the act: what it merged into, what came out of it. */
  related: z.array(unitLabel),
  act: z.string(),
});
export type TreeChange = z.infer<typeof change>;

export const readTreeChanges = contract({
  method: 'GET',
  path: '/api/tree/changes',
  summary: {
    vi: 'Những thay đổi của cây tổ chức dưới một đơn vị giữa hai ngày (kể cả hai ngày đó)',
    en: 'What changed in the tree under a unit between two days, both included',
  },
  permission: 'register.read',
  isCompressed: true,
  input: z.strictObject({
    ...place,
    from: dayField,
    to: dayField,
    knownAt: z.string().optional(),
    limit: z.coerce.number().int().min(0).max(5000).default(500),
  }),
  output: z.object({
    /** Every day on which something changed, with how much. */
    days: z.array(z.object({ on: dayField, count: z.int() })),
    /** The first of them, in the order of days and codes. */
    changes: z.array(change),
  }),
});

export const readTreeValues = contract({
  method: 'GET',
  path: '/api/tree/values',
  summary: {
    vi: 'Một số liệu của từng đơn vị trực thuộc, để tô màu cây tổ chức',
    en: 'A figure of each subordinate unit, to colour the tree by',
  },
  permission: 'figures.read',
  isCompressed: true,
  input: z.strictObject({
    ...place,
    figure: z.string(),
    arg: manyField,
    on: z.string().optional(),
    from: z.string().optional(),
    to: z.string().optional(),
    knownAt: z.string().optional(),
    /** How many levels below the unit. */
    levels: z.coerce.number().int().min(1).max(2).default(1),
  }),
  output: z.object({
    figure: z.string(),
    measure: z.string(),
    decimals: z.int(),
    value: z.number().nullable(),
    /** Fewer than asked where a level has too many units. */
    levels: z.int(),
    values: z.array(z.object({ code: z.string(), value: z.number().nullable() })),
  }),
});
