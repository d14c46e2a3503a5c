import { FileSearchOutlined } from '@ant-design/icons';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FigureDescription, listFigures, readFigure } from '#/kernel/figures/contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { State, Waiting, Wrong } from '#/platform/ui/states.tsx';
import { Tabs } from '#/platform/ui/Tabs.tsx';
import { type FigureTab, figureTabs, type Search } from '../address.ts';
import { useAsk } from '../ask.ts';
import { Refused } from '../Refused.tsx';
import { ArgForm, argsOf } from './ArgForm.tsx';
import { ByUnit } from './ByUnit.tsx';
import { Definition } from './Definition.tsx';
import { FigureHead } from './FigureHead.tsx';
import { FigureList } from './FigureList.tsx';
import { useFigureText } from './figure-texts.ts';
import { NotCounted } from './NotCounted.tsx';
import { asked, type OpenedQuestion, useOpenedQuestion } from './question.ts';

/** One figure opened: what it is narrowed to, its number, and what stands behind it. */
export function FigurePanel({ name }: { name: string }) {
  const say = useFigureText();
  const question = useOpenedQuestion();
  const { data, error, refetch } = useAsk(listFigures, {});
  if (error !== null) return <Wrong error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting lines={8} />;
  const described = data.figures.find((one) => one.name === name);
  if (described === undefined) return <State icon={<FileSearchOutlined />} title={say('unknown')} role="status" />;
  const given = argsOf(question.arg);
  const isWhole = described.args.every((argument) => !argument.required || given[argument.name] !== undefined);
  return (
    <>
      <ArgForm key={name} described={described} figures={data.figures} question={question} />
      {isWhole ? <Answer described={described} question={question} /> : <p role="status">{say('needed')}</p>}
    </>
  );
}

interface AnswerProps {
  described: FigureDescription;
  question: OpenedQuestion;
}

/** Number and sheets; each sheet is asked for when it is looked at. */
function Answer({ described, question }: AnswerProps) {
  const say = useFigureText();
  const { language } = useLanguage();
  const { tab = 'list' }: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const { name } = described;
  const { data, error, refetch } = useAsk(readFigure, { name, ...asked(question) });
  if (error !== null) return <Refused error={error} retry={() => void refetch()} unit={question.unit} />;
  if (data === undefined) return <Waiting lines={8} />;
  const show = (key: FigureTab) =>
    void navigate({ to: '.', search: (before: Search) => ({ ...before, tab: key }), replace: true } as never);
  return (
    <>
      <FigureHead answer={data} described={described} />
      <Tabs label={say('sheets')} tabs={figureTabs.map((key) => ({ key, label: say(key) }))} shown={tab} show={show}>
        {tab === 'list' ? <FigureList name={name} question={question} /> : null}
        {tab === 'units' ? <ByUnit name={name} question={question} measure={data.measure} /> : null}
        {tab === 'not-counted' ? <NotCounted name={name} question={question} /> : null}
        {tab === 'definition' ? <Definition described={described} answer={data} language={language} /> : null}
      </Tabs>
    </>
  );
}
