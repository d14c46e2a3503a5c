import { ApartmentOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Problem } from '#/platform/errors.ts';
import { State, Wrong } from '#/platform/ui/states.tsx';
import { writeDay } from '#/platform/ui/written.ts';
import { usePlace } from './place.ts';
import { useUnitText } from './units/unit-texts.ts';

/** What the server refused. A unit that is not there on the day is no fault: it had not begun, has ended, or was called otherwise. */
export function Refused({ error, retry, unit }: { error: unknown; retry: () => void; unit: string }) {
  const say = useUnitText();
  const { on } = usePlace();
  if (!(error instanceof Problem) || error.code !== 'unit.unknown') return <Wrong error={error} retry={retry} />;
  return (
    <State
      icon={<ApartmentOutlined />}
      role="alert"
      title={say('notThere', { code: unit, day: writeDay(on) })}
      actions={<Button onClick={retry}>{say('again')}</Button>}
    >
      <p>{error.message}</p>
      <p>{say('notThereWhat')}</p>
    </State>
  );
}
