import { useEffect } from 'react';

/** What the tab of the browser is called: the page first, since tabs are narrow. */
export function usePageTitle(...parts: (string | undefined)[]): void {
  const title = [...parts, 'Sổ Tay'].filter(Boolean).join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
