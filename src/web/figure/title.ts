import { useSearch } from '@tanstack/react-router';
import { listFigures } from '#/kernel/figures/contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { listReports } from '#/reports/contract.ts';
import type { Search } from '../address.ts';
import { useAsk } from '../ask.ts';

/** What stands open is called so: the figure's title, or the form whose row it is. */
export function useTitle(): string {
  const { open = '' }: Search = useSearch({ strict: false });
  const { language } = useLanguage();
  const cut = open.indexOf('/');
  const figures = useAsk(listFigures, cut < 0 ? {} : null);
  const reports = useAsk(listReports, cut < 0 ? null : {});
  if (cut < 0) return figures.data?.figures.find(({ name }) => name === open)?.title[language] ?? open;
  const report = open.slice(0, cut);
  return reports.data?.reports.find(({ name }) => name === report)?.title[language] ?? report;
}
