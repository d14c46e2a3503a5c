import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { Field } from '#/platform/ui/Field.tsx';
import { writeDay } from '#/platform/ui/written.ts';
import { readTypedDay } from '../period/read-moment.ts';
import { usePlace } from '../place.ts';
import styles from './FilterEditor.module.css';
import type { Filter } from './filters.ts';
import { useMembersText } from './members-texts.ts';
import { usualSpans } from './usual-spans.ts';

interface SpanEditorProps {
  filter: Extract<Filter, { kind: 'years' | 'days' }>;
  from: string | undefined;
  to: string | undefined;
  use: (from: string | undefined, to: string | undefined) => void;
}

/** From … to …, of years or of days; the usual spans at hand. */
export function SpanEditor({ filter, from, to, use }: SpanEditorProps) {
  const say = useMembersText();
  const { day } = usePlace();
  const isDays = filter.kind === 'days';
  const shown = (value: string | undefined) => (value === undefined ? '' : isDays ? writeDay(value) : value);
  const [texts, setTexts] = useState({ from: shown(from), to: shown(to) });
  const [fault, setFault] = useState<string | null>(null);
  const read = (text: string) => (text.trim() === '' ? undefined : isDays ? readTypedDay(text) : readYears(text));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [first, last] = [read(texts.from), read(texts.to)];
    if (first === null || last === null) return setFault(say(isDays ? 'notADay' : 'notYears'));
    if (filter.name === 'badge' && (first === undefined) !== (last === undefined)) return setFault(say('bothEnds'));
    if (first !== undefined && last !== undefined && isAfter(first, last)) return setFault(say('turnedSpan'));
    setFault(null);
    use(first, last);
  };
  return (
    <form className={styles.span} onSubmit={submit} noValidate>
      <div className={styles.ends}>
        <Field
          label={say('from')}
          isFirst
          value={texts.from}
          hint={isDays ? say('dayHint') : undefined}
          change={(text) => setTexts({ ...texts, from: text })}
        />
        <Field
          label={say('to')}
          value={texts.to}
          hint={isDays ? say('dayHint') : undefined}
          change={(text) => setTexts({ ...texts, to: text })}
        />
      </div>
      {fault === null ? null : (
        <p role="alert" className={styles.fault}>
          {fault}
        </p>
      )}
      <div className={styles.usual}>
        {usualSpans(filter.name, day, say).map((usual) => (
          <button
            key={usual.label}
            type="button"
            className={styles.pick}
            aria-pressed={usual.from === from && usual.to === to}
            onClick={() => {
              setTexts({ from: shown(usual.from), to: shown(usual.to) });
              setFault(null);
              use(usual.from, usual.to);
            }}
          >
            {usual.label}
          </button>
        ))}
      </div>
      <Button type="primary" htmlType="submit">
        {say('useSpan')}
      </Button>
    </form>
  );
}

function readYears(text: string): string | null {
  return /^\d{1,3}$/.test(text.trim()) && Number(text) <= 150 ? text.trim() : null;
}

function isAfter(first: string, last: string): boolean {
  return first.includes('-') ? first > last : Number(first) > Number(last);
}
