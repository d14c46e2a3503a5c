import { type KeyFigure, readUnitOverview } from '#/domain/units/page-figures-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Waiting, Wrong } from '#/platform/ui/states.tsx';
import { writeDay } from '#/platform/ui/written.ts';
import { useAsk } from '../ask.ts';
import { type Piece, termsIn } from '../help/phrases.ts';
import { KeyRow } from './KeyRow.tsx';
import { useKeyText } from './key-texts.ts';
import styles from './Overview.module.css';
import type { AskedUnit } from './use-unit.ts';

/** The key figures of the year so far, each beside that of the same days a year before; every number opens. */
export function Overview({ asked }: { asked: AskedUnit }) {
  const say = useKeyText();
  const { language } = useLanguage();
  const { data, error, refetch } = useAsk(readUnitOverview, asked);
  if (error !== null) return <Wrong error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting lines={16} />;
  const groups = Map.groupBy(data.figures, ({ group }) => group);
  const pieces = termsIn(
    data.figures.map(({ key }) => say(key as 'members')),
    language,
  );
  const names = new Map(data.figures.map(({ key }, at) => [key, pieces[at] ?? []]));
  return (
    <div className={styles.groups}>
      {[...groups].map(([group, figures]) => (
        <Group key={group} group={group} figures={figures} names={names} on={data.on} />
      ))}
    </div>
  );
}

interface GroupProps {
  group: string;
  figures: readonly KeyFigure[];
  /** What the figures are called, by their keys. */
  names: ReadonlyMap<string, readonly Piece[]>;
  on: string;
}

function Group({ group, figures, names, on }: GroupProps) {
  const say = useKeyText();
  const { language } = useLanguage();
  const year = Number(on.slice(0, 4));
  const isWhole = on.endsWith('12-31');
  const day = language === 'vi' ? `${Number(on.slice(8))}/${Number(on.slice(5, 7))}` : writeDay(on).slice(0, 5);
  return (
    <section className={styles.group}>
      <table className={styles.table}>
        <caption>{say(`group-${group}` as 'group-members')}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="for-screen-readers">{say('figure')}</span>
            </th>
            <th scope="col">{isWhole ? say('wholeYear', { year }) : say('now', { year, day })}</th>
            <th scope="col" className={styles.wide}>
              {isWhole ? say('wholeYear', { year: year - 1 }) : say('before', { year: year - 1 })}
            </th>
            <th scope="col">{say('change')}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((one) => (
            <KeyRow key={one.key} one={one} on={on} pieces={names.get(one.key) ?? []} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
