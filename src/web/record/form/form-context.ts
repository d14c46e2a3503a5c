import { createContext, use } from 'react';
import type { Path, Values } from './values.ts';

/** Something told at a field: what is wrong, or what a rule warns of. */
export interface Told {
  text: string;
  /** The instrument: number, date, article. */
  rule?: string;
  tone: 'wrong' | 'warning';
}

/** What the fields of a form share. `journal`'s forms for many people give their own. */
export interface FormPlace {
  /** The kind of act; not there: the form makes none. */
  kind?: string;
  /** As typed so far: see `values.ts`. */
  values: Values;
  /** Puts a value at a path; `undefined` empties it. */
  change: (path: Path, value: unknown) => void;
  /** What is to be told at a field, by its path: `person.born`. */
  told: (path: string) => readonly Told[];
  /** Somebody has tried to record: now it is said what is missing. */
  isTried: boolean;
  tenant: string | null;
  /** The day on which people and units are looked up. */
  on: string;
}

export const FormContext = createContext<FormPlace | null>(null);

export function useForm(): FormPlace {
  const place = use(FormContext);
  if (place === null) throw new Error('a field stands in no form');
  return place;
}
