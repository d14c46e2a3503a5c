import { useDeferredValue, useMemo, useState } from 'react';
import type { TreeAnswer } from '#/domain/units/tree-contract.ts';
import { useNarrow } from '#/platform/ui/narrow.ts';
import { VirtualTree } from '#/platform/ui/VirtualTree.tsx';
import { writeDay } from '#/platform/ui/written.ts';
import { usePlace } from '../place.ts';
import styles from './TreePart.module.css';
import { TreeTools } from './TreeTools.tsx';
import { begins, linesOf, type Mark, matching, usualLevel } from './tree-model.ts';
import { useTreeSearch } from './tree-search.ts';
import { useTreeText } from './tree-texts.ts';
import { UnitRow, useRowWords } from './UnitRow.tsx';
import { useOpenUnit } from './use-open-unit.ts';

interface TreePartProps {
  tree: TreeAnswer;
  marks?: ReadonlyMap<string, Mark>;
}

/** The tree to walk, with what narrows it. */
export function TreePart({ tree, marks = noMarks }: TreePartProps) {
  const say = useTreeText();
  const isNarrow = useNarrow();
  const openUnit = useOpenUnit();
  const words = useRowWords();
  const { unit } = usePlace();
  const { lines, found, toggle } = useLines(tree, marks);
  return (
    <section className={styles.part} aria-label={say('tree', { day: writeDay(tree.on) })}>
      <TreeTools found={found} tree={tree} />
      <div className={styles.titles} aria-hidden>
        <span>{say('name')}</span>
        <span className={styles.number}>{say('members')}</span>
        <span className={styles.number} title={say('unitsHint')}>
          {say('units')}
        </span>
      </div>
      {lines.length === 0 ? (
        <p className={styles.none}>{say('none')}</p>
      ) : (
        <VirtualTree
          label={say('tree', { day: writeDay(tree.on) })}
          className={styles.tree}
          lines={lines}
          lineHeight={isNarrow ? 64 : 36}
          begins={(at, typed) => begins(tree, lines[at]?.unit ?? 0, typed)}
          toggle={(at) => toggle(lines[at]?.key ?? '')}
          choose={(at) => openUnit(tree.codes[lines[at]?.unit ?? 0] ?? unit ?? '')}
          render={(at, isActive) => {
            const line = lines[at];
            if (line === undefined) return null;
            return (
              <UnitRow words={words} tree={tree} unit={line.unit} isActive={isActive} mark={marks.get(line.key)} />
            );
          }}
        />
      )}
    </section>
  );
}

const noMarks: ReadonlyMap<string, Mark> = new Map();

/** What is in sight, as the address and the presses of this visit say. */
function useLines(tree: TreeAnswer, marks: ReadonlyMap<string, Mark>) {
  const [{ level = usualLevel(tree), find = '', others }] = useTreeSearch();
  const [turned, setTurned] = useState<{ of: string; keys: ReadonlySet<string> }>({ of: '', keys: new Set() });
  const typed = useDeferredValue(find);
  const of = `${level} ${typed}`; // another level or search opens and closes anew
  const lines = useMemo(() => {
    const isMatch = matching(tree, typed);
    const isThere = (unit: number) =>
      tree.states[unit] === 0 || others === 'yes' || marks.get(tree.keys[unit] as string) === 'gone';
    return linesOf(tree, {
      level,
      turned: turned.of === of ? turned.keys : new Set(),
      isSearch: isMatch !== null,
      isShown: (unit) => isThere(unit) && (isMatch?.(unit) ?? true),
    });
  }, [tree, typed, others, level, turned, of, marks]);
  const found = useMemo(() => {
    const isMatch = matching(tree, typed);
    return isMatch === null ? null : lines.filter(({ unit }) => isMatch(unit)).length;
  }, [tree, typed, lines]);
  const toggle = (key: string) => {
    const keys = new Set(turned.of === of ? turned.keys : []);
    if (!keys.delete(key)) keys.add(key);
    setTurned({ of, keys });
  };
  return { lines, found, toggle };
}
