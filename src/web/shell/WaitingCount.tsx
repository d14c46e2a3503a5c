import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeNumber } from '#/platform/ui/written.ts';
import { readInbox } from '#/reports/inbox/contract.ts';
import { useAsk } from '../ask.ts';
import { useSession } from '../session.ts';
import { useShellText } from './shell-texts.ts';
import styles from './WaitingCount.module.css';

/** How much waits for the role one works in; `isCorner`: over a symbol. Whoever owns the data folder has no inbox of their own. */
export function WaitingCount({ isCorner = false }: { isCorner?: boolean }) {
  const say = useShellText();
  const { language } = useLanguage();
  const session = useSession();
  const hasOne = session?.title != null && session.permissions.includes('register.read');
  const { data } = useAsk(readInbox, hasOne ? { tenant: session.tenant ?? undefined, part: 'waiting' } : null);
  if (data === undefined || data.waiting === 0) return null;
  const count = writeNumber(data.waiting, language);
  return (
    <span className={isCorner ? `${styles.count} ${styles.corner}` : styles.count}>
      <span aria-hidden>{count}</span>
      <span className="for-screen-readers">{say('waiting', { count })}</span>
    </span>
  );
}
