import { EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { listCorrections } from '#/domain/members/correction-contract.ts';
import { Waiting, WrongLine } from '#/platform/ui/states.tsx';
import { useAsk } from '../ask.ts';
import { AskDialog } from '../corrections/AskDialog.tsx';
import { CorrectionLine } from '../corrections/CorrectionLine.tsx';
import corrections from '../corrections/Corrections.module.css';
import styles from './Me.module.css';
import { useMeText } from './me-texts.ts';

/** What one has asked to be corrected, and how it stands. */
export function OwnCorrections() {
  const say = useMeText();
  const [isAsking, setAsking] = useState(false);
  const { data, error } = useAsk(listCorrections, { state: 'all' });
  return (
    <section className={styles.part}>
      <h2>{say('corrections')}</h2>
      <div>
        <Button icon={<EditOutlined aria-hidden />} onClick={() => setAsking(true)}>
          {say('ask')}
        </Button>
      </div>
      {error === null ? null : <WrongLine error={error} />}
      {data === undefined && error === null ? <Waiting lines={2} /> : null}
      {data?.corrections.length === 0 ? <p className={styles.soft}>{say('correctionsNone')}</p> : null}
      <ul className={corrections.list} hidden={(data?.corrections.length ?? 0) === 0}>
        {data?.corrections.map((one) => (
          <CorrectionLine key={one.id} correction={one} />
        ))}
      </ul>
      {isAsking ? <AskDialog tenant={undefined} close={() => setAsking(false)} /> : null}
    </section>
  );
}
