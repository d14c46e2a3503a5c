import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { PickOne } from '#/platform/ui/PickOne.tsx';
import { WrongLine } from '#/platform/ui/states.tsx';
import { writeNumber } from '#/platform/ui/written.ts';
import { keepPlace } from '../address.ts';
import { useKindGroups } from '../record/kind-groups.ts';
import { useFormKinds } from '../session.ts';
import { mostAtOnce } from './gather.ts';
import type { Marks } from './marked.ts';
import { useMembersText } from './members-texts.ts';
import styles from './SelectionBar.module.css';
import { countOf } from './SelectionBar.tsx';
import { useHandOver } from './use-hand-over.ts';
import type { List } from './use-list.ts';

interface RecordForManyProps {
  list: List;
  marks: Marks;
  total: number | undefined;
}

/** The same act for all who are chosen: which act is chosen here, the rest is written on a page of its own. */
export function RecordForMany({ list, marks, total }: RecordForManyProps) {
  const say = useMembersText();
  const { language } = useLanguage();
  const { data, error } = useFormKinds();
  const groups = useKindGroups(data?.kinds ?? [], 'person');
  const hand = useHandOver(list, marks);
  const number = (value: number) => writeNumber(value, language);
  const count = countOf(marks, total);
  if (count > mostAtOnce || hand.isTooMany) return <TooMany />;
  if (hand.gathered !== null)
    return (
      <>
        <span role="status">{say('gathering', { count: number(hand.gathered), total: number(count) })}</span>
        <Button size="small" onClick={hand.stop}>
          {say('cancel')}
        </Button>
      </>
    );
  const wrong = hand.error ?? error;
  return (
    <>
      <PickOne
        label={say('recordMany')}
        shown={say('recordMany')}
        chosen={null}
        align="end"
        groups={groups}
        choose={(kind) => void hand.over(kind)}
      />
      {wrong === null ? null : <WrongLine error={wrong} />}
    </>
  );
}

function TooMany() {
  const say = useMembersText();
  const { language } = useLanguage();
  return (
    <span role="alert">
      {say('tooMany', { most: writeNumber(mostAtOnce, language) })}{' '}
      <Link to="/imports" search={keepPlace} className={styles.way}>
        {say('toFile')}
      </Link>
    </span>
  );
}
