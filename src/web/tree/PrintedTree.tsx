import { useSyncExternalStore } from 'react';
import type { TreeAnswer } from '#/domain/units/tree-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeNumber } from '#/platform/ui/written.ts';
import { useKindWord } from './KindMark.tsx';
import styles from './PrintedTree.module.css';
import { linesOf, matching, usualLevel } from './tree-model.ts';
import { useTreeSearch } from './tree-search.ts';
import { useTreeText } from './tree-texts.ts';

/** The tree on paper: every line down to the level that is open, indented. It is in the page only while it is printed. */
export function PrintedTree({ tree }: { tree: TreeAnswer }) {
  const isPrinted = useSyncExternalStore(listen, () => paper.matches);
  return isPrinted ? <Lines tree={tree} /> : null;
}

function Lines({ tree }: { tree: TreeAnswer }) {
  const say = useTreeText();
  const { language } = useLanguage();
  const kindWord = useKindWord();
  const [{ level = usualLevel(tree), find = '', others }] = useTreeSearch();
  const isMatch = matching(tree, find);
  const lines = linesOf(tree, {
    level,
    turned: new Set(),
    isSearch: isMatch !== null,
    isShown: (unit) => (tree.states[unit] === 0 || others === 'yes') && (isMatch?.(unit) ?? true),
  });
  return (
    <table className={styles.list}>
      <thead>
        <tr>
          <th scope="col">{say('name')}</th>
          <th scope="col" className={styles.number}>
            {say('members')}
          </th>
          <th scope="col" className={styles.number}>
            {say('units')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, unit, level: depth }) => (
          <tr key={key}>
            <th scope="row" style={{ paddingLeft: (depth - 1) * 16 }}>
              {tree.names[unit]}
              <span className={styles.what}>
                {kindWord(tree.kindNames[tree.kinds[unit] as number])} · {tree.codes[unit]}
              </span>
            </th>
            <td className={styles.number}>{writeNumber(tree.members[unit], language)}</td>
            <td className={styles.number}>{writeNumber((tree.below[unit] as number) + 1, language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const paper = window.matchMedia('print');

function listen(changed: () => void): () => void {
  paper.addEventListener('change', changed);
  return () => paper.removeEventListener('change', changed);
}
