import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { listUnits, type UnitChild } from '#/domain/units/unit-contract.ts';
import { listTenants } from '#/kernel/access/contract.ts';
import type { Day } from '#/platform/day.ts';
import { TreeItem, TreeList } from '#/platform/ui/TreeList.tsx';
import { writeDay } from '#/platform/ui/written.ts';
import { ask, useAsk } from '../ask.ts';
import styles from './UnitPicker.module.css';
import type { ChosenUnit } from './UnitPicker.tsx';
import { useUnitText } from './unit-texts.ts';

/** One page of subordinates; a unit with 5,000 of them shows them page by page. */
const pageOf = 200;

interface UnitTreeProps {
  on: Day;
  /** The codes on the way to the chosen unit: they stand open. */
  along?: readonly string[];
  chosen: string | null;
  choose: (unit: ChosenUnit) => void;
}

/** The units of every register as they stood on a day; those under a unit are fetched when it is opened. */
export function UnitTree({ on, along = [], chosen, choose }: UnitTreeProps) {
  const say = useUnitText();
  const { data } = useAsk(listTenants, {});
  const tenants = data?.tenants ?? [];
  return (
    <TreeList label={say('tree', { day: writeDay(on) })}>
      {tenants.map(({ code }, at) => (
        <Children
          key={code}
          of={{ tenant: code, on, level: 1, along, isFirst: at === 0, opened: tenants.length === 1 }}
          chosen={chosen}
          choose={choose}
        />
      ))}
    </TreeList>
  );
}

interface Under {
  tenant: string;
  on: Day;
  /** Undefined: the roots of the register. */
  unit?: string;
  level: number;
  along: readonly string[];
  isFirst?: boolean;
  /** Its units stand open from the start. */
  opened?: boolean;
}

interface ChildrenProps {
  of: Under;
  chosen: string | null;
  choose: (unit: ChosenUnit) => void;
}

function Children({ of, chosen, choose }: ChildrenProps) {
  const say = useUnitText();
  const { tenant, on, unit, level, isFirst } = of;
  const { data, error, hasNextPage, isFetching, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: [listUnits.path, tenant, unit, on],
    queryFn: ({ signal, pageParam }) => ask(listUnits, { tenant, unit, on, after: pageParam, limit: pageOf }, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const units = data?.pages.flatMap((page) => page.units) ?? [];
  const line = (text: string, does: () => void) => (
    <TreeItem level={level} label={<em>{text}</em>} choose={does} isFirst={isFirst && units.length === 0} />
  );
  return (
    <>
      {units.map((one, at) => (
        <Branch key={one.id} unit={one} of={{ ...of, isFirst: isFirst && at === 0 }} chosen={chosen} choose={choose} />
      ))}
      {error === null ? null : line(say('failed'), () => void refetch())}
      {isFetching && !hasNextPage ? (
        <div aria-hidden className={styles.wait}>
          {say('loadingMore')}
        </div>
      ) : null}
      {hasNextPage ? line(say(isFetching ? 'loadingMore' : 'more'), () => void fetchNextPage()) : null}
      {data !== undefined && units.length === 0 && level === 1
        ? line(`${tenant}: ${say('noUnits', { day: writeDay(on) })}`, () => {})
        : null}
    </>
  );
}

function Branch({ unit, of, chosen, choose }: { unit: UnitChild } & ChildrenProps) {
  const [isOpen, setOpen] = useState(of.opened || of.along.includes(unit.code));
  const { tenant, on, level, along, isFirst } = of;
  return (
    <TreeItem
      level={level}
      isFirst={isFirst}
      isOpen={unit.hasChildren ? isOpen : undefined}
      isChosen={unit.code === chosen}
      toggle={() => setOpen(!isOpen)}
      choose={() => choose({ code: unit.code, tenant })}
      label={
        <>
          {unit.name}
          <span className={styles.code}>{unit.code}</span>
        </>
      }
    >
      <Children of={{ tenant, on, along, unit: unit.code, level: level + 1 }} chosen={chosen} choose={choose} />
    </TreeItem>
  );
}
