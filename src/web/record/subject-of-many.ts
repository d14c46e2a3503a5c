import type { KindForm } from '#/kernel/journal/contract.ts';

/** Whom one decision may bring a kind of act for in a list: people of the register, or units; null: it is about one. */
export function subjectOfMany({ fields }: Pick<KindForm, 'fields'>): 'person' | 'unit' | null {
  const takes = (name: 'person' | 'unit') =>
    fields.some(({ field, types, isList }) => field === name && !isList && types.includes(name));
  return takes('person') ? 'person' : takes('unit') ? 'unit' : null;
}
