import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { PickOne } from '#/platform/ui/PickOne.tsx';
import { Popup } from '#/platform/ui/Popup.tsx';
import { useChipText } from './chip-text.ts';
import styles from './FilterBar.module.css';
import { FilterEditor } from './FilterEditor.tsx';
import { useFieldText } from './field-texts.ts';
import { type Asked, allFilters, type Filter, type FilterName, filterGroups, inUse, without } from './filters.ts';
import { useMembersText } from './members-texts.ts';

interface FilterBarProps {
  asked: Asked;
  ask: (asked: Asked) => void;
  /** Takes everything away that narrows the list, the words too. */
  clear: () => void;
  isNarrowed: boolean;
}

/** What narrows the list, as chips that open and go; the way to further conditions. */
export function FilterBar({ asked, ask, clear, isNarrowed }: FilterBarProps) {
  const say = useMembersText();
  const named = useFieldText();
  // One that was picked and has no value yet stands open at the end.
  const [picked, setPicked] = useState<FilterName | null>(null);
  const used = inUse(asked);
  const fresh = allFilters.find(({ name }) => name === picked && !used.some((one) => one.name === name));
  const groups = filterGroups.map((group) => ({
    label: named(group.name),
    picks: group.filters.map(({ name }) => ({
      key: name,
      label: named(name),
      note: used.some((one) => one.name === name) ? say('inUse') : undefined,
    })),
  }));
  return (
    <div className={styles.bar}>
      <ul className={styles.chips} aria-label={say('conditions')}>
        {[...used, ...(fresh === undefined ? [] : [fresh])].map((filter) => (
          <li key={filter.name}>
            <Chip
              filter={filter}
              asked={asked}
              ask={ask}
              open={picked === filter.name}
              setOpen={(open) => setPicked(open ? filter.name : null)}
            />
          </li>
        ))}
      </ul>
      <div className={styles.add}>
        <PickOne
          label={say('addCondition')}
          shown={say('addCondition')}
          isEmpty
          chosen={null}
          groups={groups}
          choose={(key) => setPicked(key as FilterName)}
        />
      </div>
      {isNarrowed ? (
        <Button type="text" onClick={clear}>
          {say('clearAll')}
        </Button>
      ) : null}
    </div>
  );
}

interface ChipProps {
  filter: Filter;
  asked: Asked;
  ask: (asked: Asked) => void;
  open: boolean;
  setOpen: (open: boolean) => void;
}

function Chip({ filter, asked, ask, open, setOpen }: ChipProps) {
  const say = useMembersText();
  const named = useFieldText();
  const write = useChipText();
  const name = named(filter.name);
  const isAsked = inUse(asked).includes(filter);
  return (
    <span className={styles.chip}>
      <Popup
        open={open}
        setOpen={setOpen}
        label={name}
        hint={say('changeCondition')}
        className={styles.value}
        button={
          <>
            <span className={styles.name}>{name}:</span> <span>{isAsked ? write(filter, asked) : '…'}</span>
          </>
        }
      >
        <FilterEditor filter={filter} asked={asked} ask={ask} />
      </Popup>
      {isAsked ? (
        <button
          type="button"
          className={styles.away}
          aria-label={say('takeAway', { name })}
          title={say('takeAway', { name })}
          onClick={() => ask(without(asked, filter))}
        >
          <CloseOutlined aria-hidden />
        </button>
      ) : null}
    </span>
  );
}
