import type { ReactNode } from 'react';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Waiting, WrongLine } from '#/platform/ui/states.tsx';
import { writeNumber } from '#/platform/ui/written.ts';
import { type Attention, type AttentionShown, readAttention } from '#/reports/home/contract.ts';
import { useAsk } from '../ask.ts';
import styles from './Attention.module.css';
import { AttentionLine } from './AttentionLine.tsx';
import { useAttentionText } from './attention-texts.ts';
import { DisagreementLines } from './DisagreementLines.tsx';
import { TargetLines } from './TargetLines.tsx';

interface AttentionProps {
  asked: { unit: string; tenant?: string | undefined; on: string; knownAt?: string | undefined };
}

/** What is late, comes due or does not fit, each with its number, the names behind it and the act that settles it. */
export function AttentionPart({ asked }: AttentionProps) {
  const say = useAttentionText();
  const { data, error } = useAsk(readAttention, asked);
  return (
    <section className={styles.part} aria-label={say('title')}>
      <h2 className={styles.title}>{say('title')}</h2>
      {error !== null ? (
        <WrongLine error={error} />
      ) : data === undefined ? (
        <Waiting lines={10} />
      ) : (
        <Found found={data} />
      )}
    </section>
  );
}

function Found({ found }: { found: AttentionShown }) {
  const say = useAttentionText();
  const { attention, targets, disagreements } = found;
  if (attention.length + targets.length + disagreements.length === 0)
    return <p className={styles.nothing}>{say('nothing')}</p>;
  const of = (sort: Attention['sort']) => attention.filter((one) => one.sort === sort);
  return (
    <>
      <Group sort="late" lines={of('late')}>
        {targets.length === 0 ? null : <TargetLines targets={targets} />}
      </Group>
      <Group sort="soon" lines={of('soon')} />
      <Group sort="odd" lines={of('odd')}>
        {disagreements.length === 0 ? null : <DisagreementLines disagreements={disagreements} />}
      </Group>
    </>
  );
}

interface GroupProps {
  sort: Attention['sort'];
  lines: readonly Attention[];
  children?: ReactNode;
}

function Group({ sort, lines, children = null }: GroupProps) {
  const say = useAttentionText();
  const { language } = useLanguage();
  if (lines.length === 0 && children === null) return null;
  const count = lines.length + (children === null ? 0 : 1);
  return (
    <div className={`${styles.group} ${styles[sort]}`}>
      <h3>
        {say(sort)} <span className={styles.count}>{writeNumber(count, language)}</span>
      </h3>
      <ul className={styles.lines}>
        {lines.map((one) => (
          <AttentionLine key={one.concern} of={one} />
        ))}
        {children}
      </ul>
    </div>
  );
}
