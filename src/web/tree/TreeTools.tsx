import { useMemo } from 'react';
import type { TreeAnswer } from '#/domain/units/tree-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Field } from '#/platform/ui/Field.tsx';
import { Select } from '#/platform/ui/Select.tsx';
import { writeNumber } from '#/platform/ui/written.ts';
import styles from './TreeTools.module.css';
import { usualLevel } from './tree-model.ts';
import { useTreeSearch } from './tree-search.ts';
import { useTreeText } from './tree-texts.ts';

interface TreeToolsProps {
  /** How many units match what is searched for; null: nothing is. */
  found: number | null;
  tree: TreeAnswer;
}

/** What narrows the tree, opens it down to a level, or prints it. */
export function TreeTools({ found, tree }: TreeToolsProps) {
  const say = useTreeText();
  const { language } = useLanguage();
  const [{ find = '', level = usualLevel(tree), others }, change] = useTreeSearch();
  const depth = useMemo(() => tree.depths.reduce((most, one) => Math.max(most, one), 1), [tree]);
  const levels = Array.from({ length: depth - 1 }, (_, at) => at + 1);
  const options = [
    ...levels.map((n) => ({ value: String(n), label: say('levelN', { n: n + 1 }) })),
    { value: '99', label: say('levelAll') },
  ];
  return (
    <div className={styles.tools}>
      <div className={styles.find}>
        <Field label={say('search')} value={find} change={(text) => change({ find: text === '' ? undefined : text })} />
        <span role="status" className={styles.found}>
          {found === null ? '' : found === 0 ? say('none') : say('found', { count: writeNumber(found, language) })}
        </span>
      </div>
      <Select
        label={say('level')}
        value={String(level < depth ? level : 99)}
        options={options}
        choose={(value) => change({ level: Number(value) })}
      />
      <label className={styles.others}>
        <input
          type="checkbox"
          checked={others === 'yes'}
          onChange={(event) => change({ others: event.target.checked ? 'yes' : undefined })}
        />
        <span>{say('others')}</span>
      </label>
    </div>
  );
}
