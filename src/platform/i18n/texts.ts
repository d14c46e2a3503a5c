import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';

export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

/** Says a text of a part; `{{name}}` in it is replaced by the value of that name. */
export type Say<Key extends string> = (key: Key, values?: Record<string, string | number>) => string;

i18next.use(initReactI18next).init({
  lng: 'vi',
  fallbackLng: false,
  resources: {},
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false }, // React escapes
  initAsync: false,
});

/**
 * The texts of a part in both languages: the same keys, or it does not compile. Returns the hook that says them.
 * Numbers and dates are formatted by the caller, so that a text never guesses a format.
 */
export function texts<T extends Record<string, string>>(
  part: string,
  { vi, en }: { vi: T; en: { [Key in keyof T]: string } },
): () => Say<keyof T & string> {
  i18next.addResourceBundle('vi', part, vi);
  i18next.addResourceBundle('en', part, en);
  return function useText() {
    const t = useTranslation(part).t as unknown as (key: string, values?: object) => string;
    return (key, values) => t(key, values);
  };
}

/** The language of the screen, and the switch. */
export function useLanguage(): { language: Language; speak: (language: Language) => void } {
  const { i18n } = useTranslation();
  return { language: i18n.language === 'en' ? 'en' : 'vi', speak: (language) => void i18n.changeLanguage(language) };
}

/** The language at this moment, for what is no component: the header of a request. */
export function spokenLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'vi';
}
