import { ApartmentOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Day } from '#/platform/day.ts';
import { Problem } from '#/platform/errors.ts';
import { State, Wrong } from '#/platform/ui/states.tsx';
import { writeDay } from '#/platform/ui/written.ts';
import { usePlace } from './place.ts';
import { useUnitText } from './units/unit-texts.ts';

interface RefusedProps {
  error: unknown;
  retry: () => void;
  unit: string;
  /** Where it was asked about another day than the page's. */
  on?: Day;
}

/** What the server refused. A unit that is not there on the day is no fault: it had not begun, has ended, or was called otherwise. */
export function Refused({ error, retry, unit, on }: RefusedProps) {
  const say = useUnitText();
  const place = usePlace();
  if (!(error instanceof Problem) || error.code !== 'unit.unknown') return <Wrong error={error} retry={retry} />;
  return (
    <State
      icon={<ApartmentOutlined />}
      role="alert"
      title={say('notThere', { code: unit, day: writeDay(on ?? place.on) })}
      actions={<Button onClick={retry}>{say('again')}</Button>}
    >
      <p>{error.message}</p>
      <p>{say('notThereWhat')}</p>
    </State>
  );
}
