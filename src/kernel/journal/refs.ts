import { z } from 'zod';

/** What a field of a kind's schema refers to; read by the resolver and by the documentation. */
export interface FieldMeta {
  refers?: 'unit' | 'person';
  introduces?: 'unit' | 'person';
  /** The unit may lie beyond the place of who names it. */
  beyond?: true;
  sensitive?: string;
  /** Glossary: what the field means, for docs/journal.md. */
  vi?: string;
}

export const fieldMeta = z.registry<FieldMeta>();

/** A unit by id or code; an id once resolved. */
export function unitRef(vi?: string): z.ZodString {
  return z.string().min(1).register(fieldMeta, { refers: 'unit', vi });
}

/** A unit that somebody goes to: it may lie beyond the place of who says so. */
export function destinationRef(vi?: string): z.ZodString {
  return z.string().min(1).register(fieldMeta, { refers: 'unit', beyond: true, vi });
}

/** A person already in the register (or earlier in the file), by id or code. */
export function personRef(vi?: string): z.ZodString {
  return z.string().min(1).register(fieldMeta, { refers: 'person', vi });
}

/** A unit that this act brings into the register; its id, when not given, derives from the act's. */
export function newUnit<S extends z.ZodRawShape>(shape: S, vi?: string) {
  return z
    .strictObject({ id: z.uuid().optional(), code: z.string().min(1), ...shape })
    .register(fieldMeta, { introduces: 'unit', vi });
}

/** A person that this act brings into the register; the code is optional and unique. */
export function newPerson<S extends z.ZodRawShape>(shape: S, vi?: string) {
  return z
    .strictObject({ id: z.uuid().optional(), code: z.string().min(1).optional(), ...shape })
    .register(fieldMeta, { introduces: 'person', vi });
}

/** What stands in a recorded act for a sensitive value. */
export const sealedSchema = z.strictObject({ ref: z.uuid(), commitment: z.string() });
export type Sealed = z.infer<typeof sealedSchema>;

/** A field whose value never stands in the journal in plain; `field` names its class, e.g. 'citizen-id'. */
export function sensitive<S extends z.ZodType>(schema: S, field: string, vi?: string) {
  const either = z.union([sealedSchema, schema]);
  fieldMeta.add(either, { sensitive: field, vi });
  return either;
}

/** The id of a subject field after resolution: a reference, or an object that introduces the subject. */
export function idOf(value: string | { id?: string | undefined }): string {
  return typeof value === 'string' ? value : (value.id as string);
}
