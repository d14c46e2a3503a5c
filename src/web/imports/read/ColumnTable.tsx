import { CheckOutlined, MinusOutlined, QuestionOutlined, WarningOutlined } from '@ant-design/icons';
import { useMemo } from 'react';
import type { ColumnPlan, SheetPlan } from '#/exchange/tables/plan.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { PickOne } from '#/platform/ui/PickOne.tsx';
import styles from './ColumnTable.module.css';
import { isOnce } from './plan-edits.ts';
import { useReadText } from './read-texts.ts';
import { targetGroups, targetLabel } from './targets.ts';

interface ColumnTableProps {
  sheet: SheetPlan;
  use: 'members' | 'units';
  take: (at: number, target: string | null) => void;
}

const unread = '';

/** Every column of the sheet: what it is called there, what stands in it, what it is taken for, and how surely. */
export function ColumnTable({ sheet, use, take }: ColumnTableProps) {
  const say = useReadText();
  const groups = useGroups(sheet, use);
  if (sheet.columns.length === 0) return <p className={styles.soft}>{say('noColumns')}</p>;
  return (
    <table className={styles.columns} aria-label={say('columns')}>
      <thead>
        <tr>
          <th scope="col" className={styles.letters}>
            {say('column')}
          </th>
          <th scope="col">{say('heading')}</th>
          <th scope="col">{say('samples')}</th>
          <th scope="col" className={styles.target}>
            {say('target')}
          </th>
          <th scope="col" className={styles.sure}>
            {say('sureness')}
          </th>
        </tr>
      </thead>
      <tbody>
        {sheet.columns.map((column) => (
          <Column key={column.at} column={column} use={use} groups={groups} take={take} />
        ))}
      </tbody>
    </table>
  );
}

interface ColumnProps {
  column: ColumnPlan;
  use: 'members' | 'units';
  groups: ReturnType<typeof useGroups>;
  take: ColumnTableProps['take'];
}

function Column({ column, use, groups, take }: ColumnProps) {
  const say = useReadText();
  const { language } = useLanguage();
  const { at, letters, heading, samples, target } = column;
  const name = heading === '' ? say('noHeading') : heading;
  const shown = target === null ? say('notRead') : targetLabel(use, target, language);
  return (
    <tr data-read={target !== null && target !== 'ordinal'}>
      <td className={styles.letters}>{letters}</td>
      <th scope="row" className={styles.heading}>
        {name}
      </th>
      <td>
        <span className={styles.samples}>{samples.slice(0, 3).join(' · ')}</span>
      </td>
      <td className={styles.target}>
        <PickOne
          label={say('takenFor', { letters, heading: name })}
          shown={shown}
          isEmpty={target === null}
          chosen={target ?? unread}
          groups={groups}
          align="end"
          choose={(key) => take(at, key === unread ? null : key)}
        />
      </td>
      <td className={styles.sure}>
        <Sureness column={column} />
      </td>
    </tr>
  );
}

const signs = {
  same: CheckOutlined,
  known: CheckOutlined,
  alike: WarningOutlined,
  content: QuestionOutlined,
  none: MinusOutlined,
} as const;

/** How surely it is known: a sign, a colour and words. */
function Sureness({ column: { sureness, target, samples } }: { column: ColumnPlan }) {
  const say = useReadText();
  const how = target === null || target === 'ordinal' ? 'none' : sureness;
  const Sign = signs[how];
  const hasContent = target === null && samples.length > 0;
  return (
    <span className={styles.sureness} data-sureness={hasContent ? 'content' : how}>
      <Sign aria-hidden /> {hasContent ? say('noneWithData') : say(how)}
    </span>
  );
}

/** What can be chosen, with a word where another column of the sheet has it already. */
function useGroups(sheet: SheetPlan, use: 'members' | 'units') {
  const say = useReadText();
  const { language } = useLanguage();
  return useMemo(() => {
    const taken = new Map(sheet.columns.map(({ target, letters }) => [target, letters]));
    const offered = targetGroups[use].map((group) => ({
      label: group[language],
      picks: group.targets.map((target) => {
        const letters = taken.get(target.key);
        const note = letters === undefined || !isOnce(target.key) ? undefined : say('readElsewhere', { letters });
        return { key: target.key, label: target[language], ...(note === undefined ? {} : { note }) };
      }),
    }));
    const listed = new Set(offered.flatMap(({ picks }) => picks.map(({ key }) => key)));
    // What recognition knows and the list does not name: it can be chosen again.
    const others = [...taken.keys()].filter(
      (key): key is string => key !== null && key !== 'ordinal' && !listed.has(key),
    );
    const out = [
      { key: unread, label: say('notRead') },
      { key: 'ordinal', label: say('ordinal') },
      ...others.map((key) => ({ key, label: targetLabel(use, key, language) })),
    ];
    return [{ label: say('notReadGroup'), picks: out }, ...offered];
  }, [sheet.columns, use, language, say]);
}
