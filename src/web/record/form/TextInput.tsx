import { Button, Input } from 'antd';
import { useState } from 'react';
import { readTypedDay } from '../../period/read-moment.ts';
import { FieldBox, type FieldProps, useField } from './FieldBox.tsx';
import styles from './form.module.css';
import { useFormText } from './form-texts.ts';
import { isType } from './nodes.ts';
import { readTypedPartialDay, writePartialDay } from './typed.ts';
import { isSealedValue } from './values.ts';

/** A text, a day or a number, typed. A sensitive one shows dots once the keyboard has left it. */
export function TextInput(props: FieldProps) {
  const { node } = props;
  const say = useFormText();
  const { value, set } = useField(props);
  const [isIn, setIn] = useState(false);
  const text = typeof value === 'string' ? value : '';
  const isDay = isType(node, 'day', 'partial-day');
  const isNumber = isType(node, 'whole-number', 'number');
  if (isSealedValue(value)) return <SealedInput {...props} />;
  const leave = () => {
    setIn(false);
    const day = isDay ? (isType(node, 'day') ? readTypedDay(text) : readTypedPartialDay(text)) : null;
    if (day !== null) set(writePartialDay(day));
  };
  const isMasked = node.isSensitive && !isIn && text !== '';
  return (
    <FieldBox {...props}>
      {({ id, describedBy, isWrong }) => (
        <Input
          id={id}
          className={isDay || isNumber ? styles.short : undefined}
          value={isMasked ? '••••••••' : text}
          placeholder={isDay ? say(isType(node, 'day') ? 'dayHint' : 'partialDayHint') : undefined}
          inputMode={isDay || isNumber ? 'numeric' : undefined}
          status={isWrong ? 'error' : undefined}
          aria-invalid={isWrong}
          aria-required={node.field.required}
          aria-describedby={describedBy}
          autoComplete="off"
          spellCheck={false}
          suffix={node.isSensitive ? <span title={say('secret')}>🔒</span> : undefined}
          onFocus={() => setIn(true)}
          onBlur={leave}
          onChange={({ target }) => set(target.value === '' ? undefined : target.value)}
        />
      )}
    </FieldBox>
  );
}

/** A value that the journal keeps sealed: a correction keeps it, unless it is typed anew. */
export function SealedInput(props: FieldProps) {
  const say = useFormText();
  const { set } = useField(props);
  return (
    <FieldBox {...props}>
      {({ id }) => (
        <div className={styles.line}>
          <Input id={id} value="••••••••" readOnly aria-label={say('sealed')} />
          <Button onClick={() => set(undefined)}>{say('retype')}</Button>
        </div>
      )}
    </FieldBox>
  );
}
