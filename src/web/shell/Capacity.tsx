import { IdcardOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { useNarrow } from '#/platform/ui/narrow.ts';
import { Popup } from '#/platform/ui/Popup.tsx';
import { useSession } from '../session.ts';
import styles from './Capacity.module.css';
import { CapacityList } from './CapacityList.tsx';
import { useCapacityText } from './capacity-texts.ts';

/** As what one works, on every page, and the way to another role. Whoever owns the data folder has none. */
export function Capacity() {
  const say = useCapacityText();
  const { language } = useLanguage();
  const session = useSession();
  const isNarrow = useNarrow();
  const [open, setOpen] = useState(false);
  if (session === undefined || session.title === null) return null;
  return (
    <Popup
      open={open}
      setOpen={setOpen}
      label={say('change')}
      hint={say('change')}
      className={styles.button}
      placement={isNarrow ? 'below' : 'above'}
      button={
        <>
          <IdcardOutlined aria-hidden />
          <span className={styles.named}>
            <strong>{session.title[language]}</strong>
            <span>{session.unit?.name ?? say('wholeRegister')}</span>
          </span>
        </>
      }
    >
      <h2 className={styles.title}>{say('capacity')}</h2>
      <CapacityList />
    </Popup>
  );
}
