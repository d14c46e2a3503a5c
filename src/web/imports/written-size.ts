import type { Language } from '#/platform/i18n/texts.ts';
import { writeNumber } from '#/platform/ui/written.ts';

/** A size as people say it: 840 KB, 3,5 MB. */
export function writeSize(bytes: number, language: Language): string {
  const megabytes = bytes / 2 ** 20;
  if (megabytes < 1) return `${writeNumber(Math.max(1, Math.round(bytes / 1024)), language)} KB`;
  return `${writeNumber(Math.round(megabytes * 10) / 10, language)} MB`;
}
