import { useState } from 'react';
import { Field } from './Field.tsx';

interface TypedFieldProps {
  label: string;
  value: string;
  use: (value: string) => void;
}

/** A text that is used when Enter is pressed or the keyboard leaves it, not at every letter. */
export function TypedField({ label, value, use }: TypedFieldProps) {
  const [text, setText] = useState(value);
  const done = () => {
    if (text.trim() !== value) use(text.trim());
  };
  return (
    <form
      onBlur={done}
      onSubmit={(event) => {
        event.preventDefault();
        done();
      }}
    >
      <Field label={label} value={text} change={setText} />
    </form>
  );
}
