import { z } from 'zod';
import { contract } from '#/platform/contract/contract.ts';
import { dayField } from '#/platform/contract/fields.ts';
import { unitLabel } from '#/platform/contract/shapes.ts';

const placed = unitLabel.extend({ kind: z.string().nullable(), type: z.string().nullable() });
export const child = placed.extend({ id: z.string(), hasChildren: z.boolean() });
/** From the outermost superior down, without the unit itself. */
const path = z.array(unitLabel);
const found = placed.extend({ id: z.string(), tenant: z.string(), path });
export type UnitFound = z.infer<typeof found>;
export type UnitChild = z.infer<typeof child>;

const place = { tenant: z.string().optional(), scope: z.string().optional() };

/** A page of units by code; `after` is the last code of the page before. */
export const listUnits = contract({
  method: 'GET',
  path: '/api/units',
  summary: {
    vi: 'Đơn vị cấp dưới trực tiếp của một đơn vị vào một ngày; không nêu đơn vị: các gốc của sổ',
    en: 'Direct subordinates of a unit on a day; without a unit the roots of the register',
  },
  permission: 'register.read',
  isCompressed: true,
  input: z.strictObject({
    unit: z.string().optional(),
    on: dayField.optional(),
    ...place,
    after: z.string().default(''),
    limit: z.coerce.number().int().min(1).max(2_000).default(100),
  }),
  output: z.object({ on: dayField, units: z.array(child), next: z.string().nullable() }),
});

export const readUnit = contract({
  method: 'GET',
  path: '/api/units/{code}',
  summary: { vi: 'Một đơn vị vào một ngày và các cấp trên của nó', en: 'A unit on a day, with its superiors' },
  permission: 'register.read',
  input: z.strictObject({ code: z.string(), on: dayField.optional(), ...place }),
  output: found,
});

export const searchUnits = contract({
  method: 'GET',
  path: '/api/unit-search',
  summary: {
    vi: 'Tìm đơn vị theo tên (không cần dấu) hoặc mã, trong mọi sổ',
    en: 'Find units by name (accents may be left out) or code, in every register',
  },
  permission: 'register.read',
  input: z.strictObject({
    q: z.string().trim().min(1).max(200),
    on: dayField.optional(),
    ...place,
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  output: z.object({ units: z.array(found) }),
});

/** Throws `act.not-yours`, `destination.none`. */
export const searchDestinations = contract({
  method: 'GET',
  path: '/api/destinations',
  summary: {
    vi: 'Tìm chi bộ, cả ngoài phạm vi của mình, để ghi nơi đến trong một việc mình được đề nghị hay ghi',
    en: 'Find cells, also beyond one’s own place, to name where a member goes in an act that one proposes or records',
  },
  permission: 'acts.propose',
  input: z.strictObject({
    tenant: z.string().optional(),
    kind: z.string().meta({ description: 'the kind of act, with a field that names where somebody goes' }),
    q: z.string().trim().min(2).max(200).meta({ description: 'words of the name, or the beginning of the code' }),
    on: dayField.optional(),
    limit: z.coerce.number().int().min(1).max(20).default(20),
  }),
  output: z.object({ units: z.array(unitLabel.extend({ path })) }),
});
