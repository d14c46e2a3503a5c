import { FileSearchOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { keepPlace } from '../address.ts';
import styles from './ActLink.module.css';
import { useMemberText } from './member-texts.ts';

/** The act that something rests on, as a small sign. */
export function ActLink({ act, of }: { act: string; of?: string }) {
  const say = useMemberText();
  const label = of === undefined ? say('openAct') : `${say('openAct')}: ${of}`;
  return (
    <Link
      to="/acts/$act"
      params={{ act }}
      search={keepPlace}
      className={`${styles.link} not-printed`}
      aria-label={label}
      title={say('openAct')}
    >
      <FileSearchOutlined aria-hidden />
    </Link>
  );
}
