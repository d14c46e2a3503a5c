import { Link } from '@tanstack/react-router';
import { typeLabels, type UnitType } from '#/domain/units/contract.ts';
import type { TreeAnswer } from '#/domain/units/tree-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeDay, writeNumber } from '#/platform/ui/written.ts';
import { opening } from '../opened.ts';
import { KindIcon, useKindWord } from './KindMark.tsx';
import type { Mark } from './tree-model.ts';
import { useTreeText } from './tree-texts.ts';
import styles from './UnitRow.module.css';

interface UnitRowProps {
  tree: TreeAnswer;
  unit: number;
  /** Tab goes from the line into its numbers. */
  isActive: boolean;
  mark: Mark | undefined;
}

/** A unit in the tree: sign and word of its kind, its name, and its numbers, which open. */
export function UnitRow({ tree, unit, isActive, mark }: UnitRowProps) {
  const say = useTreeText();
  const { language } = useLanguage();
  const kindWord = useKindWord();
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
          <When tree={tree} unit={unit} />
        </span>
        {mark === undefined ? null : <span className={styles.mark}>{say(`mark.${mark}`)}</span>}
      </span>
      {isThere ? <Numbers tree={tree} unit={unit} isActive={isActive} /> : null}
    </span>
  );
}

/** When a unit ends, has ended, or begins. */
function When({ tree, unit }: { tree: TreeAnswer; unit: number }) {
  const say = useTreeText();
  const on = changeDays(tree).get(unit);
  if (on === undefined) return null;
  const text = ({ 0: 'endsOn', 1: 'endedOn', 2: 'beginsOn' } as const)[tree.states[unit] as 0 | 1 | 2];
  return <span className={styles.when}>{say(text, { day: writeDay(on) })}</span>;
}

function Numbers({ tree, unit, isActive }: Omit<UnitRowProps, 'mark'>) {
  const say = useTreeText();
  const { language } = useLanguage();
  const code = tree.codes[unit] as string;
  const below = (tree.below[unit] as number) + 1;
  const link = (figure: string, count: number, label: 'membersOf' | 'unitsOf') => {
    const text = writeNumber(count, language);
    return (
      <Link
        to="."
        search={opening({ open: figure, ofUnit: code, ofPeriod: `${tree.on}..${tree.on}` })}
        resetScroll={false}
        tabIndex={isActive ? 0 : -1}
        className={styles.number}
        aria-label={say(label, { count: text })}
        onClick={(event) => event.stopPropagation()}
      >
        {text}
      </Link>
    );
  };
  return (
    <>
      {link('members', tree.members[unit] as number, 'membersOf')}
      {below > 1 ? link('units', below, 'unitsOf') : <span className={styles.number} />}
    </>
  );
}

const days = new WeakMap<TreeAnswer, Map<number, string>>();

function changeDays(tree: TreeAnswer): Map<number, string> {
  const known = days.get(tree) ?? new Map(tree.changeOn.map(({ at, on }) => [at, on]));
  days.set(tree, known);
  return known;
}
