import type { ActMention, ActStory, Withdrawal } from '#/kernel/journal/list-contract.ts';
import { writeDay, writeMoment } from '#/platform/ui/written.ts';
import { ActLink } from './ActLine.tsx';
import styles from './ActPage.module.css';
import { useActText } from './act-texts.ts';

/** What became of the act, and which one it takes away or takes the place of. */
export function ActTies({ story }: { story: ActStory }) {
  const say = useActText();
  const { withdrawnBy, target, earlierWithdrawals } = story;
  return (
    <>
      {withdrawnBy === null ? null : <Gone withdrawal={withdrawnBy} />}
      {target === null ? null : (
        <p className={styles.tie}>
          {say(story.kind === 'act.withdrawn' ? 'takesAway' : 'inPlaceOf')} <Mention act={target} />
        </p>
      )}
      {earlierWithdrawals.map((one) => (
        <p key={one.id} className={styles.tie}>
          {say('earlier')}: <Mention act={one} />
        </p>
      ))}
    </>
  );
}

function Gone({ withdrawal }: { withdrawal: Withdrawal }) {
  const say = useActText();
  const words = { at: writeMoment(withdrawal.recordedAt), by: withdrawal.recordedBy };
  return (
    <div role="note" className={styles.warning}>
      <p>
        {say(withdrawal.isInstead ? 'correctedBy' : 'withdrawnBy', words)} <Mention act={withdrawal} />
      </p>
      {withdrawal.reason === null ? null : <p>{say('reason', { reason: withdrawal.reason })}</p>}
    </div>
  );
}

function Mention({ act }: { act: ActMention }) {
  return (
    <>
      <ActLink act={{ ...act, withdrawnBy: null }} /> ({writeDay(act.effectiveOn)})
    </>
  );
}
