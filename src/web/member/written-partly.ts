/** A day, month or year as far as it is known: dd/mm/yyyy, mm/yyyy, yyyy. */
export function writtenPartly(day: string): string {
  return day.split('-').toReversed().join('/');
}
