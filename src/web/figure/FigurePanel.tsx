import { FileSearchOutlined } from '@ant-design/icons';
import { type FigureDescription, listFigures, readFigure } from '#/kernel/figures/contract.ts';
import { State, Waiting, Wrong } from '#/platform/ui/states.tsx';
import { useAsk } from '../ask.ts';
import { Refused } from '../Refused.tsx';
import { ArgForm, argsOf } from './ArgForm.tsx';
import { FigureHead } from './FigureHead.tsx';
import { FigureList } from './FigureList.tsx';
import { useFigureText } from './figure-texts.ts';
import { asked, type OpenedQuestion, useOpenedQuestion } from './question.ts';
import { Sheets } from './Sheets.tsx';

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
  const { name } = described;
  const { data, error, refetch } = useAsk(readFigure, { name, ...asked(question) });
  if (error !== null) return <Refused error={error} retry={() => void refetch()} unit={question.unit} />;
  if (data === undefined) return <Waiting lines={8} />;
  return (
    <>
      <FigureHead answer={data} described={described} />
      <Sheets
        described={described}
        answer={data}
        question={question}
        list={<FigureList name={name} question={question} />}
      />
    </>
  );
}
