import { CheckOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { type CapacityShown, chooseCapacity, listCapacities } from '#/kernel/access/grant-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Waiting, WrongLine } from '#/platform/ui/states.tsx';
import { writeDay } from '#/platform/ui/written.ts';
import { answers, ask, useAsk } from '../ask.ts';
import styles from './Capacity.module.css';
import { useCapacityText } from './capacity-texts.ts';

/** The roles that one holds today; to press one is to work in it. */
export function CapacityList() {
  const { data, error } = useAsk(listCapacities, {});
  const { mutate, error: refused, isPending } = useMutation({ mutationFn: take });
  if (error !== null) return <WrongLine error={error} />;
  if (data === undefined) return <Waiting lines={2} />;
  return (
    <>
      <ul className={styles.list}>
        {data.capacities.map((one) => (
          <li key={one.id}>
            <button
              type="button"
              className={styles.one}
              aria-current={one.id === data.chosen}
              disabled={isPending}
              onClick={() => mutate(one.id)}
            >
              <Named capacity={one} />
              {one.id === data.chosen ? <CheckOutlined aria-hidden /> : null}
            </button>
          </li>
        ))}
      </ul>
      {refused === null ? null : <WrongLine error={refused} />}
    </>
  );
}

function Named({ capacity: { title, unit, to, isDelegated, needsSecondFactor } }: { capacity: CapacityShown }) {
  const say = useCapacityText();
  const { language } = useLanguage();
  const notes = [
    isDelegated ? say('delegated') : null,
    to === null ? null : say('until', { day: writeDay(to) }),
    needsSecondFactor ? say('needsSecondFactor') : null,
  ].filter((note) => note !== null);
  return (
    <span className={styles.named}>
      <strong>{title[language]}</strong>
      <span>{unit?.name ?? say('wholeRegister')}</span>
      {notes.length === 0 ? null : <small>{notes.join(' · ')}</small>}
    </span>
  );
}

/** What was read in one capacity is not shown in another, and its place may not be there. */
async function take(capacity: string): Promise<void> {
  await ask(chooseCapacity, { capacity });
  answers.clear();
  window.location.assign('/');
}
