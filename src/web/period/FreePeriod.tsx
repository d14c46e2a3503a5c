import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { Field } from '#/platform/ui/Field.tsx';
import { writeDay } from '#/platform/ui/written.ts';
import styles from './PeriodPicker.module.css';
import type { Period } from './period.ts';
import { usePeriodText } from './period-texts.ts';
import { readTypedDay } from './read-moment.ts';

/** Any first and last day, typed as people write them. */
export function FreePeriod({ period, choose }: { period: Period; choose: (period: Period) => void }) {
  const say = usePeriodText();
  const [from, setFrom] = useState(writeDay(period.from));
  const [to, setTo] = useState(writeDay(period.to));
  const [isTried, setTried] = useState(false);
  const [first, last] = [readTypedDay(from), readTypedDay(to)];
  const isTurned = first !== null && last !== null && first > last;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (first !== null && last !== null && !isTurned) choose({ kind: 'free', from: first, to: last });
  };
  return (
    <form className={styles.free} onSubmit={submit} noValidate>
      <Field
        label={say('from')}
        hint={say('dayHint')}
        value={from}
        change={setFrom}
        fault={isTried && first === null ? say('notADay') : null}
      />
      <Field
        label={say('to')}
        hint={say('dayHint')}
        value={to}
        change={setTo}
        fault={isTried && last === null ? say('notADay') : isTried && isTurned ? say('turned') : null}
      />
      <Button type="primary" htmlType="submit">
        {say('use')}
      </Button>
    </form>
  );
}
