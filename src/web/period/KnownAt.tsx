import { HistoryOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { Field } from '#/platform/ui/Field.tsx';
import { useNarrow } from '#/platform/ui/narrow.ts';
import { Popup } from '#/platform/ui/Popup.tsx';
import { writeMoment } from '#/platform/ui/written.ts';
import { useGoTo, usePlace } from '../place.ts';
import styles from './PeriodPicker.module.css';
import { usePeriodText } from './period-texts.ts';
import { readTypedMoment } from './read-moment.ts';

/** As known when: now, unless somebody asks what the register knew before. */
export function KnownAt() {
  const say = usePeriodText();
  const { known } = usePlace();
  const isNarrow = useNarrow();
  const [open, setOpen] = useState(false);
  return (
    <Popup
      open={open}
      setOpen={setOpen}
      label={say('known')}
      hint={isNarrow ? `${say('known')}. ${say('knownChoose')}` : say('knownChoose')}
      align="end"
      className={known === null ? styles.known : styles.past}
      button={
        <>
          <HistoryOutlined aria-hidden />
          {isNarrow ? null : known === null ? (
            <span>
              <span className={styles.soft}>{say('known')}:</span> {say('knownNow')}
            </span>
          ) : (
            <span>{writeMoment(known)}</span>
          )}
        </>
      }
    >
      <Moment done={() => setOpen(false)} />
    </Popup>
  );
}

function Moment({ done }: { done: () => void }) {
  const say = usePeriodText();
  const { known } = usePlace();
  const goTo = useGoTo();
  const [text, setText] = useState(known === null ? '' : writeMoment(known));
  const [isTried, setTried] = useState(false);
  const go = (moment: string | undefined) => {
    goTo({ known: moment });
    done();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const moment = readTypedMoment(text, new Date());
    setTried(moment === null);
    if (moment !== null) go(moment);
  };
  return (
    <form className={styles.moment} onSubmit={submit} noValidate>
      <p className={styles.soft}>{say('knownWhat')}</p>
      <Field
        label={say('knownAt')}
        isFirst
        hint={say('knownHint')}
        value={text}
        change={setText}
        fault={isTried ? say('notAMoment') : null}
      />
      <div className={styles.actions}>
        <Button type="primary" htmlType="submit">
          {say('knownUse')}
        </Button>
        {known === null ? null : <Button onClick={() => go(undefined)}>{say('backToNow')}</Button>}
      </div>
    </form>
  );
}
