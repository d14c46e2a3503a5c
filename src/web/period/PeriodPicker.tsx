import { CalendarOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { Choices } from '#/platform/ui/Choices.tsx';
import { Popup } from '#/platform/ui/Popup.tsx';
import { writeDay } from '#/platform/ui/written.ts';
import { useGoTo, usePlace } from '../place.ts';
import { FreePeriod } from './FreePeriod.tsx';
import styles from './PeriodPicker.module.css';
import { asKind, type Period, periodKinds, step } from './period.ts';
import { periodName, roman } from './period-name.ts';
import { usePeriodText } from './period-texts.ts';

/** The period of the page: one step back or on by a press, any other from the popup. */
export function PeriodPicker() {
  const say = usePeriodText();
  const { period } = usePlace();
  const goTo = useGoTo();
  const [open, setOpen] = useState(false);
  const name = periodName(period, say);
  const choose = (periodOf: Period) => goTo({ periodOf });
  return (
    <div className={styles.picker}>
      <Step period={period} by={-1} choose={choose} />
      <Popup
        open={open}
        setOpen={setOpen}
        label={say('period')}
        hint={say('choose')}
        align="end"
        className={styles.button}
        button={
          <>
            <CalendarOutlined aria-hidden className={styles.icon} />
            <span>{name}</span>
          </>
        }
      >
        <Chooser period={period} choose={choose} done={() => setOpen(false)} />
      </Popup>
      <Step period={period} by={1} choose={choose} />
    </div>
  );
}

function Step({ period, by, choose }: { period: Period; by: 1 | -1; choose: (period: Period) => void }) {
  const say = usePeriodText();
  const label = say(by > 0 ? 'after' : 'before');
  return (
    <button
      type="button"
      className={styles.step}
      aria-label={label}
      title={label}
      onClick={() => choose(step(period, by))}
    >
      {by > 0 ? <RightOutlined aria-hidden /> : <LeftOutlined aria-hidden />}
    </button>
  );
}

interface ChooserProps {
  period: Period;
  choose: (period: Period) => void;
  done: () => void;
}

function Chooser({ period, choose, done }: ChooserProps) {
  const say = usePeriodText();
  const [kind, setKind] = useState(period.kind);
  return (
    <div className={styles.chooser}>
      <Choices
        label={say('kind')}
        value={kind}
        choices={periodKinds.map((value) => ({ value, label: say(value) }))}
        choose={(next) => {
          setKind(next);
          if (next !== 'free') choose(asKind(next, period));
        }}
      />
      {kind === 'free' ? (
        <FreePeriod
          period={period}
          choose={(free) => {
            choose(free);
            done();
          }}
        />
      ) : (
        <>
          <YearRow period={period} choose={choose} />
          <Parts period={period} choose={choose} done={done} />
          <p className={styles.days}>{say('span', { from: writeDay(period.from), to: writeDay(period.to) })}</p>
        </>
      )}
    </div>
  );
}

/** The year, and those around it. */
function YearRow({ period, choose }: Omit<ChooserProps, 'done'>) {
  const say = usePeriodText();
  const year = Number(period.from.slice(0, 4));
  const inYear = (other: number) => asKind(period.kind, { ...period, to: `${other}${period.to.slice(4, 8)}01` });
  return (
    <fieldset className={styles.years} aria-label={say('year')}>
      {[-3, -2, -1, 0, 1, 2].map((by) => (
        <button
          key={by}
          type="button"
          className={styles.part}
          aria-pressed={by === 0}
          onClick={() => choose(inYear(year + by))}
        >
          {year + by}
        </button>
      ))}
    </fieldset>
  );
}

function Parts({ period, choose, done }: ChooserProps) {
  const say = usePeriodText();
  if (period.kind === 'year' || period.kind === 'free') return null;
  const count = { half: 2, quarter: 4, month: 12 }[period.kind];
  const first = asKind(period.kind, { ...period, to: `${period.from.slice(0, 4)}-01-01` });
  const parts = Array.from({ length: count }, (_, at) => step(first, at));
  const label = (at: number) =>
    ({ half: say(at === 0 ? 'half1' : 'half2'), quarter: `${say('quarter')} ${roman(at + 1)}`, month: `${at + 1}` })[
      period.kind as 'half' | 'quarter' | 'month'
    ];
  return (
    <fieldset className={styles.parts} aria-label={say(period.kind)}>
      {parts.map((part, at) => (
        <button
          key={part.from}
          type="button"
          className={styles.part}
          aria-pressed={part.from === period.from}
          onClick={() => {
            choose(part);
            done();
          }}
        >
          {label(at)}
        </button>
      ))}
    </fieldset>
  );
}
