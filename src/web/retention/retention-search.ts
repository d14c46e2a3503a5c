export const retentionParts = ['due', 'waiting', 'decided', 'rules'] as const;
export type RetentionPart = (typeof retentionParts)[number];

/** Which sheet is shown; missing: what is due. */
export interface RetentionSearch {
  part?: RetentionPart;
}

/** Reads the page's own key; what does not belong there is left out. */
export function readRetentionSearch(raw: Record<string, unknown>): RetentionSearch {
  const part = retentionParts.find((one) => one === raw.part);
  return part === undefined ? {} : { part };
}
