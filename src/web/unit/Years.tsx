import { readUnitYears, type YearSeries } from '#/domain/units/page-figures-contract.ts';
import { type FigureDescription, listFigures } from '#/kernel/figures/contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { PickOne } from '#/platform/ui/PickOne.tsx';
import { Waiting, Wrong } from '#/platform/ui/states.tsx';
import { useAsk } from '../ask.ts';
import { useKeyText } from './key-texts.ts';
import styles from './Parts.module.css';
import { type AskedUnit, useUnitSearch } from './use-unit.ts';
import { YearChart } from './YearChart.tsx';
import years from './Years.module.css';
import { YearTable } from './YearTable.tsx';
import { useYearsText } from './years-texts.ts';

/** A figure over the years with the name that the screen gives it. */
export interface NamedSeries extends YearSeries {
  name: string;
  /** It was added to the usual ones. */
  isAdded: boolean;
}

/** Pictures of the usual figures and of those that were added, and all of them in one table; every point opens. */
export function Years({ asked }: { asked: AskedUnit }) {
  const say = useYearsText();
  const { search } = useUnitSearch();
  const also = search.also ?? [];
  const usual = useAsk(readUnitYears, asked);
  const added = useAsk(readUnitYears, also.length === 0 ? null : { ...asked, figure: also });
  const named = useNamed(usual.data?.series ?? [], added.data?.series ?? []);
  const error = usual.error ?? added.error;
  if (error !== null)
    return <Wrong error={error} retry={() => void (usual.error === null ? added : usual).refetch()} />;
  if (usual.data === undefined) return <Waiting lines={14} />;
  const told = named.filter(({ points }) => points.some(({ value }) => value !== null));
  if (told.length === 0) return <p className={styles.none}>{say('none')}</p>;
  return (
    <>
      <AddFigure taken={named} />
      <div className={years.charts}>
        {told.map((series) => (
          <YearChart key={series.key} series={series} />
        ))}
      </div>
      <YearTable series={named} />
    </>
  );
}

function useNamed(usual: readonly YearSeries[], added: readonly YearSeries[]): NamedSeries[] {
  const key = useKeyText();
  const { language } = useLanguage();
  const { data } = useAsk(listFigures, added.length === 0 ? null : {});
  return [
    ...usual.map((one) => ({ ...one, name: key(one.key as 'members'), isAdded: false })),
    ...added.map((one) => ({
      ...one,
      name: data?.figures.find(({ name }) => name === one.figure)?.title[language] ?? one.figure,
      isAdded: true,
    })),
  ];
}

/** Figures that can be asked as they are; the others need to be narrowed first. */
function AddFigure({ taken }: { taken: readonly NamedSeries[] }) {
  const say = useYearsText();
  const { language } = useLanguage();
  const { search, goTo } = useUnitSearch();
  const { data } = useAsk(listFigures, {});
  const isOffered = ({ name, args, type }: FigureDescription) =>
    (type === 'count' || type === 'ratio' || type === 'average') &&
    args.every(({ required }) => !required) &&
    !taken.some(({ key, figure }) => key === name || figure === name);
  const offered = (data?.figures ?? []).filter(isOffered);
  const picks = (isCount: boolean) =>
    offered
      .filter(({ type }) => (type === 'count') === isCount)
      .map(({ name, title }) => ({ key: name, label: title[language] }));
  return (
    <div className={`${styles.tools} not-printed`}>
      <PickOne
        label={say('addWhich')}
        shown={say('add')}
        chosen={null}
        isEmpty
        groups={[
          { label: say('counts'), picks: picks(true) },
          { label: say('ratios'), picks: picks(false) },
        ]}
        choose={(name) => goTo({ also: [...(search.also ?? []), name] })}
      />
    </div>
  );
}
