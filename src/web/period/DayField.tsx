import { Field } from '#/platform/ui/Field.tsx';
import { usePeriodText } from './period-texts.ts';
import { readTypedDay } from './read-moment.ts';

interface DayFieldProps {
  label: string;
  value: string;
  change: (value: string) => void;
  /** Somebody has tried to go on: now it is said if it is no day. */
  isTried: boolean;
  /** Nothing may stand there. */
  mayBeEmpty?: boolean;
}

/** A day, typed as people write it. */
export function DayField({ isTried, mayBeEmpty = false, ...field }: DayFieldProps) {
  const say = usePeriodText();
  const isGood = readTypedDay(field.value) !== null || (mayBeEmpty && field.value.trim() === '');
  return <Field {...field} hint={say('dayHint')} fault={isTried && !isGood ? say('notADay') : null} />;
}
