import { listTenants } from '#/kernel/access/contract.ts';
import { usePageTitle } from '#/platform/ui/page-title.ts';
import { Waiting } from '#/platform/ui/states.tsx';
import { writeDay } from '#/platform/ui/written.ts';
import { type HomeShown, readHome } from '#/reports/home/contract.ts';
import { useAsk } from '../ask.ts';
import { type Place, usePlace } from '../place.ts';
import { Refused } from '../Refused.tsx';
import { AttentionPart } from './AttentionPart.tsx';
import { HeadlineTable } from './HeadlineTable.tsx';
import styles from './HomePage.module.css';
import { useHomeText } from './home-texts.ts';
import { Strip } from './Strip.tsx';
import { Trends } from './Trends.tsx';

/** Where one comes in: how the unit stands on the day, and what waits. */
export function HomePage() {
  const place = usePlace();
  const say = useHomeText();
  usePageTitle(say('title'));
  return place.unit === null ? <Waiting lines={12} /> : <Shown unit={place.unit} place={place} />;
}

function Shown({ unit, place }: { unit: string; place: Place }) {
  const say = useHomeText();
  const asked = { unit, tenant: place.tenant, on: place.day, knownAt: place.known ?? undefined };
  const { data, error, refetch } = useAsk(readHome, asked);
  if (error !== null) return <Refused error={error} retry={() => void refetch()} unit={unit} />;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{data?.unit.name ?? say('title')}</h1>
        <p>{say('until', { day: writeDay(place.day) })}</p>
      </header>
      <div className={styles.columns}>
        <div className={styles.numbers}>{data === undefined ? <Waiting lines={34} /> : <Numbers home={data} />}</div>
        <AttentionPart asked={asked} />
      </div>
    </div>
  );
}

function Numbers({ home }: { home: HomeShown }) {
  return (
    <>
      <Strip headlines={home.headlines} />
      <OpenedNote home={home} />
      <Trends home={home} />
      <HeadlineTable headlines={home.headlines} />
    </>
  );
}

/** What lies before the register's first day is known in parts only: a change since then is none. */
function OpenedNote({ home }: { home: HomeShown }) {
  const say = useHomeText();
  const { tenant } = usePlace();
  const { data } = useAsk(listTenants, {});
  const opensOn = data?.tenants.find(({ code }) => code === tenant)?.opensOn ?? null;
  const earliest = home.headlines.map(({ before }) => before.from ?? before.to).toSorted()[0];
  if (opensOn === null || earliest === undefined || earliest >= opensOn) return null;
  return <p className={styles.note}>{say('openedOn', { day: writeDay(opensOn) })}</p>;
}
