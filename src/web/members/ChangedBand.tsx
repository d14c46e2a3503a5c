import { SyncOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeNumber } from '#/platform/ui/written.ts';
import styles from './ChangedBand.module.css';
import { useMembersText } from './members-texts.ts';
import { type Changed, readListAnew } from './use-changed.ts';
import type { Change } from './use-list.ts';

interface ChangedBandProps {
  changed: Changed | null;
  forget: () => void;
  show: (change: Change) => void;
}

/** Others record at the same time: the list is another one than it was. */
export function ChangedBand({ changed, forget, show }: ChangedBandProps) {
  const say = useMembersText();
  const { language } = useLanguage();
  if (changed === null) return null;
  const { before, now } = changed;
  const hasNumbers = before !== undefined && now !== undefined && before !== now;
  const number = (value: number | undefined) => writeNumber(value, language);
  const readAnew = () => {
    show({});
    void readListAnew().then(forget);
  };
  return (
    <div role="status" className={`${styles.band} not-printed`}>
      <SyncOutlined aria-hidden />
      <span>{hasNumbers ? say('changedBy', { before: number(before), now: number(now) }) : say('changed')}</span>
      <Button size="small" onClick={readAnew}>
        {say('reload')}
      </Button>
      <Button size="small" type="text" onClick={forget}>
        {say('dismiss')}
      </Button>
    </div>
  );
}
