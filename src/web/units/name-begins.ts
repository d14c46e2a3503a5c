import { foldAccents } from '#/platform/ui/written.ts';

/** Whether a unit (its name with the accents left out) is called so from the beginning; "Chi bộ", "Đảng bộ" need not be typed. */
export function nameBegins(folded: string, typed: string): boolean {
  const text = foldAccents(typed);
  return folded.startsWith(text) || folded.replace(/^(chi bo|dang bo) /, '').startsWith(text);
}
