import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ActStory, readActStory } from '#/kernel/journal/list-contract.ts';
import { Problem } from '#/platform/errors.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { usePageTitle } from '#/platform/ui/page-title.ts';
import { Nothing, Waiting, Wrong } from '#/platform/ui/states.tsx';
import { writeDay } from '#/platform/ui/written.ts';
import { WhyButton } from '../access/WhyButton.tsx';
import { keepPlace } from '../address.ts';
import { useAsk } from '../ask.ts';
import { usePlace } from '../place.ts';
import { ActFacts } from './ActFacts.tsx';
import { ActMarks } from './ActLine.tsx';
import styles from './ActPage.module.css';
import { ActFields, ActPaperPart, ActRecording, ActSubjects } from './ActParts.tsx';
import { ActTies } from './ActTies.tsx';
import { useActText } from './act-texts.ts';

/** One act: whom it is about, by which paper, what it changed, what became of it. */
export function ActPage() {
  const say = useActText();
  const { act: id } = useParams({ strict: false }) as { act: string };
  const { tenant } = usePlace();
  const { data, error, refetch } = useAsk(readActStory, { id, tenant });
  const { language } = useLanguage();
  usePageTitle(data?.title[language] ?? '');
  if (error !== null)
    return error instanceof Problem && error.code === 'act.unknown' ? (
      <Nothing isPage title={say('unknown')}>
        {say('unknownWhat')}
      </Nothing>
    ) : (
      <Wrong isPage error={error} retry={() => void refetch()} />
    );
  if (data === undefined) return <Waiting lines={12} />;
  return <Act story={data} />;
}

function Act({ story }: { story: ActStory }) {
  const say = useActText();
  const { language } = useLanguage();
  const { tenant } = usePlace();
  return (
    <article className={styles.page}>
      <nav className={`${styles.back} not-printed`}>
        <Link to="/journal" search={keepPlace}>
          ← {say('back')}
        </Link>
      </nav>
      <header className={styles.head}>
        <div>
          <h1>
            <span className={story.withdrawnBy === null ? undefined : styles.gone}>{story.title[language]}</span>{' '}
            <ActMarks act={story} />
          </h1>
          <p>{say('effectiveOn', { day: writeDay(story.effectiveOn) })}</p>
          {story.says[language] === '' ? null : <p className={styles.says}>{story.says[language]}</p>}
        </div>
        <div className={`${styles.actions} not-printed`}>
          {story.can.correct ? (
            <Link
              className={styles.action}
              to="/record/$kind"
              params={{ kind: story.kind }}
              search={(before) => ({ ...keepPlace(before), instead: story.id })}
            >
              {say('correct')}
            </Link>
          ) : null}
          {story.can.withdraw ? (
            <Link className={styles.action} to="/acts/$act/withdraw" params={{ act: story.id }} search={keepPlace}>
              {say(story.kind === 'act.withdrawn' ? 'restore' : 'withdraw')}
            </Link>
          ) : null}
          <Button onClick={() => window.print()}>{say('print')}</Button>
          <WhyButton act={story.id} tenant={tenant} />
        </div>
      </header>
      <ActTies story={story} />
      <div className={styles.columns}>
        <div>
          <ActSubjects story={story} />
          <ActFields story={story} />
          <ActFacts story={story} />
        </div>
        <div>
          <ActPaperPart story={story} />
          <ActRecording story={story} />
        </div>
      </div>
    </article>
  );
}
