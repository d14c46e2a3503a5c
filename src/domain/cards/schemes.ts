/**
 * The schemes of card numbers, as in a member's record. Which one a day's cards have is a rule (card.schemes): eight digits since
 * the exchange of 2003 (29-CT/TW, 17/10/2003), twelve since that of 2025 (51-CT/TW, 8/8/2025).
 */
export const cardSchemes = ['card-8', 'card-12'] as const;

/** The scheme that a number is of by its length, or null. */
export function schemeOf(number: string): (typeof cardSchemes)[number] | null {
  if (/^\d{8}$/.test(number)) return 'card-8';
  return /^\d{12}$/.test(number) ? 'card-12' : null;
}
