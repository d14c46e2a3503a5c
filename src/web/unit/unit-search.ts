export const unitParts = ['overview', 'posts', 'members', 'children', 'years', 'targets', 'papers', 'history'] as const;
export type UnitPart = (typeof unitParts)[number];

/** What the address of a unit's page says beside the place. */
export interface UnitSearch {
  /** Which sheet is shown; missing: the overview. */
  part?: UnitPart;
  /** Of the history: what the acts are of. */
  group?: string;
  /** Of the papers: those by which the unit decided about others. */
  of?: 'issued';
  /** Words of a paper that are looked for. */
  q?: string;
  /** Of the years: figures that were added to the usual ones. */
  also?: string[];
}

export function readUnitSearch(raw: Record<string, unknown>): UnitSearch {
  const part = unitParts.find((one) => one === raw.part);
  const also = [raw.also].flat().filter((one): one is string => typeof one === 'string' && one !== '');
  return {
    ...(part === undefined ? {} : { part }),
    ...(typeof raw.group === 'string' ? { group: raw.group } : {}),
    ...(raw.of === 'issued' ? { of: raw.of } : {}),
    ...(typeof raw.q === 'string' && raw.q !== '' ? { q: raw.q } : {}),
    ...(also.length === 0 ? {} : { also }),
  };
}
