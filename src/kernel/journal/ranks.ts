/**
 * Order of acts within one day, declared once (design: unit acts before person acts, entries before exits).
 * A transfer's letter comes before its receipt, so both stand between entries and changes.
 */
export const rank = {
  unitBegins: 100,
  unitChanges: 120,
  unitMoves: 140,
  unitDivides: 160,
  unitEnds: 180,
  personEnters: 300,
  transferLetter: 330,
  transferReceipt: 340,
  personChanges: 400,
  // A post is left and taken again on the day of a congress, and may be ratified the same day.
  postAssumed: 410,
  postRatified: 420,
  personLeaves: 500,
  yearly: 600,
  withdrawal: 900,
} as const;
