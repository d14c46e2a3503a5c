import { useNavigate } from '@tanstack/react-router';
import { listFigures } from '#/kernel/figures/contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { listReports } from '#/reports/contract.ts';
import { keepPlace } from '../address.ts';
import { useAsk } from '../ask.ts';
import { opening } from '../opened.ts';
import { forForm } from '../record/record-search.ts';
import { useNumberedTitle } from '../reports/short-name.ts';
import { useFormKinds, useMay } from '../session.ts';
import { useJobs } from '../shell/jobs.tsx';
import { useShellText } from '../shell/shell-texts.ts';
import type { Found } from './found.ts';
import { usePaletteText } from './palette-texts.ts';

/** A thing of a closed list, with all that it may be found by. */
export interface Listed extends Found {
  text: string;
  recent: string;
}

/** Pages, reports and figures: lists that the browser has anyhow, searched without asking anybody. */
export function useCatalogues(): Listed[] {
  return [...usePages(), ...useReports(), ...useKinds(), ...useFigures()];
}

function usePages(): Listed[] {
  const say = useShellText();
  const navigate = useNavigate();
  return useJobs().map(({ to, text }) => {
    const title = say(text);
    const key = `page ${to}`;
    return { key, recent: key, group: 'pages', title, text: title, go: () => void navigate({ to, search: keepPlace }) };
  });
}

function useReports(): Listed[] {
  const say = usePaletteText();
  const numbered = useNumberedTitle();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const may = useMay();
  const { data } = useAsk(listReports, may('reports.read') ? {} : null);
  return (data?.reports ?? []).map(({ name, title }) => {
    const key = `report ${name}`;
    return {
      key,
      recent: key,
      group: 'pages',
      title: numbered(name, title[language]),
      detail: say('report'),
      text: `${numbered(name, title[language])} ${title.vi} ${title.en} ${name}`,
      go: () => void navigate({ to: '/reports/$report', params: { report: name }, search: keepPlace }),
    };
  });
}

/** What can be recorded. */
function useKinds(): Listed[] {
  const { language } = useLanguage();
  const navigate = useNavigate();
  const { data } = useFormKinds();
  return (data?.kinds ?? []).map(({ kind, title }) => {
    const key = `kind ${kind}`;
    return {
      key,
      recent: key,
      group: 'kinds',
      title: title[language],
      text: `${title[language]} ${title.vi} ${title.en} ${kind}`,
      go: () => void navigate({ to: '/record/$kind', params: { kind }, search: forForm() }),
    };
  });
}

function useFigures(): Listed[] {
  const { language } = useLanguage();
  const navigate = useNavigate();
  const may = useMay();
  const { data } = useAsk(listFigures, may('figures.read') ? {} : null);
  return (data?.figures ?? []).map(({ name, title }) => {
    const key = `figure ${name}`;
    return {
      key,
      recent: key,
      group: 'figures',
      title: title[language],
      text: `${title[language]} ${title.vi} ${title.en} ${name}`,
      go: () => void navigate({ to: '.', search: opening({ open: name }) } as never),
    };
  });
}
