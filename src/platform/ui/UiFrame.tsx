import { ConfigProvider } from 'antd';
import en from 'antd/locale/en_US';
import vi from 'antd/locale/vi_VN';
import { type ReactNode, useEffect, useMemo } from 'react';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { AppearanceProvider, useAppearance } from './appearance.tsx';
import { antTheme } from './theme.ts';
import './fonts.css';
import './base.css';
import './print.css';

/** Everything on screen stands in it: theme, language of the library's own words, and the nonce for its styles. */
export function UiFrame({ children }: { children: ReactNode }) {
  return (
    <AppearanceProvider>
      <Themed>{children}</Themed>
    </AppearanceProvider>
  );
}

function Themed({ children }: { children: ReactNode }) {
  const { language } = useLanguage();
  const { shown } = useAppearance();
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const theme = useMemo(() => antTheme(shown), [shown]);
  return (
    <ConfigProvider
      csp={{ nonce: pageNonce() }}
      locale={language === 'vi' ? vi : en}
      theme={theme}
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
    >
      {children}
    </ConfigProvider>
  );
}

/** The nonce that the server has put into this page. */
function pageNonce(): string | undefined {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
}
