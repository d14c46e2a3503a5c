/** A message without the instrument at its end: the line names that by itself. */
export function withoutRule(message: string, rule: string | undefined): string {
  return rule === undefined ? message : message.replace(` (${rule})`, '');
}
