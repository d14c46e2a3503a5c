import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import type { Day } from '#/platform/day.ts';
import { writeDay } from '#/platform/ui/written.ts';
import { DayField } from '../period/DayField.tsx';
import { readTypedDay } from '../period/read-moment.ts';
import styles from './Changes.module.css';
import { useChangeText } from './change-texts.ts';
import { useTreeSearch } from './tree-search.ts';

/** The two days between which changes are told. */
export function ChangeSpan({ since, until }: { since: Day; until: Day }) {
  const say = useChangeText();
  const [, change] = useTreeSearch();
  const [first, setFirst] = useState(writeDay(since));
  const [last, setLast] = useState(writeDay(until));
  const [isTried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const [from, to] = [readTypedDay(first), readTypedDay(last)];
    if (from === null || to === null) return;
    change(from <= to ? { since: from, until: to } : { since: to, until: from });
  };
  return (
    <form className={styles.span} onSubmit={submit} noValidate>
      <DayField label={say('since')} value={first} change={setFirst} isTried={isTried} />
      <DayField label={say('until')} value={last} change={setLast} isTried={isTried} />
      <Button htmlType="submit">{say('use')}</Button>
    </form>
  );
}
