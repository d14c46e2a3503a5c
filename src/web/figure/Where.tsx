import { Link } from '@tanstack/react-router';
import { readUnit } from '#/domain/units/unit-contract.ts';
import type { Search } from '../address.ts';
import { useAsk } from '../ask.ts';
import styles from './FigureHead.module.css';
import { useFigureText } from './figure-texts.ts';
import { useOpenedQuestion } from './question.ts';

/** The unit of the number, and the ways up where one has walked down. */
export function Where({ name }: { name: string }) {
  const say = useFigureText();
  const { unit, tenant, period, pageUnit } = useOpenedQuestion();
  const { data } = useAsk(readUnit, pageUnit === null ? null : { code: unit, tenant, on: period.to });
  const from = data?.path.findIndex(({ code }) => code === pageUnit) ?? -1;
  const above = from < 0 ? [] : (data?.path.slice(from) ?? []);
  return (
    <p className={styles.where}>
      {above.map(({ code, name: superior }) => (
        <span key={code}>
          <Link
            to="."
            search={(before: Search) => ({ ...before, ofUnit: code === pageUnit ? undefined : code })}
            aria-label={say('up', { name: superior })}
          >
            {superior}
          </Link>
          {' › '}
        </span>
      ))}
      <strong>{name || unit}</strong>
    </p>
  );
}
