import type { Rehearsed } from '#/kernel/journal/rehearse-contract.ts';
import { Effects } from '../record/Effects.tsx';
import { FigureMoves } from '../record/FigureMoves.tsx';
import styles from './WithdrawPage.module.css';
import { useWithdrawText } from './withdraw-texts.ts';

/** What would follow from recording: facts that fall or come, figures that move. */
export function Consequences({ rehearsed }: { rehearsed: Rehearsed }) {
  const say = useWithdrawText();
  const { persons, units, more } = rehearsed.effects;
  return (
    <>
      {persons.length + units.length === 0 ? <p className={styles.soft}>{say('nothing')}</p> : null}
      {persons.map((one) => (
        <Effects key={one.person} name={one.name ?? '…'} effect={one} />
      ))}
      {units.map((one) => (
        <Effects key={one.unit} name={one.name ?? one.code ?? '…'} effect={one} />
      ))}
      {more > 0 ? <p className={styles.soft}>{say('more', { count: more })}</p> : null}
      <FigureMoves figures={rehearsed.figures} />
    </>
  );
}
