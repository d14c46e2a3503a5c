import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { FigureDescription, FigureShown } from '#/kernel/figures/contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Tabs } from '#/platform/ui/Tabs.tsx';
import { type FigureTab, figureTabs, type Search } from '../address.ts';
import { AsMembers } from './AsMembers.tsx';
import { ByUnit } from './ByUnit.tsx';
import { Definition } from './Definition.tsx';
import { useFigureText } from './figure-texts.ts';
import { NotCounted } from './NotCounted.tsx';
import type { OpenedQuestion } from './question.ts';

interface SheetsProps {
  described: FigureDescription;
  answer: FigureShown;
  question: OpenedQuestion;
  list: ReactNode;
}

/** What stands behind a number, on four sheets; each is asked for when it is looked at, and the address says which. */
export function Sheets({ described, answer, question, list }: SheetsProps) {
  const say = useFigureText();
  const { language } = useLanguage();
  const { tab = 'list' }: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const { name } = described;
  const show = (key: FigureTab) =>
    void navigate({ to: '.', search: (before: Search) => ({ ...before, tab: key }), replace: true } as never);
  return (
    <Tabs label={say('sheets')} tabs={figureTabs.map((key) => ({ key, label: say(key) }))} shown={tab} show={show}>
      {tab === 'list' && described.of === 'person' ? (
        <AsMembers figure={name} answer={answer} question={question} />
      ) : null}
      {tab === 'list' ? list : null}
      {tab === 'units' ? <ByUnit name={name} question={question} measure={answer.measure} /> : null}
      {tab === 'not-counted' ? <NotCounted name={name} question={question} /> : null}
      {tab === 'definition' ? <Definition described={described} answer={answer} language={language} /> : null}
    </Tabs>
  );
}
