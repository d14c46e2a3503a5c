import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { CellProblem } from '#/exchange/tables/plan.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { useCheckText } from './check-texts.ts';
import { isKeepable } from './duplicate-codes.ts';
import styles from './ProblemLines.module.css';

interface ProblemRepairsProps {
  problem: CellProblem;
  isHidden: boolean;
  say: (value: string | null, isAboutRow?: boolean) => void;
  children: ReactNode;
}

/** What may be done about a problem: the proposal, a unit that may be meant, another value, or the row left out. */
export function ProblemRepairs({ problem, isHidden, say: tell, children }: ProblemRepairsProps) {
  const say = useCheckText();
  const { language } = useLanguage();
  const { code, column, repair, candidates = [], isBlocking } = problem;
  const proposal = column === null || isHidden ? undefined : repair?.value;
  return (
    <span className={styles.repairs}>
      {typeof proposal === 'string' ? (
        <Button size="small" className={styles.proposal} title={repair?.why[language]} onClick={() => tell(proposal)}>
          {proposal === '' ? say('acceptEmpty') : say('accept', { value: proposal })}
        </Button>
      ) : null}
      {candidates.slice(0, 6).map((unit) => (
        <Button key={unit.code} size="small" className={styles.proposal} onClick={() => tell(unit.code)}>
          {say('takeUnit', unit)}
        </Button>
      ))}
      {children}
      {isKeepable(code) ? (
        <Button size="small" onClick={() => tell('keep', true)}>
          {say('keepRow')}
        </Button>
      ) : null}
      {isBlocking || repair?.value === null ? (
        <Button size="small" onClick={() => tell(null, true)}>
          {say('skipRow')}
        </Button>
      ) : null}
    </span>
  );
}
