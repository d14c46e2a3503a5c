import { z } from 'zod';

const migration = z.strictObject({ number: z.int(), name: z.string(), sha256: z.string() });
const section = z.strictObject({ table: z.string(), columns: z.array(z.string()).min(1) });
const sequence = z.strictObject({ name: z.string(), lastValue: z.int(), isCalled: z.boolean() });

/** The first frame of a backup: what it holds, and what it needs. */
export const manifestSchema = z.strictObject({
  format: z.literal(1),
  tenant: z.strictObject({ code: z.string(), name: z.string(), createdAt: z.string() }),
  takenAt: z.string(),
  /** The tenant's migrations, in order: the level at which its tables are. */
  migrations: z.array(migration),
  /** The keys that its sensitive values lie under; the key file itself is never in a backup. */
  keyIds: z.array(z.string()),
  /** In an order in which they can be filled. */
  sections: z.array(section),
  sequences: z.array(sequence),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type Section = z.infer<typeof section>;

/** The frame that opens a section, and the one that closes it. */
export const sectionStart = z.strictObject({ section: z.string() });
export const sectionEnd = z.strictObject({ end: z.string(), rows: z.int(), sha256: z.string() });

/** The last frame: without it, the backup was not finished. */
export const trailerSchema = z.strictObject({ sections: z.int() });

/** The rows of the shared directory that belong to the tenant; the name cannot be that of a table of the tenant. */
export const directorySection: Section = {
  table: 'public.unit_directory',
  columns: ['tenant', 'unit_id', 'code', 'valid'],
};
