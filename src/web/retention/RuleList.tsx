import type { Retention } from '#/domain/members/retention-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Rests } from './Rests.tsx';
import styles from './Retention.module.css';
import { useRetentionText } from './retention-texts.ts';

type Rule = Retention['rules'][number];

/** How long what is kept, on what that rests, and what becomes of it then. */
export function RuleList({ rules }: { rules: readonly Rule[] }) {
  return (
    <ul className={styles.list}>
      {rules.map((rule) => (
        <Line key={rule.key} rule={rule} />
      ))}
    </ul>
  );
}

function Line({ rule }: { rule: Rule }) {
  const say = useRetentionText();
  const { language } = useLanguage();
  const { key, label, keep, count, dueCount } = rule;
  return (
    <li className={styles.line}>
      <span className={styles.what}>
        <strong>{label[language]}</strong>
        <Rests rule={rule} />
        {isKnown(key) ? <span className={styles.soft}>{say(key)}</span> : null}
      </span>
      <span className={styles.span}>
        {say(`keep.${keep}`, { count: count ?? 0 })}
        {dueCount === null ? null : <span className={styles.soft}>{say('dueNow', { count: dueCount })}</span>}
      </span>
    </li>
  );
}

const told = [
  'retention.dossier',
  'retention.sensitive-after-leaving',
  'retention.attachments-after-leaving',
  'retention.access-log',
  'retention.drafts',
  'retention.uploads',
] as const;

/** What a later server retains beside these is told without a word of what becomes of it. */
const isKnown = (key: string): key is (typeof told)[number] => told.some((one) => one === key);
