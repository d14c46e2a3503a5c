import { useDeferredValue, useMemo, useState } from 'react';
import { readUnitChildren } from '#/domain/units/page-figures-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { DataTable } from '#/platform/ui/DataTable.tsx';
import { Field } from '#/platform/ui/Field.tsx';
import { Waiting, Wrong } from '#/platform/ui/states.tsx';
import { foldAccents, writeDay, writeNumber } from '#/platform/ui/written.ts';
import { useAsk } from '../ask.ts';
import { useChildColumns } from './child-columns.tsx';
import { useChildrenText } from './children-texts.ts';
import styles from './Parts.module.css';
import { RecordForUnits } from './RecordForUnits.tsx';
import type { AskedUnit } from './use-unit.ts';

/** So few are found without a search. */
const few = 12;

/** The direct subordinates beside each other; of a province's thousands a hundred at a time. */
export function Children({ asked }: { asked: AskedUnit }) {
  const say = useChildrenText();
  const { language } = useLanguage();
  const { data, error, refetch } = useAsk(readUnitChildren, asked);
  const [text, setText] = useState('');
  const wanted = useDeferredValue(foldAccents(text.trim()));
  const units = data?.units;
  const keyed = useMemo(
    () => (units ?? []).map((unit) => ({ unit, words: foldAccents(`${unit.name} ${unit.code}`) })),
    [units],
  );
  const rows = useMemo(
    () => keyed.filter(({ words }) => words.includes(wanted)).map(({ unit }) => unit),
    [keyed, wanted],
  );
  const columns = useChildColumns(data);
  if (error !== null) return <Wrong error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Waiting lines={12} />;
  if (data.units.length === 0) return <p className={styles.none}>{say('none')}</p>;
  const count = writeNumber(data.units.length, language);
  return (
    <section className={styles.block}>
      <h2>{say('count', { count, day: writeDay(data.on) })}</h2>
      <div className={`${styles.tools} not-printed`}>
        {data.units.length > few ? (
          <div className={styles.search}>
            <Field label={say('search')} value={text} change={setText} />
          </div>
        ) : null}
        <RecordForUnits units={rows} />
      </div>
      <DataTable label={say('label')} columns={columns} rows={rows} keyOf={({ id }) => id} />
    </section>
  );
}
