import { listTenants } from '#/kernel/access/contract.ts';
import type { Day } from '#/platform/day.ts';
import { useNarrow } from '#/platform/ui/narrow.ts';
import { VirtualTree } from '#/platform/ui/VirtualTree.tsx';
import { foldAccents, writeDay } from '#/platform/ui/written.ts';
import { useAsk } from '../ask.ts';
import { nameBegins } from './name-begins.ts';
import type { PickLine } from './pick-lines.ts';
import styles from './UnitPicker.module.css';
import type { ChosenUnit } from './UnitPicker.tsx';
import { useUnitText } from './unit-texts.ts';
import { usePickLines } from './use-pick-lines.ts';

interface UnitTreeProps {
  on: Day;
  /** The codes on the way to the chosen unit: they stand open. */
  along?: readonly string[];
  chosen: string | null;
  choose: (unit: ChosenUnit) => void;
}

const none: readonly string[] = [];

/** The units of every register as they stood on a day; those under a unit are fetched when it is opened. */
export function UnitTree({ on, along = none, chosen, choose }: UnitTreeProps) {
  const say = useUnitText();
  const isNarrow = useNarrow();
  const { data } = useAsk(listTenants, {});
  const tenants = (data?.tenants ?? []).map(({ code }) => code);
  const { lines, toggle, retry } = usePickLines({ on, tenants, along });
  if (lines.length === 0) return <p className={styles.wait}>{say('loadingMore')}</p>;
  const line = (at: number) => lines[at] as PickLine;
  return (
    <VirtualTree
      label={say('tree', { day: writeDay(on) })}
      className={styles.tree}
      lines={lines}
      lineHeight={isNarrow ? 48 : 36}
      chosen={lines.find(({ above }) => above.unit === chosen)?.key ?? null}
      begins={(at, typed) => nameBegins(foldAccents(nameOf(line(at))), typed)}
      toggle={(at) => toggle(line(at))}
      choose={(at) => {
        const { shown, above } = line(at);
        if (shown === 'failed') retry(line(at));
        else if (shown !== 'none') choose({ code: shown.code, tenant: above.tenant });
      }}
      render={(at) => <Picked line={line(at)} on={on} say={say} />}
    />
  );
}

const nameOf = ({ shown }: PickLine): string => (typeof shown === 'string' ? '' : shown.name);

interface PickedProps {
  line: PickLine;
  on: Day;
  say: ReturnType<typeof useUnitText>;
}

function Picked({ line: { shown, above, isWaiting }, on, say }: PickedProps) {
  if (shown === 'failed') return <em>{say('failed')}</em>;
  if (shown === 'none') return <em>{`${above.tenant}: ${say('noUnits', { day: writeDay(on) })}`}</em>;
  return (
    <span className={styles.unit}>
      {shown.name}
      <span className={styles.code}>{shown.code}</span>
      {isWaiting ? <span className={styles.code}>{say('loadingMore')}</span> : null}
    </span>
  );
}
