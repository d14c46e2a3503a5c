import type { Bilingual } from '#/platform/contract/shapes.ts';
import { type Catalogue, catalogues } from './api.ts';

/** A field of a member's record that takes the codes of a closed list. */
export type CodedField = keyof typeof catalogues;

export const codedFields = Object.keys(catalogues) as CodedField[];

/** What the codes of a field are called, in the order of the lists on paper. */
export function namesOf(field: CodedField): readonly (Bilingual & { code: string })[] {
  return (catalogues[field] as Catalogue).entries;
}

/** What one code is called; null: the list does not have it. */
export function nameOf(field: CodedField, code: string): Bilingual | null {
  return namesOf(field).find((entry) => entry.code === code) ?? null;
}
