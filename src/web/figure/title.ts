import { useSearch } from '@tanstack/react-router';
import { listFigures } from '#/kernel/figures/contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { listReports } from '#/reports/contract.ts';
import type { Search } from '../address.ts';
import { useAsk } from '../ask.ts';
import { useFigureText } from './figure-texts.ts';

/** What stands open is called so: the figure's title, or which row of which form. */
export function useTitle(): string {
  const { open = '' }: Search = useSearch({ strict: false });
  const say = useFigureText();
  const { language } = useLanguage();
  const cut = open.indexOf('/');
  const figures = useAsk(listFigures, cut < 0 ? {} : null);
  const reports = useAsk(listReports, cut < 0 ? null : {});
  if (cut < 0) return figures.data?.figures.find(({ name }) => name === open)?.title[language] ?? open;
  const [report, row] = [open.slice(0, cut), open.slice(cut + 1)];
  const title = reports.data?.reports.find(({ name }) => name === report)?.title[language] ?? report;
  return say('rowOf', { row, report: title });
}
