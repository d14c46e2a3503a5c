import { z } from 'zod';
import { isDay, isPartialDay } from '#/platform/day.ts';
import { unitRef } from './refs.ts';

const day = z.string().refine(isDay, { error: 'not a day of the calendar (YYYY-MM-DD)' });
const partialDay = z.string().refine(isPartialDay, { error: 'not a day, month or year (YYYY-MM-DD, YYYY-MM or YYYY)' });
const text = z.string().trim().min(1);

export const actorBodies = [
  'committee',
  'standing-committee',
  'permanent-board',
  'inspection-commission',
  'advisory-department',
  'cell',
  'cell-committee',
] as const;

export const paperSchema = z.strictObject({
  issuer: text,
  number: text,
  issuedOn: partialDay.optional(),
  signer: text.optional(),
  signingAs: text.optional(),
  type: text.optional(),
  abstract: text.optional(),
});

export const actorSchema = z.strictObject({
  unit: unitRef().nullable(),
  body: z.enum(actorBodies).default('committee'),
  department: text.optional(),
});

/** The envelope's keys of a journal line; every other key belongs to the kind. */
export const envelopeSchema = z.strictObject({
  id: z.uuid().optional(),
  kind: z.string(),
  effectiveOn: day,
  actor: actorSchema.nullish(),
  paper: paperSchema.nullish(),
  withdraws: z.uuid().nullish(),
  after: z.uuid().nullish(),
  note: text.nullish(),
  recordedAt: z.string().optional(),
  recordedBy: z.string().optional(),
  source: z.unknown().optional(),
});

export type Envelope = z.infer<typeof envelopeSchema>;

export const envelopeKeys: ReadonlySet<string> = new Set(Object.keys(envelopeSchema.shape));
