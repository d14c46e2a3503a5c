import type { z } from 'zod';
import type { readUnitChildren, UnitChildRow } from '#/domain/units/page-figures-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Bar } from '#/platform/ui/Bar.tsx';
import type { Column } from '#/platform/ui/DataTable.tsx';
import { useNarrow } from '#/platform/ui/narrow.ts';
import { writeNumber } from '#/platform/ui/written.ts';
import { useChildrenText } from './children-texts.ts';
import { FigureLink } from './FigureLink.tsx';
import styles from './Parts.module.css';
import { UnitLink } from './UnitLink.tsx';

type Shown = z.output<typeof readUnitChildren.output>;

/** The levels from the best down, as the column is sorted. */
const levels = ['excellent', 'clean-and-strong', 'good', 'completed', 'weak', 'not-completed'];

/** What is told of each subordinate: on a narrow screen name, members and admissions. */
export function useChildColumns(shown: Shown | undefined): Column<UnitChildRow>[] {
  const say = useChildrenText();
  const isNarrow = useNarrow();
  const numbers = useNumberColumns(shown);
  const levelOf = (level: string | null) =>
    level === null ? '–' : say(level === 'good' ? 'goodLevel' : (level as 'weak'));
  const has = (test: (row: UnitChildRow) => boolean) => shown?.units.some(test) ?? false;
  const name: Column<UnitChildRow> = {
    key: 'unit',
    title: say('unit'),
    isName: true,
    sortBy: ({ name: text }) => text,
    show: ({ code, name: text, secretary }) => (
      <>
        <UnitLink code={code}>{text}</UnitLink>
        {secretary === null ? null : (
          <span className={styles.under}>
            {say('secretary')}: {secretary}
          </span>
        )}
      </>
    ),
  };
  const level: Column<UnitChildRow> = {
    key: 'level',
    title: say('level', { year: shown?.classifiedYear ?? '' }),
    width: 84,
    sortBy: (row) => (row.level === null ? null : levels.indexOf(row.level)),
    show: (row) => levelOf(row.level),
  };
  return [
    name,
    ...numbers
      .filter(({ key }) => !isNarrow || key === 'members' || key === 'admissions')
      .filter(({ key }) => key !== 'below' || has(({ children }) => children > 0)),
    ...(!isNarrow && has((row) => row.level !== null) ? [level] : []),
  ];
}

function useNumberColumns(shown: Shown | undefined): Column<UnitChildRow>[] {
  const say = useChildrenText();
  const { language } = useLanguage();
  if (shown === undefined) return [];
  const { on, year, classifiedYear, units } = shown;
  const soFar = { from: `${year}-01-01`, to: on };
  const classified = { from: `${classifiedYear}-01-01`, to: `${classifiedYear}-12-31` };
  const number = (value: number) => writeNumber(value, language);
  const greatest = Math.max(...units.map(({ members }) => members), 1);
  const share = ({ good, classified: all }: UnitChildRow) => (all === 0 ? null : (good * 100) / all);
  const column = (key: string, title: string, width: number) => ({ key, title, width, align: 'end' as const });
  return [
    {
      ...column('members', say('members'), 84),
      sortBy: ({ members }) => members,
      show: ({ code, name, members }) => (
        <>
          <FigureLink figure="members" span={{ from: on, to: on }} ofUnit={code} label={name}>
            {number(members)}
          </FigureLink>
          <Bar share={members / greatest} isThin />
        </>
      ),
    },
    {
      ...column('below', say('below'), 70),
      sortBy: ({ children }) => children,
      show: ({ code, children }) =>
        children === 0 ? (
          '–'
        ) : (
          <UnitLink code={code} part="children">
            {number(children)}
          </UnitLink>
        ),
    },
    {
      ...column('admissions', say('admissions', { year }), 84),
      sortBy: ({ admissions }) => admissions,
      show: ({ code, name, admissions, target }) => (
        <>
          <FigureLink figure="admissions" span={soFar} ofUnit={code} label={name}>
            {number(admissions)}
          </FigureLink>
          {target === null ? null : (
            <>
              <span className={styles.under}>{say('ofTarget', { target: number(target) })}</span>
              <Bar share={target === 0 ? 1 : admissions / target} isThin isGold />
            </>
          )}
        </>
      ),
    },
    {
      ...column('good', say('good', { year: classifiedYear }), 84),
      sortBy: share,
      show: (row) => {
        const percent = share(row);
        if (percent === null) return '–';
        return (
          <FigureLink figure="members-good-or-above" span={classified} ofUnit={row.code} label={row.name}>
            {`${writeNumber(Math.round(percent * 10) / 10, language)}%`}
          </FigureLink>
        );
      },
    },
  ];
}
