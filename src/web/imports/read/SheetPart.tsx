import { useId, useState } from 'react';
import { charsets, type SheetFinding, type SheetPlan, type TablePlan } from '#/exchange/tables/plan.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Choices } from '#/platform/ui/Choices.tsx';
import { Field } from '#/platform/ui/Field.tsx';
import { CellOfRows } from './CellOfRows.tsx';
import { ColumnTable } from './ColumnTable.tsx';
import { changeSheet, takeColumn } from './plan-edits.ts';
import { useReadText } from './read-texts.ts';
import { useWords } from './SheetList.tsx';
import styles from './SheetPart.module.css';

export interface SheetPartProps {
  sheet: SheetPlan;
  finding: SheetFinding | undefined;
  plan: TablePlan;
  tenant: string | null;
  at: number;
  change: (edit: (before: TablePlan) => TablePlan) => void;
}

/** Where the page is gone to for a sheet. */
export const sheetPart = 'import-sheet';

/** One sheet: what it holds, from which row on, in which letters, and what each column is taken for. */
export function SheetPart(props: SheetPartProps) {
  const { sheet, finding, at, change } = props;
  const say = useReadText();
  const { language } = useLanguage();
  const id = useId();
  const put = (edit: Partial<SheetPlan>) => change((plan) => changeSheet(plan, at, edit));
  const take = (column: number, target: string | null) =>
    change((plan) => changeSheet(plan, at, takeColumn(plan.sheets[at] ?? sheet, column, target)));
  return (
    <section id={sheetPart} tabIndex={-1} className={styles.part} aria-labelledby={`${id}-title`}>
      <header className={styles.head}>
        <h2 id={`${id}-title`}>{sheet.sheet ?? say('columns')}</h2>
        <div className={styles.use}>
          <span id={`${id}-use`}>{say('use')}</span>
          <Choices
            labelledBy={`${id}-use`}
            value={sheet.use}
            choose={(use) => put({ use })}
            choices={(['members', 'units', 'none'] as const).map((use) => ({ value: use, label: say(useWords[use]) }))}
          />
        </div>
      </header>
      <p className={styles.why}>{sheet.why[language]}</p>
      {sheet.use === 'none' ? null : (
        <>
          <Rows sheet={sheet} finding={finding} put={put} />
          {sheet.use === 'members' ? <CellOfRows {...props} put={put} /> : null}
          <ColumnTable sheet={sheet} use={sheet.use} take={take} />
        </>
      )}
    </section>
  );
}

interface RowsProps {
  sheet: SheetPlan;
  finding: SheetFinding | undefined;
  put: (edit: Partial<SheetPlan>) => void;
}

/** Where titles, headings and data stand, and the letters. */
function Rows({ sheet, finding, put }: RowsProps) {
  const say = useReadText();
  const id = useId();
  const { headingRows, dataFrom, charset } = sheet;
  const [from, to] = headingRows;
  const [row, setRow] = useState(String(dataFrom));
  const titles = finding?.titles ?? [];
  const isRow = (text: string) => /^\d{1,7}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= 1_048_576;
  const changeRow = (text: string) => {
    setRow(text);
    if (isRow(text)) put({ dataFrom: Number(text) });
  };
  return (
    <div className={styles.facts}>
      <p className={styles.where}>
        {from === 0 ? say('noHeadings') : say(from === to ? 'headings' : 'headingsTwo', { from, to })}
        {titles.length === 0 ? null : (
          <span className={styles.titles}>{say('titles', { text: titles.join(' / ') })}</span>
        )}
      </p>
      <div className={styles.row}>
        <Field label={say('dataFrom')} value={row} change={changeRow} fault={isRow(row) ? null : say('notARow')} />
      </div>
      <div>
        <span id={`${id}-charset`} className={styles.label}>
          {say('charset')}
        </span>
        <Choices
          labelledBy={`${id}-charset`}
          value={charset}
          choose={(next) => put({ charset: next })}
          choices={charsets.map((one) => ({ value: one, label: say(one) }))}
        />
        {charset === 'unicode' ? null : <p className={styles.told}>{say('charsetWhat')}</p>}
      </div>
    </div>
  );
}
