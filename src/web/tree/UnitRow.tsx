import { useRouter } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import { typeLabels, type UnitType } from '#/domain/units/contract.ts';
import type { TreeAnswer } from '#/domain/units/tree-contract.ts';
import { type Language, useLanguage } from '#/platform/i18n/texts.ts';
import { writeDay, writeNumber } from '#/platform/ui/written.ts';
import { type Search, writeSearch } from '../address.ts';
import { opening, type ToOpen } from '../opened.ts';
import { KindIcon, useKindWord } from './KindMark.tsx';
import type { Mark } from './tree-model.ts';
import { useTreeText } from './tree-texts.ts';
import styles from './UnitRow.module.css';

/** What the rows say, asked for once by the tree around them: asked for by each row, it would be two fifths of the work of a scroll. */
export interface RowWords {
  say: ReturnType<typeof useTreeText>;
  kindWord: ReturnType<typeof useKindWord>;
  language: Language;
}

export function useRowWords(): RowWords {
  return { say: useTreeText(), kindWord: useKindWord(), language: useLanguage().language };
}

interface UnitRowProps {
  words: RowWords;
  tree: TreeAnswer;
  unit: number;
  /** Tab goes from the line into its numbers. */
  isActive: boolean;
  mark: Mark | undefined;
}

/** A unit in the tree: sign and word of its kind, its name, and its numbers, which open. */
export function UnitRow({ words, tree, unit, isActive, mark }: UnitRowProps) {
  const { say, kindWord, language } = words;
  const kind = tree.kindNames[tree.kinds[unit] as number];
  const type = tree.typeNames[tree.types[unit] as number] as UnitType | undefined;
  const isThere = tree.states[unit] === 0;
  const what = [kindWord(kind), type === undefined ? null : typeLabels[type]?.[language], tree.codes[unit]];
  return (
    <span className={mark === undefined ? styles.row : `${styles.row} ${styles.marked}`} data-mark={mark}>
      <KindIcon kind={kind} className={styles.icon} />
      <span className={styles.text}>
        <span className={[undefined, styles.ended, styles.planned][tree.states[unit] as number]}>
          {tree.names[unit]}
        </span>
        <span className={styles.what}>
          {what.filter(Boolean).join(' · ')}
          <When words={words} tree={tree} unit={unit} />
        </span>
        {mark === undefined ? null : <span className={styles.mark}>{say(`mark.${mark}`)}</span>}
      </span>
      {isThere ? <Numbers words={words} tree={tree} unit={unit} isActive={isActive} /> : null}
    </span>
  );
}

/** When a unit ends, has ended, or begins. */
function When({ words: { say }, tree, unit }: Pick<UnitRowProps, 'words' | 'tree' | 'unit'>) {
  const on = changeDays(tree).get(unit);
  if (on === undefined) return null;
  const text = ({ 0: 'endsOn', 1: 'endedOn', 2: 'beginsOn' } as const)[tree.states[unit] as 0 | 1 | 2];
  return <span className={styles.when}>{say(text, { day: writeDay(on) })}</span>;
}

function Numbers({ words: { say, language }, tree, unit, isActive }: Omit<UnitRowProps, 'mark'>) {
  const number = (figure: string, count: number, label: 'membersOf' | 'unitsOf') => {
    const text = writeNumber(count, language);
    const opens = { open: figure, ofUnit: tree.codes[unit], ofPeriod: `${tree.on}..${tree.on}` };
    return <OpensFigure opens={opens} isActive={isActive} text={text} label={say(label, { count: text })} />;
  };
  const below = (tree.below[unit] as number) + 1;
  return (
    <>
      {number('members', tree.members[unit] as number, 'membersOf')}
      {below > 1 ? number('units', below, 'unitsOf') : <span className={styles.number} />}
    </>
  );
}

interface OpensFigureProps {
  opens: ToOpen;
  isActive: boolean;
  text: string;
  label: string;
}

/** A plain link: the router's own listens to every change of the address, and sixty of them in sight make scrolling stumble. */
function OpensFigure({ opens, isActive, text, label }: OpensFigureProps) {
  const router = useRouter();
  const go = (event: MouseEvent) => {
    event.stopPropagation();
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    void router.navigate({ to: '.', search: opening(opens), resetScroll: false } as never);
  };
  const before = router.state.location.search as Search;
  return (
    <a
      href={router.state.location.pathname + writeSearch({ ...opening(opens)(before) })}
      tabIndex={isActive ? 0 : -1}
      className={styles.number}
      aria-label={label}
      onClick={go}
    >
      {text}
    </a>
  );
}

const days = new WeakMap<TreeAnswer, Map<number, string>>();

function changeDays(tree: TreeAnswer): Map<number, string> {
  const known = days.get(tree) ?? new Map(tree.changeOn.map(({ at, on }) => [at, on]));
  days.set(tree, known);
  return known;
}
