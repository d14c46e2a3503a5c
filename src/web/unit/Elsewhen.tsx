import { ApartmentOutlined } from '@ant-design/icons';
import type { UnitElsewhen } from '#/domain/units/page-contract.ts';
import { State } from '#/platform/ui/states.tsx';
import { writeDay } from '#/platform/ui/written.ts';
import { UnitLink } from './UnitLink.tsx';
import styles from './UnitPage.module.css';
import { useUnitPageText } from './unit-page-texts.ts';

const ways = {
  merged: 'howMerged',
  consolidated: 'howConsolidated',
  split: 'howSplit',
  dissolved: 'howDissolved',
  disbanded: 'howDisbanded',
  ended: 'howEnded',
} as const;

interface ElsewhenProps {
  code: string;
  on: string;
  found: readonly UnitElsewhen[];
}

/** No such unit on the day: when it was, what became of it, and the way to a day on which it is to be seen. */
export function Elsewhen({ code, on, found }: ElsewhenProps) {
  const say = useUnitPageText();
  return (
    <State icon={<ApartmentOutlined />} role="alert" isPage title={say('notThere', { code, day: writeDay(on) })}>
      <ul className={styles.elsewhen}>
        {found.map((unit) => (
          <li key={`${unit.tenant} ${unit.from}`}>
            <One unit={unit} on={on} />
          </li>
        ))}
      </ul>
    </State>
  );
}

function One({ unit, on }: { unit: UnitElsewhen; on: string }) {
  const say = useUnitPageText();
  const { name, tenant, code, from, to, how, successors, today } = unit;
  const way = how !== null && how in ways ? say(ways[how as keyof typeof ways]) : null;
  // The nearest day on which the code means the unit.
  const day = to !== null && to < on ? to : (from ?? to ?? on);
  const span = {
    name,
    from: from === null ? say('sinceEver') : writeDay(from),
    to: to === null ? say('still') : writeDay(to),
  };
  return (
    <>
      <p className={styles.was}>
        {say('was', span)}
        {way === null ? '' : ` (${way})`}.
      </p>
      {today === null ? null : (
        <p>
          {say('otherCode')}:{' '}
          <UnitLink code={today.code} tenant={tenant} on={on}>
            {today.name} ({today.code})
          </UnitLink>
        </p>
      )}
      {successors.length === 0 ? null : (
        <p>
          {say('became')}:{' '}
          {successors.map((next, at) => (
            <span key={next.code}>
              {at === 0 ? '' : '; '}
              <UnitLink code={next.code} tenant={tenant} on={next.on > on ? next.on : on}>
                {next.name}
              </UnitLink>
            </span>
          ))}
        </p>
      )}
      <p>
        <UnitLink code={code} tenant={tenant} on={day}>
          {say('seeOn', { day: writeDay(day) })}
        </UnitLink>
      </p>
    </>
  );
}
