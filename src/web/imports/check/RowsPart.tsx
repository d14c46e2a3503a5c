import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import type { Intake, PreviewPage } from '#/exchange/intake/shapes.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Choices } from '#/platform/ui/Choices.tsx';
import { useNarrow } from '#/platform/ui/narrow.ts';
import { Waiting } from '#/platform/ui/states.tsx';
import { writeNumber } from '#/platform/ui/written.ts';
import { Refusal } from '../Refusal.tsx';
import { useCheckText } from './check-texts.ts';
import { RowCards } from './RowCards.tsx';
import { RowGrid } from './RowGrid.tsx';
import styles from './RowsPart.module.css';
import type { Edits } from './use-edits.ts';
import { type RowsShown, useRows, useRowsShown } from './use-rows.ts';

/** A page of rows, of one sheet, all or those to look at: a grid, or cards on a narrow screen. */
export function RowsPart({ intake, edits }: { intake: Intake; edits: Edits }) {
  const say = useCheckText();
  const isNarrow = useNarrow();
  const [shown, show] = useRowsShown(intake);
  const limit = isNarrow ? 20 : 50;
  const { data, error, refetch, isPlaceholderData } = useRows(intake.id, shown, limit);
  const busy = data === undefined || isPlaceholderData;
  return (
    <section aria-labelledby="import-rows" className={styles.part} aria-busy={busy}>
      <Head intake={intake} shown={shown} show={show} />
      <Refusal error={error} action={<Button onClick={() => void refetch()}>{say('again')}</Button>} />
      {data === undefined ? (
        error === null ? (
          <Waiting lines={10} />
        ) : null
      ) : data.rows.length === 0 ? (
        <p className={styles.none} role="status">
          {say(shown.only === 'problems' ? 'noProblems' : 'noRows')}{' '}
          {shown.only === 'problems' ? <Button onClick={() => show({ only: 'all' })}>{say('showAll')}</Button> : null}
        </p>
      ) : isNarrow ? (
        <RowCards page={data} edits={edits} />
      ) : (
        <RowGrid page={data} edits={edits} />
      )}
      {data === undefined ? null : <Paging page={data} shown={shown} show={show} limit={limit} />}
    </section>
  );
}

interface HeadProps {
  intake: Intake;
  shown: RowsShown;
  show: (change: Partial<RowsShown>) => void;
}

function Head({ intake, shown, show }: HeadProps) {
  const say = useCheckText();
  const sheets = intake.plan.sheets.filter(({ use }) => use !== 'none').map(({ sheet }) => sheet);
  return (
    <header className={styles.head}>
      <h2 id="import-rows">{say('grid')}</h2>
      <div className={styles.choices}>
        {sheets.length > 1 ? (
          <select
            className={styles.select}
            aria-label={say('sheets')}
            value={shown.sheet ?? ''}
            onChange={({ target }) => show({ sheet: target.value })}
          >
            {sheets.map((sheet) => (
              <option key={sheet} value={sheet ?? ''}>
                {sheet}
              </option>
            ))}
          </select>
        ) : null}
        <Choices
          label={say('filter')}
          value={shown.only}
          choose={(only) => show({ only })}
          choices={[
            { value: 'problems', label: say('onlyProblems') },
            { value: 'all', label: say('allRows') },
          ]}
        />
        <GoToRow go={(row) => show({ after: Math.max(0, row - 1) })} />
      </div>
    </header>
  );
}

/** A list of 400,000 rows is not leafed through. */
function GoToRow({ go }: { go: (row: number) => void }) {
  const say = useCheckText();
  const [text, setText] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (/^\d{1,7}$/.test(text.trim())) go(Number(text));
  };
  return (
    <form className={styles.goTo} onSubmit={submit}>
      <Input
        aria-label={say('goToRow')}
        placeholder={say('goToRow')}
        inputMode="numeric"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <Button htmlType="submit">{say('go')}</Button>
    </form>
  );
}

interface PagingProps {
  page: PreviewPage;
  shown: RowsShown;
  show: (change: Partial<RowsShown>) => void;
  limit: number;
}

function Paging({ page, shown, show, limit }: PagingProps) {
  const say = useCheckText();
  const { language } = useLanguage();
  const number = (count: number) => writeNumber(count, language);
  const [first, last] = [page.rows[0]?.row, page.rows.at(-1)?.row];
  const { next, total } = page;
  const range = first === undefined || last === undefined ? null : { from: number(first), to: number(last) };
  return (
    <div className={styles.paging}>
      <span role="status">
        {range === null
          ? ''
          : total === undefined
            ? say('shownRows', range)
            : say('shownOf', { ...range, total: number(total) })}
      </span>
      <span className={styles.steps}>
        {shown.after === 0 ? null : <Button onClick={() => show({ after: 0 })}>{say('first')}</Button>}
        {next === null ? null : <Button onClick={() => show({ after: next })}>{say('next', { count: limit })}</Button>}
      </span>
    </div>
  );
}
