import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type FigureDescription, type FigureShown, listFigures } from '#/kernel/figures/contract.ts';
import { type Language, useLanguage } from '#/platform/i18n/texts.ts';
import { writeMoment } from '#/platform/ui/written.ts';
import { useAsk } from '../ask.ts';
import { termsIn } from '../help/phrases.ts';
import { Terms } from '../help/Terms.tsx';
import { opening } from '../opened.ts';
import styles from './Definition.module.css';
import { useFigureText } from './figure-texts.ts';

interface DefinitionProps {
  described: FigureDescription;
  answer: FigureShown;
  language: Language;
}

/** What is counted, when, where and by which instrument. */
export function Definition({ described, answer, language }: DefinitionProps) {
  const say = useFigureText();
  const { type, time, counts, place, instrument, numerator, denominator } = described;
  const parts = [numerator, denominator].filter((part): part is string => part !== undefined);
  const facts: [string, ReactNode][] = [
    [say('time'), say(time)],
    ...(counts === undefined ? [] : [[say('counted'), say(counts === 'distinct' ? 'distinct' : 'times')] as Fact]),
    ...(type === 'count' ? [] : [[say('counted'), say(type)] as Fact]),
    ...(place === undefined ? [] : [[say('place'), say(place)] as Fact]),
    ...(parts.length === 0 ? [] : [[say('parts'), <Parts key="parts" parts={parts} />] as Fact]),
    [say('instrument'), instrument ?? say('noInstrument')],
    ...(answer.rounding === undefined
      ? []
      : [
          [
            say('rounding'),
            say(answer.rounding === 'truncated' ? 'truncated' : 'halfUp', { decimals: answer.decimals }),
          ] as Fact,
        ]),
    [say('code'), <code key="code">{described.name}</code>],
    [say('version'), <code key="version">{described.version}</code>],
    [say('knownAt'), writeMoment(answer.knownAt)],
  ];
  return (
    <div className={styles.definition}>
      <div className={styles.text}>
        <Terms pieces={termsIn([described.definition[language]], language)[0] ?? []} />
      </div>
      <dl>
        {facts.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

type Fact = [string, ReactNode];

function Parts({ parts }: { parts: readonly string[] }) {
  const { language } = useLanguage();
  const { data } = useAsk(listFigures, {});
  const title = (part: string) => data?.figures.find(({ name }) => name === part)?.title[language] ?? part;
  return parts.map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: above and below the line may be the same figure
    <span key={at}>
      {at === 0 ? null : ' : '}
      {/^[a-z-]+$/.test(part) && part !== 'years' ? (
        <Link to="." search={opening({ open: part, tab: 'definition' })}>
          {title(part)}
        </Link>
      ) : (
        part
      )}
    </span>
  ));
}
