import { useState } from 'react';
import { readFigure } from '#/kernel/figures/contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Choices } from '#/platform/ui/Choices.tsx';
import { Waiting, Wrong } from '#/platform/ui/states.tsx';
import { writeNumber } from '#/platform/ui/written.ts';
import { useAsk } from '../ask.ts';
import styles from './EntryTable.module.css';
import { EntryTable } from './EntryTable.tsx';
import { useFigureText } from './figure-texts.ts';
import { asked, type OpenedQuestion } from './question.ts';

/** The list whose length is the number; of a ratio the two lists. */
export function FigureList({ name, question }: { name: string; question: OpenedQuestion }) {
  const say = useFigureText();
  const { language } = useLanguage();
  const [side, setSide] = useState<'numerator' | 'denominator'>('numerator');
  const { data, error, refetch } = useAsk(readFigure, { name, ...asked(question), list: '1' });
  if (error !== null) return <Wrong error={error} retry={() => void refetch()} />;
  if (data?.list === undefined) return <Waiting lines={10} />;
  const isStock = data.on !== undefined;
  if (Array.isArray(data.list)) return <EntryTable entries={data.list} empty={say('emptyList')} isStock={isStock} />;
  const lists = data.list;
  const label = (one: 'numerator' | 'denominator') => say(one, { count: writeNumber(data[one], language) });
  return (
    <>
      <div className={styles.which}>
        <Choices
          label={say('which')}
          value={side}
          choose={setSide}
          choices={[
            { value: 'numerator', label: label('numerator') },
            { value: 'denominator', label: label('denominator') },
          ]}
        />
      </div>
      <EntryTable key={side} entries={lists[side]} empty={say('emptyList')} isStock={isStock} />
    </>
  );
}
