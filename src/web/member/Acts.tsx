import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import type { Member } from '#/domain/members/member-contract.ts';
import { type ActRow, listActs } from '#/kernel/journal/list-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Select } from '#/platform/ui/Select.tsx';
import { Waiting, Wrong } from '#/platform/ui/states.tsx';
import { vietnamese } from '#/platform/ui/written.ts';
import { ask } from '../ask.ts';
import { ActLine } from '../journal/ActLine.tsx';
import { usePlace } from '../place.ts';
import styles from './Acts.module.css';
import { useMemberText } from './member-texts.ts';
import type { MemberSearch } from './search.ts';

/** What was recorded of the member up to the day, newest first, by years; withdrawn acts are struck through. */
export function Acts({ member: { person, tenant, on } }: { member: Member }) {
  const say = useMemberText();
  const { known } = usePlace();
  const { kind } = useSearch({ from: '/members/$person' }) as MemberSearch;
  // The journal is read by days: of a moment, all that was recorded up to its day.
  const about = { person, tenant, effectiveTo: on, recordedTo: known?.slice(0, 10), order: 'effective' as const };
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [listActs.path, 'of-member', about],
    queryFn: ({ pageParam, signal }) => ask(listActs, { ...about, cursor: pageParam, limit: 100 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  if (error !== null) return <Wrong error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting lines={10} />;
  const acts = data.pages.flatMap((page) => page.acts);
  const shown = kind === undefined ? acts : acts.filter((act) => act.kind === kind);
  return (
    <div className={styles.acts}>
      <KindFilter acts={acts} kind={kind} />
      {acts.length === 0 ? <p>{say('noActs')}</p> : null}
      {yearsOf(shown).map(([year, ofYear]) => (
        <section key={year} aria-label={year} className={styles.year}>
          <h2>{year}</h2>
          <div>
            {ofYear.map((act) => (
              <ActLine key={act.id} act={act} />
            ))}
          </div>
        </section>
      ))}
      {hasNextPage ? (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {say('moreActs')}
        </Button>
      ) : null}
    </div>
  );
}

function KindFilter({ acts, kind }: { acts: readonly ActRow[]; kind: string | undefined }) {
  const say = useMemberText();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const titles = new Map(acts.map((act) => [act.kind, act.title[language]]));
  if (titles.size < 2) return null;
  const kinds = [...titles].map(([value, label]) => ({ value, label }));
  const choose = (value: string) =>
    void navigate({
      to: '.',
      search: (before: MemberSearch) => ({ ...before, kind: value === '' ? undefined : value }),
      replace: true,
    } as never);
  return (
    <div className={`${styles.filter} not-printed`}>
      <Select
        label={say('kindOfAct')}
        value={kind ?? ''}
        choose={choose}
        options={[
          { value: '', label: say('allKinds') },
          ...kinds.toSorted((a, b) => vietnamese.compare(a.label, b.label)),
        ]}
      />
    </div>
  );
}

function yearsOf(acts: readonly ActRow[]): [string, ActRow[]][] {
  const years = new Map<string, ActRow[]>();
  for (const act of acts) {
    const year = act.effectiveOn.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), act]);
  }
  return [...years];
}
