import { type AssignedTarget, readUnitTargets } from '#/domain/units/page-figures-contract.ts';
import { listFigures } from '#/kernel/figures/contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { useNarrow } from '#/platform/ui/narrow.ts';
import { Waiting, Wrong } from '#/platform/ui/states.tsx';
import { useAsk } from '../ask.ts';
import styles from './Parts.module.css';
import { TargetRow } from './TargetRow.tsx';
import { useTargetsText } from './targets-texts.ts';
import type { AskedUnit } from './use-unit.ts';

/** What the unit is to reach, how far it has come by the day, and whether what it gave on adds up to it. */
export function Targets({ asked }: { asked: AskedUnit }) {
  const say = useTargetsText();
  const { language } = useLanguage();
  const isNarrow = useNarrow();
  const { data, error, refetch } = useAsk(readUnitTargets, asked);
  const figures = useAsk(listFigures, {});
  if (error !== null) return <Wrong error={error} retry={() => void refetch()} />;
  if (data === undefined || figures.data === undefined) return <Waiting lines={8} />;
  if (data.targets.length === 0) return <p className={styles.none}>{say('none')}</p>;
  const titles = new Map(figures.data.figures.map(({ name, title }) => [name, title[language]]));
  return (
    <section className={styles.block}>
      <table className={styles.table} aria-label={say('label')}>
        <thead>
          <tr>
            <th scope="col">{say('figure')}</th>
            <th scope="col" className={styles.end}>
              {say('target')}
            </th>
            <th scope="col" className={styles.end}>
              {say('reached')}
            </th>
            {isNarrow ? null : (
              <>
                <th scope="col" className={styles.end}>
                  {say('missing')}
                </th>
                <th scope="col">{say('below')}</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {data.targets.map((target) => (
            <TargetRow
              key={keyOf(target)}
              target={target}
              title={titles.get(target.figure) ?? target.figure}
              on={data.on}
              isNarrow={isNarrow}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function keyOf({ figure, args, from, to }: AssignedTarget): string {
  return `${figure} ${JSON.stringify(args)} ${from} ${to}`;
}
