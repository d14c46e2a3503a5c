import { useQueries } from '@tanstack/react-query';
import { Button } from 'antd';
import { readActStory } from '#/kernel/journal/list-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Waiting, WrongLine } from '#/platform/ui/states.tsx';
import { ask } from '../ask.ts';
import { ActLine } from './ActLine.tsx';
import { Consequences } from './Consequences.tsx';
import type { useWithdrawal } from './use-withdrawal.ts';
import styles from './WithdrawPage.module.css';
import { useWithdrawText } from './withdraw-texts.ts';

interface FollowingProps {
  withdrawal: ReturnType<typeof useWithdrawal>;
  tenant: string | undefined;
}

/** What will follow: later acts that would be left hanging, facts that fall, figures that move. */
export function Following({ withdrawal, tenant }: FollowingProps) {
  const say = useWithdrawText();
  const { language } = useLanguage();
  const { rehearsal, hanging, also, takeToo, keep } = withdrawal;
  const { data, error, isFetching } = rehearsal;
  const others = data?.problems.filter(({ actId }) => actId === undefined) ?? [];
  return (
    <aside className={styles.following} aria-label={say('consequences')} aria-busy={isFetching}>
      <h2>{say('consequences')}</h2>
      {error === null ? null : <WrongLine error={error} />}
      {data === undefined && error === null ? <Waiting lines={5} /> : null}
      {hanging.length === 0 ? null : (
        <div role="alert" className={styles.hanging}>
          <p>{say('hanging')}</p>
          <Acts ids={hanging} tenant={tenant} />
          <Button onClick={() => takeToo(hanging)}>{say('together')}</Button>
        </div>
      )}
      {others.length === 0 ? null : (
        <div role="alert" className={styles.hanging}>
          <p>{say('notPossible')}</p>
          {others.map(({ code, message }) => (
            <p key={`${code} ${message.en}`}>{message[language]}</p>
          ))}
        </div>
      )}
      {also.length === 0 ? null : (
        <>
          <h3>{say('alsoTaken')}</h3>
          <Acts ids={also} tenant={tenant} keep={keep} />
        </>
      )}
      {data?.isPossible ? <Consequences rehearsed={data} /> : null}
    </aside>
  );
}

/** So many are told by their lines; the rest is taken along unread. */
const actsShown = 20;

function Acts({
  ids,
  tenant,
  keep,
}: {
  ids: readonly string[];
  tenant: string | undefined;
  keep?: (id: string) => void;
}) {
  const say = useWithdrawText();
  const stories = useQueries({
    queries: ids.slice(0, actsShown).map((id) => ({
      queryKey: [readActStory.path, { id, tenant }],
      queryFn: () => ask(readActStory, { id, tenant }),
    })),
  });
  return (
    <ul className={styles.acts}>
      {stories.map(({ data }, i) =>
        data === undefined ? (
          <li key={ids[i]} data-waiting>
            …
          </li>
        ) : (
          <li key={data.id}>
            <ActLine act={data} withSubjects />
            {keep === undefined ? null : (
              <Button size="small" onClick={() => keep(data.id)}>
                {say('keep')}
              </Button>
            )}
          </li>
        ),
      )}
      {ids.length > actsShown ? <li>+ {ids.length - actsShown}</li> : null}
    </ul>
  );
}
