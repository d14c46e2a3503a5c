import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { listTenants } from '#/kernel/access/contract.ts';
import { Nothing } from '#/platform/ui/states.tsx';
import { answers } from '../ask.ts';
import { FirstHour } from '../help/FirstHour.tsx';
import styles from './Gate.module.css';
import { useShellText } from './shell-texts.ts';

/** Nothing is recorded here: the two ways to change that. */
export function EmptyRegister() {
  const say = useShellText();
  const look = () => void answers.invalidateQueries({ queryKey: [listTenants.path] });
  return (
    <Nothing
      isPage
      title={say('empty')}
      actions={
        <>
          <Link to="/imports" className={styles.way}>
            {say('emptyImport')}
          </Link>
          <Button onClick={look}>{say('emptyAgain')}</Button>
        </>
      }
    >
      <p>{say('emptyWhat')}</p>
      <pre className={styles.command}>npx sotay demo seeds</pre>
      <FirstHour isFixed />
    </Nothing>
  );
}
