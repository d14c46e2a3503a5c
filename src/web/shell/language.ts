import i18next from 'i18next';
import { languages } from '#/platform/i18n/texts.ts';
import { remember, remembered } from '#/platform/ui/remembered.ts';

/** Speaks the language chosen at the last visit, Vietnamese at the first, and keeps what is chosen from now on. */
export function speakAsRemembered(): void {
  void i18next.changeLanguage(remembered('language', languages) ?? 'vi');
  i18next.on('languageChanged', (language) => remember('language', language));
}
