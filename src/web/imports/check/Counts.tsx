import { CheckOutlined, CopyOutlined, MinusOutlined, WarningOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { Counts as Told } from '#/exchange/intake/shapes.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeNumber } from '#/platform/ui/written.ts';
import styles from './Counts.module.css';
import { useCheckText } from './check-texts.ts';

const signs = {
  good: <CheckOutlined aria-hidden />,
  withProblems: <WarningOutlined aria-hidden />,
  leftOut: <MinusOutlined aria-hidden />,
  duplicatesInFile: <CopyOutlined aria-hidden />,
  duplicatesInRegister: <CopyOutlined aria-hidden />,
} as Partial<Record<keyof Told, ReactNode>>;

const always = new Set<keyof Told>(['rows', 'good', 'withProblems']);
const order = [
  'rows',
  'good',
  'withProblems',
  'leftOut',
  'newUnits',
  'units',
  'members',
  'acts',
  'duplicatesInFile',
  'duplicatesInRegister',
  'recordedBefore',
] as const satisfies readonly (keyof Told)[];

/** What there is in the file, and how much of it can go in. What there is none of is not told. */
export function Counts({ counts }: { counts: Told }) {
  const say = useCheckText();
  const { language } = useLanguage();
  const told = order.filter((key) => always.has(key) || counts[key] > 0);
  return (
    <section aria-label={say('counts')}>
      <dl className={styles.counts}>
        {told.map((key) => (
          <div key={key} className={styles.count} data-key={key} data-none={counts[key] === 0}>
            <dt>
              {signs[key]} {say(key)}
            </dt>
            <dd>{writeNumber(counts[key], language)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
