import type { Sight } from '#/kernel/access/grant-contract.ts';
import { classWords } from '#/kernel/access/log-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { useSightText } from './sight-texts.ts';

/** What a class of sensitive values is called. */
export function useClassWord(): (name: string) => string {
  const { language } = useLanguage();
  return (name) => classWords[name as keyof typeof classWords]?.[language] ?? name;
}

/** What somebody can read, part by part, in words. */
export function useSightWords(): (sight: Sight) => string[] {
  const say = useSightText();
  const wordOf = useClassWord();
  const listed = (classes: readonly string[]) => classes.map(wordOf).join('; ');
  return ({ record, journal, attachments, reveals, unseals }) => {
    const masked = reveals.filter((one) => !unseals.includes(one));
    return [
      ...(record ? [say('record')] : []),
      ...(journal ? [say('journal')] : []),
      ...(attachments ? [say('attachments')] : []),
      ...(masked.length === 0 ? [] : [say('reveals', { what: listed(masked) })]),
      ...(unseals.length === 0 ? [] : [say('unseals', { what: listed(unseals) })]),
    ];
  };
}
