import { CalendarOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { addDays, addMonths, type Day } from '#/platform/day.ts';
import { Field } from '#/platform/ui/Field.tsx';
import { Popup } from '#/platform/ui/Popup.tsx';
import { writeDay } from '#/platform/ui/written.ts';
import { thisDay, useGoTo, usePlace } from '../place.ts';
import styles from './PeriodPicker.module.css';
import { usePeriodText } from './period-texts.ts';
import { readTypedDay } from './read-moment.ts';

/** The day of a page that shows one day: a day back or on by a press, any other typed, the usual ones at hand. */
export function DayPicker() {
  const say = usePeriodText();
  const { day } = usePlace();
  const goTo = useGoTo();
  const [open, setOpen] = useState(false);
  const choose = (on: Day) => {
    goTo({ on: on === thisDay() ? undefined : on, ...(on === thisDay() ? { period: on.slice(0, 4) } : {}) });
    setOpen(false);
  };
  return (
    <div className={styles.picker}>
      <StepDay label={say('dayBefore')} icon={<LeftOutlined aria-hidden />} go={() => choose(addDays(day, -1))} />
      <Popup
        open={open}
        setOpen={setOpen}
        label={say('day')}
        hint={say('chooseDay')}
        align="end"
        className={styles.button}
        button={
          <>
            <CalendarOutlined aria-hidden className={styles.icon} />
            <span>{day === thisDay() ? `${say('today')}, ${writeDay(day)}` : writeDay(day)}</span>
          </>
        }
      >
        <TypedDay day={day} choose={choose} />
      </Popup>
      <StepDay label={say('dayAfter')} icon={<RightOutlined aria-hidden />} go={() => choose(addDays(day, 1))} />
    </div>
  );
}

function StepDay({ label, icon, go }: { label: string; icon: React.ReactNode; go: () => void }) {
  return (
    <button type="button" className={styles.step} aria-label={label} title={label} onClick={go}>
      {icon}
    </button>
  );
}

function TypedDay({ day, choose }: { day: Day; choose: (day: Day) => void }) {
  const say = usePeriodText();
  const [text, setText] = useState(writeDay(day));
  const [isTried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const typed = readTypedDay(text);
    setTried(typed === null);
    if (typed !== null) choose(typed);
  };
  return (
    <form className={styles.moment} onSubmit={submit} noValidate>
      <Field
        label={say('day')}
        isFirst
        hint={say('dayHint')}
        value={text}
        change={setText}
        fault={isTried ? say('notADay') : null}
      />
      <div className={styles.actions}>
        <Button type="primary" htmlType="submit">
          {say('useDay')}
        </Button>
      </div>
      <fieldset className={styles.parts} aria-label={say('chooseDay')}>
        {usualDays().map((one) => (
          <button
            key={one}
            type="button"
            className={styles.part}
            aria-pressed={one === day}
            onClick={() => choose(one)}
          >
            {one === thisDay() ? say('today') : writeDay(one)}
          </button>
        ))}
      </fieldset>
    </form>
  );
}

/** Today, the ends of the last half years, and the days around the reform of 1/7/2025. */
function usualDays(): Day[] {
  const now = thisDay();
  const half = `${now.slice(0, 4)}-${now < `${now.slice(0, 4)}-07-01` ? '01' : '07'}-01`;
  const ends = [0, -6, -12, -18].map((by) => addDays(addMonths(half, by), -1));
  return [...new Set([now, ...ends, '2025-06-30', '2025-07-01'])];
}
