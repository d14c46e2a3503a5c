import { EllipsisOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useNarrow } from '#/platform/ui/narrow.ts';
import { Popup } from '#/platform/ui/Popup.tsx';
import { keepPlace } from '../address.ts';
import { Capacity } from './Capacity.tsx';
import { jobGroups, useJobs } from './jobs.tsx';
import styles from './NavColumn.module.css';
import { Settings } from './Settings.tsx';
import { useShellText } from './shell-texts.ts';
import { WaitingCount } from './WaitingCount.tsx';

/** One column of navigation by job; on a narrow screen a bar at the bottom, under the thumb. */
export function NavColumn() {
  const say = useShellText();
  const isNarrow = useNarrow();
  const jobs = useJobs();
  const further = jobs.filter(({ isNear }) => !isNear);
  return (
    <div className={`${styles.column} not-printed`}>
      <div className={styles.name} aria-hidden>
        <span className={styles.mark}>ST</span>
        <span>{say('app')}</span>
      </div>
      <nav aria-label={say('navigation')} className={styles.jobs}>
        {isNarrow ? <Jobs jobs={jobs.filter(({ isNear }) => isNear)} /> : <Grouped jobs={jobs} />}
      </nav>
      {isNarrow && further.length > 0 ? <More jobs={further} /> : null}
      <div className={styles.settings}>
        {isNarrow ? null : <Capacity />}
        <Settings isSignedIn />
      </div>
    </div>
  );
}

type Job = ReturnType<typeof useJobs>[number];

interface JobsProps {
  jobs: readonly Job[];
  done?: () => void;
  labelledBy?: string;
}

/** Fifteen in a row are searched through, three groups of five are seen. */
function Grouped({ jobs: shown, done }: JobsProps) {
  const say = useShellText();
  const id = useId();
  return jobGroups.map((group) => {
    const own = shown.filter((job) => job.group === group);
    if (own.length === 0) return null;
    const head = group === 'aid' ? undefined : `${id}-${group}`;
    return (
      <div key={group} className={styles.group}>
        {head === undefined ? null : <p id={head}>{say(`jobs.${group as 'work'}`)}</p>}
        <Jobs jobs={own} done={done} labelledBy={head} />
      </div>
    );
  });
}

function Jobs({ jobs: shown, done, labelledBy }: JobsProps) {
  const say = useShellText();
  return (
    <ul aria-labelledby={labelledBy}>
      {shown.map(({ to, icon, text }) => (
        <li key={to}>
          <Link
            to={to}
            search={keepPlace}
            className={styles.job}
            activeOptions={{ exact: to === '/' }}
            activeProps={{ className: styles.here }}
            onClick={done}
          >
            <span aria-hidden>{icon}</span>
            <span>{say(text)}</span>
            {to === '/inbox' ? <WaitingCount /> : null}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** What has no room under the thumb. */
function More({ jobs: further }: { jobs: readonly Job[] }) {
  const say = useShellText();
  const [open, setOpen] = useState(false);
  return (
    <Popup
      open={open}
      setOpen={setOpen}
      label={say('more')}
      hint={say('moreHint')}
      className={styles.more}
      placement="above"
      align="end"
      button={
        <>
          <EllipsisOutlined aria-hidden />
          <span>{say('more')}</span>
          <WaitingCount isCorner />
        </>
      }
    >
      <nav aria-label={say('more')} className={styles.further}>
        <Grouped jobs={further} done={() => setOpen(false)} />
      </nav>
    </Popup>
  );
}
