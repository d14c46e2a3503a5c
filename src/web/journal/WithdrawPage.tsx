import { useParams } from '@tanstack/react-router';
import { type ActStory, readActStory } from '#/kernel/journal/list-contract.ts';
import { usePageTitle } from '#/platform/ui/page-title.ts';
import { Waiting, Wrong } from '#/platform/ui/states.tsx';
import { useAsk } from '../ask.ts';
import { usePlace } from '../place.ts';
import { ActLine } from './ActLine.tsx';
import { Following } from './Following.tsx';
import { useWithdrawal } from './use-withdrawal.ts';
import { WithdrawForm } from './WithdrawForm.tsx';
import styles from './WithdrawPage.module.css';
import { useWithdrawText } from './withdraw-texts.ts';

/** An act is withdrawn with a reason; what follows is seen before anything is recorded. */
export function WithdrawPage() {
  const say = useWithdrawText();
  const { act: id } = useParams({ strict: false }) as { act: string };
  const { tenant } = usePlace();
  const { data, error, refetch } = useAsk(readActStory, { id, tenant });
  usePageTitle(say(data?.kind === 'act.withdrawn' ? 'titleRestore' : 'title'));
  if (error !== null) return <Wrong isPage error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting lines={10} />;
  return <Withdraw story={data} key={id} />;
}

function Withdraw({ story }: { story: ActStory }) {
  const say = useWithdrawText();
  const { tenant } = usePlace();
  const withdrawal = useWithdrawal(story.id, tenant);
  const isRestoring = story.kind === 'act.withdrawn';
  return (
    <div className={styles.page}>
      <h1>{say(isRestoring ? 'titleRestore' : 'title')}</h1>
      <p className={styles.soft}>{say(isRestoring ? 'whatRestore' : 'what')}</p>
      <div className={styles.act}>
        <ActLine act={story} withSubjects />
      </div>
      <div className={styles.columns}>
        <WithdrawForm story={story} withdrawal={withdrawal} />
        <Following withdrawal={withdrawal} tenant={tenant} />
      </div>
    </div>
  );
}
