import type { ActStory, LaidFact } from '#/kernel/journal/list-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import styles from './ActPage.module.css';
import { useActText } from './act-texts.ts';

/** What the act changed: each fact as it is now, and what stood there until the act. */
export function ActFacts({ story }: { story: ActStory }) {
  const say = useActText();
  const rest = story.factCount - story.facts.length;
  const isOne = new Set(story.facts.map(({ subject }) => subject.id)).size <= 1;
  return (
    <section className={styles.part}>
      <h2>{say('changed')}</h2>
      {story.facts.length === 0 ? <p className={styles.soft}>{say('nothingChanged')}</p> : null}
      <ul className={styles.facts}>
        {story.facts.map((fact, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an act may lay two facts that read alike
          <Fact key={i} fact={fact} isOne={isOne} />
        ))}
      </ul>
      {rest > 0 ? <p className={styles.soft}>{say('moreFacts', { count: rest })}</p> : null}
    </section>
  );
}

function Fact({ fact, isOne }: { fact: LaidFact; isOne: boolean }) {
  const say = useActText();
  const { language } = useLanguage();
  return (
    <li>
      <span className={styles.label}>
        {fact.title[language]}
        {isOne ? '' : ` · ${fact.subject.name ?? ''}`}
      </span>
      {fact.before === null ? null : (
        <span className={styles.before}>
          <span className={styles.when}>{say('before')}:</span> {fact.before[language]}
        </span>
      )}
      <span>
        {fact.before === null ? null : <span className={styles.when}>{say('after')}:</span>} {fact.says[language]}
      </span>
    </li>
  );
}
