import { Button } from 'antd';
import { Panel } from '#/platform/ui/Panel.tsx';
import { useChipText } from './chip-text.ts';
import { FilterEditor } from './FilterEditor.tsx';
import styles from './FilterSheet.module.css';
import { useFieldText } from './field-texts.ts';
import { type Asked, type Filter, filterGroups, inUse, without } from './filters.ts';
import { useMembersText } from './members-texts.ts';

interface FilterSheetProps {
  asked: Asked;
  ask: (asked: Asked) => void;
  clear: () => void;
  /** How many there are, for the button that leads back to them. */
  total: string | null;
  close: () => void;
}

/** All conditions on a narrow screen: each opens under its name. */
export function FilterSheet({ asked, ask, clear, total, close }: FilterSheetProps) {
  const say = useMembersText();
  const named = useFieldText();
  return (
    <Panel title={say('conditions')} close={close}>
      {filterGroups.map((group) => (
        <section key={group.name} className={styles.group}>
          <h3>{named(group.name)}</h3>
          {group.filters.map((filter: Filter) => (
            <Condition key={filter.name} filter={filter} asked={asked} ask={ask} />
          ))}
        </section>
      ))}
      <div className={styles.actions}>
        <Button onClick={clear}>{say('clearAll')}</Button>
        <Button type="primary" onClick={close}>
          {total === null ? say('showList') : say('showThem', { total })}
        </Button>
      </div>
    </Panel>
  );
}

interface ConditionProps {
  filter: Filter;
  asked: Asked;
  ask: (asked: Asked) => void;
}

function Condition({ filter, asked, ask }: ConditionProps) {
  const say = useMembersText();
  const named = useFieldText();
  const write = useChipText();
  const isAsked = inUse(asked).some(({ name }) => name === filter.name);
  return (
    <details className={styles.condition}>
      <summary>
        <span>{named(filter.name)}</span>
        {isAsked ? <strong>{write(filter, asked)}</strong> : null}
      </summary>
      <div className={styles.editor}>
        <FilterEditor filter={filter} asked={asked} ask={ask} />
        {isAsked ? <Button onClick={() => ask(without(asked, filter))}>{say('takeAwayShort')}</Button> : null}
      </div>
    </details>
  );
}
