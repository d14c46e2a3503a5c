import { lazy, Suspense } from 'react';
import { type UnitHead as Head, readUnitPage } from '#/domain/units/page-contract.ts';
import { usePageTitle } from '#/platform/ui/page-title.ts';
import { Waiting, Wrong } from '#/platform/ui/states.tsx';
import { Tabs } from '#/platform/ui/Tabs.tsx';
import { writeDay } from '#/platform/ui/written.ts';
import { useAsk } from '../ask.ts';
import { Children } from './Children.tsx';
import { Elsewhen } from './Elsewhen.tsx';
import { History } from './History.tsx';
import { MembersPart } from './MembersPart.tsx';
import { Overview } from './Overview.tsx';
import { Papers } from './Papers.tsx';
import { Posts } from './Posts.tsx';
import { Targets } from './Targets.tsx';
import { UnitHead } from './UnitHead.tsx';
import styles from './UnitPage.module.css';
import { useUnitPageText } from './unit-page-texts.ts';
import { type UnitPart, unitParts } from './unit-search.ts';
import { type AskedUnit, useAskedUnit, useUnitSearch } from './use-unit.ts';

const Years = lazy(async () => ({ default: (await import('./Years.tsx')).Years }));

/** A unit on a day: what it is, and the sheets of what is known of it. */
export function UnitPage() {
  const say = useUnitPageText();
  const asked = useAskedUnit();
  const { data, error, refetch } = useAsk(readUnitPage, asked);
  usePageTitle(data?.here?.name ?? say('page'));
  if (error !== null) return <Wrong error={error} retry={() => void refetch()} isPage />;
  if (data === undefined || asked === null)
    return (
      <div className={styles.page}>
        <Waiting lines={16} />
      </div>
    );
  if (data.here === null) return <Elsewhen code={asked.code} on={data.on} found={data.elsewhen} />;
  return (
    <div className={styles.page}>
      <UnitHead head={data.here} on={data.on} />
      <Parts head={data.here} asked={asked} on={data.on} />
    </div>
  );
}

function Parts({ head, asked, on }: { head: Head; asked: AskedUnit; on: string }) {
  const say = useUnitPageText();
  const { search, goTo } = useUnitSearch();
  const parts = unitParts.filter((part) => part !== 'children' || head.children > 0);
  const shown = parts.find((part) => part === search.part) ?? 'overview';
  return (
    <section className={styles.parts}>
      <p className={styles.printed}>
        {say('onDay', { day: writeDay(on) })} · {say(shown)}
      </p>
      <Tabs
        label={say('parts')}
        tabs={parts.map((key) => ({ key, label: say(key) }))}
        shown={shown}
        show={(part) =>
          goTo({ part: part === 'overview' ? undefined : part, group: undefined, of: undefined, q: undefined })
        }
      >
        <Suspense fallback={<Waiting lines={12} />}>
          <Sheet key={`${asked.code} ${shown}`} part={shown} head={head} asked={asked} />
        </Suspense>
      </Tabs>
    </section>
  );
}

function Sheet({ part, head, asked }: { part: UnitPart; head: Head; asked: AskedUnit }) {
  if (part === 'overview') return <Overview asked={asked} />;
  if (part === 'posts') return <Posts asked={asked} />;
  if (part === 'members') return <MembersPart head={head} asked={asked} />;
  if (part === 'children') return <Children asked={asked} />;
  if (part === 'years') return <Years asked={asked} />;
  if (part === 'targets') return <Targets asked={asked} />;
  return part === 'papers' ? <Papers asked={asked} /> : <History head={head} asked={asked} />;
}
