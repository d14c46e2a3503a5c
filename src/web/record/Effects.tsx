import type { Rehearsed, RehearsedFact } from '#/kernel/journal/rehearse-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import styles from './Preview.module.css';
import { useRecordingText } from './record-texts.ts';

interface EffectsProps {
  name: string;
  effect: Pick<Rehearsed['effects']['persons'][number], 'before' | 'after'>;
}

/** The facts about one person or unit that an act takes away and lays. */
export function Effects({ name, effect: { before, after } }: EffectsProps) {
  const say = useRecordingText();
  return (
    <section className={styles.effect} aria-label={name}>
      <h3>
        {name}
        {before.length === 0 ? <span className={styles.tag}>{say('isNew')}</span> : null}
      </h3>
      <Facts facts={before} label={say(after.length === 0 ? 'falls' : 'before')} className={styles.before} />
      <Facts facts={after} label={say('after')} className={styles.after} />
    </section>
  );
}

interface FactsProps {
  facts: readonly RehearsedFact[];
  label: string;
  className: string | undefined;
}

function Facts({ facts, label, className }: FactsProps) {
  const { language } = useLanguage();
  if (facts.length === 0) return null;
  return (
    <ul aria-label={label} className={className}>
      {facts.map(({ table, words }) => (
        <li key={`${table} ${words.vi}`}>{words[language]}</li>
      ))}
    </ul>
  );
}
