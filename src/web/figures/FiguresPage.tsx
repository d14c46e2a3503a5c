import { Link } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useState } from 'react';
import { type FigureDescription, listFigures } from '#/kernel/figures/contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Field } from '#/platform/ui/Field.tsx';
import { usePageTitle } from '#/platform/ui/page-title.ts';
import { Waiting, Wrong } from '#/platform/ui/states.tsx';
import { foldAccents } from '#/platform/ui/written.ts';
import { useAsk } from '../ask.ts';
import { opening } from '../opened.ts';
import styles from './FiguresPage.module.css';
import { useFiguresText } from './figures-texts.ts';

/** The catalogue: every figure that can be asked, searched without accents. */
export function FiguresPage() {
  const say = useFiguresText();
  const { language } = useLanguage();
  usePageTitle(say('title'));
  const [text, setText] = useState('');
  const { data, error, refetch } = useAsk(listFigures, {});
  const wanted = useDeferredValue(foldAccents(text.trim()));
  const figures = useMemo(() => matching(data?.figures ?? [], wanted), [data, wanted]);
  return (
    <div className={styles.page}>
      <h1>{say('title')}</h1>
      <Field label={say('search')} value={text} change={setText} />
      {error !== null ? (
        <Wrong error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Waiting lines={12} />
      ) : (
        <>
          <p role="status" className={styles.count}>
            {say('count', { count: figures.length })}
          </p>
          <ul className={styles.list}>
            {figures.map((figure) => (
              <li key={figure.name}>
                <Link to="." search={opening({ open: figure.name })}>
                  {figure.title[language]}
                </Link>
                <p>{figure.definition[language]}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** Those that hold every word, the ones that are called so before the ones that only speak of it. */
function matching(figures: readonly FigureDescription[], wanted: string): FigureDescription[] {
  const words = wanted.split(/\s+/);
  const has = (text: string) => words.every((word) => foldAccents(text).includes(word));
  const called = figures.filter(({ title }) => has(`${title.vi} ${title.en}`));
  const speaking = figures.filter(({ name, title, definition }) =>
    has(`${name} ${title.vi} ${title.en} ${definition.vi} ${definition.en}`),
  );
  return [...called, ...speaking.filter((figure) => !called.includes(figure))];
}
