import type { EChartsOption } from 'echarts';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import styles from './Chart.module.css';
import { useUiText } from './ui-texts.ts';

export type ChartOption = EChartsOption;

/** What of a picture was pressed: its name, and the item of `data` that the option gave. */
export interface Picked {
  name: string;
  data: unknown;
}

interface ChartProps {
  /** What the picture is called to those who cannot see it; the numbers are in the table. */
  label: string;
  /** As ECharts knows it; keep it by `useMemo`. Colours by their names: `var(--gold)`. Tooltips of text, no HTML. */
  option: ChartOption;
  height: number;
  /** The same data to read: what is pressed in the picture is a link or a button there. Null: it stands beneath already. */
  table: ReactNode;
  onPick?: (picked: Picked) => void;
}

const Canvas = lazy(async () => ({ default: (await import('./ChartCanvas.tsx')).ChartCanvas }));

/** A picture of figures, and behind a switch the same figures as a table. */
export function Chart({ label, option, height, table, onPick }: ChartProps) {
  const say = useUiText();
  const [isTable, setTable] = useState(false);
  return (
    <figure className={styles.chart} aria-label={label}>
      {table === null ? null : (
        <div className={`${styles.tools} not-printed`}>
          <button type="button" className={styles.switch} aria-pressed={isTable} onClick={() => setTable(!isTable)}>
            {say('seeTable')}
          </button>
        </div>
      )}
      {isTable ? (
        <div className={styles.table}>{table}</div>
      ) : (
        <Suspense fallback={<div style={{ height }} data-waiting />}>
          <Canvas label={label} option={option} height={height} onPick={onPick} />
        </Suspense>
      )}
    </figure>
  );
}
