import { useDeferredValue, useMemo, useState } from 'react';
import type { Entry } from '#/platform/contract/shapes.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { type Column, DataTable } from '#/platform/ui/DataTable.tsx';
import { Field } from '#/platform/ui/Field.tsx';
import { useNarrow } from '#/platform/ui/narrow.ts';
import { byGivenName, foldAccents, writeDay, writeNumber } from '#/platform/ui/written.ts';
import styles from './EntryTable.module.css';
import { useFigureText } from './figure-texts.ts';

/** An entry that may say why it is not counted. */
export type ShownEntry = Entry & { why?: string };

interface EntryTableProps {
  entries: readonly ShownEntry[];
  empty: string;
  /** Its days are those since when it has been so, not those on which it happened. */
  isStock?: boolean;
}

/** The names behind a number: searched without accents, in Vietnamese order by given name, 100 to a page. */
export function EntryTable({ entries, empty, isStock = false }: EntryTableProps) {
  const say = useFigureText();
  const [text, setText] = useState('');
  const wanted = useDeferredValue(foldAccents(text.trim()));
  const keyed = useMemo(() => entries.map((entry, at) => ({ ...entry, at, words: wordsOf(entry) })), [entries]);
  const rows = useMemo(() => keyed.filter(({ words }) => words.includes(wanted)), [keyed, wanted]);
  const columns = useColumns(entries, isStock);
  if (entries.length === 0) return <p className={styles.empty}>{empty}</p>;
  return (
    <>
      {entries.length > 10 ? (
        <div className={`${styles.search} not-printed`}>
          <Field label={say('search')} value={text} change={setText} />
        </div>
      ) : null}
      <DataTable label={say('list')} columns={columns} rows={rows} keyOf={({ at }) => String(at)} />
    </>
  );
}

function wordsOf({ label, unit, why }: ShownEntry): string {
  return foldAccents(`${label ?? ''} ${unit?.name ?? ''} ${unit?.code ?? ''} ${why ?? ''}`);
}

function useColumns(entries: readonly ShownEntry[], isStock: boolean): Column<ShownEntry>[] {
  const say = useFigureText();
  const { language } = useLanguage();
  const isNarrow = useNarrow();
  const number = (value: number | undefined) => writeNumber(value, language);
  const label = ({ label: name }: ShownEntry) => name ?? <em>{say('hidden')}</em>;
  const unitColumn: Column<ShownEntry> = {
    key: 'unit',
    title: say('unit'),
    // A unit that stands in the list itself is not told twice.
    show: ({ label: text, unit }) => (unit === null ? '–' : unit.name === text ? unit.code : unit.name),
    sortBy: ({ unit }) => unit?.name ?? null,
    width: '38%',
  };
  const name: Column<ShownEntry> = {
    key: 'name',
    title: say('name'),
    isName: true,
    sortBy: ({ label: text }) => (text === null ? null : byGivenName(text)),
    show: (entry) => (
      <>
        {label(entry)}
        {isNarrow && entry.unit?.name !== entry.label ? <span className={styles.under}>{entry.unit?.name}</span> : null}
        {entry.why === undefined ? null : <span className={styles.why}>{entry.why}</span>}
      </>
    ),
  };
  const day: Column<ShownEntry> = {
    key: 'on',
    title: say(isStock ? 'since' : 'on'),
    show: ({ on }) => (on === null ? '–' : writeDay(on)),
    sortBy: ({ on }) => on,
    width: 104,
  };
  const has = (key: 'declared' | 'value') => entries.some((entry) => entry[key] !== undefined);
  return [
    name,
    ...(isNarrow ? [] : [unitColumn]),
    ...(entries.some(({ on }) => on !== null) ? [day] : []),
    ...(has('declared') ? [amount('declared', say('count'), number)] : []),
    ...(has('value') ? [amount('value', say('value'), number)] : []),
  ];
}

function amount(key: 'declared' | 'value', title: string, number: (value: number | undefined) => string) {
  return {
    key,
    title,
    align: 'end' as const,
    show: (entry: ShownEntry) => (key === 'declared' ? number(entry.declared ?? 1) : number(entry.value)),
    sortBy: (entry: ShownEntry) => (key === 'declared' ? (entry.declared ?? 1) : (entry.value ?? null)),
    width: 90,
  };
}
