import type { z } from 'zod';
import type { SensitiveClass } from '../access/roles.ts';
import type { SubjectState } from '../facts/state.ts';
import type { CheckContext } from '../rulebook/check.ts';
import type { Act, Subject } from './act.ts';

/** Text for people, in both languages. */
export interface Bilingual {
  vi: string;
  en: string;
}

/**
 * Which unit acts when the file does not say: the unit itself, its parent, the grassroots unit above a cell, or that unit's superior.
 */
export type Competent = 'self' | 'superior' | 'grassroots' | 'above-grassroots';

/**
 * An act kind, declared once: its fields, what it folds into, what the rulebook asks of it.
 * Journal documentation, import checks, the API and the screens' forms follow from this.
 */
export interface ActKind<S extends z.ZodObject = z.ZodObject> {
  /** `noun.pastParticiple` */
  kind: string;
  /** Order within a day (lower first); see ranks.ts. */
  rank: number;
  title: Bilingual;
  description: Bilingual;
  /** The kind's own fields. References are made with unitRef(), personRef(), newUnit(), newPerson() of refs.ts, secrets with sensitive(). */
  schema: S;
  competent: Competent;
  /** Its acts are told to none but who sees this class of sensitive values. */
  confidential?: SensitiveClass;
  /** Its `code` is a new code of its `unit`, which later lines of a file may use. */
  recodes?: true;
  /** The subjects the act folds into; ids only. Units that are merely named are found from the schema's references. */
  subjects: (body: z.infer<S>) => Subject[];
  /** Reducers: change the state of one subject, or throw a Problem where the structure forbids it. Pure. */
  unit?: (state: SubjectState, act: Act<z.infer<S>>) => void;
  person?: (state: SubjectState, act: Act<z.infer<S>>) => void;
  /** Rulebook checks, run once when the act is posted; never on refold. Report through ctx.broken(). */
  check?: (act: Act<z.infer<S>>, ctx: CheckContext) => void | Promise<void>;
  /** A whole line as one would write it in a journal file. */
  example: Record<string, unknown>;
}

/** Declares an act kind; keeps the schema's type for its reducers. */
export function actKind<S extends z.ZodObject>(kind: ActKind<S>): ActKind {
  return kind as unknown as ActKind;
}
