import { FileSearchOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import type { Search } from '../address.ts';
import styles from './ActLink.module.css';
import { useMemberText } from './member-texts.ts';

/** The act that something rests on, as a small sign. */
export function ActLink({ act, of }: { act: string; of?: string }) {
  const say = useMemberText();
  const label = of === undefined ? say('openAct') : `${say('openAct')}: ${of}`;
  const there = ({ unit, tenant, period, on, known }: Search) => ({ unit, tenant, period, on, known });
  return (
    <Link
      to={'/acts/$act' as never}
      params={{ act } as never}
      search={there as never}
      className={`${styles.link} not-printed`}
      aria-label={label}
      title={say('openAct')}
    >
      <FileSearchOutlined aria-hidden />
    </Link>
  );
}
