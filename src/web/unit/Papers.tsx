import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useDeferredValue, useState } from 'react';
import { type PapersOf, papersOf, readUnitPapers, type UnitPaper } from '#/domain/units/page-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Choices } from '#/platform/ui/Choices.tsx';
import { Field } from '#/platform/ui/Field.tsx';
import { useNarrow } from '#/platform/ui/narrow.ts';
import { Waiting, Wrong } from '#/platform/ui/states.tsx';
import { ask } from '../ask.ts';
import { useHistoryText } from './history-texts.ts';
import styles from './Parts.module.css';
import { type AskedUnit, useUnitSearch } from './use-unit.ts';

/** The papers that acts about the unit rest on, or by which it decided about others, found by number, abstract or issuer. */
export function Papers({ asked }: { asked: AskedUnit }) {
  const say = useHistoryText();
  const { search, goTo } = useUnitSearch();
  const [text, setText] = useState(search.q ?? '');
  const q = useDeferredValue(text.trim());
  const of: PapersOf = search.of ?? 'about';
  const { data, error, hasNextPage, isFetching, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: [readUnitPapers.path, asked, of, q],
    queryFn: ({ signal, pageParam }) => ask(readUnitPapers, { ...asked, of, q, page: pageParam }, signal),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: (before) => before,
  });
  const papers = data?.pages.flatMap((page) => page.papers) ?? [];
  const change = (words: string) => {
    setText(words);
    goTo({ q: words.trim() === '' ? undefined : words.trim() });
  };
  return (
    <section className={styles.block}>
      <div className={`${styles.tools} not-printed`}>
        <Choices
          label={say('papersOf')}
          value={of}
          choose={(one: PapersOf) => goTo({ of: one === 'issued' ? one : undefined })}
          choices={papersOf.map((value) => ({ value, label: say(value) }))}
        />
        <div className={styles.search}>
          <Field label={say('search')} value={text} change={change} />
        </div>
      </div>
      <p className={styles.lead}>{say(of === 'issued' ? 'issuedLead' : 'papersLead')}</p>
      {error !== null ? (
        <Wrong error={error} retry={() => void refetch()} />
      ) : data === undefined ? (
        <Waiting lines={10} />
      ) : papers.length === 0 ? (
        <p className={styles.none} role="status">
          {say(q !== '' ? 'none' : of === 'issued' ? 'noIssued' : 'noPapers')}
        </p>
      ) : (
        <Table papers={papers} label={say(of === 'issued' ? 'issued' : 'label')} />
      )}
      {hasNextPage ? (
        <Button className="not-printed" loading={isFetching} onClick={() => void fetchNextPage()}>
          {say('more')}
        </Button>
      ) : null}
    </section>
  );
}

function Table({ papers, label }: { papers: readonly UnitPaper[]; label: string }) {
  const say = useHistoryText();
  const { language } = useLanguage();
  const isNarrow = useNarrow();
  const acts = ({ kinds }: UnitPaper) =>
    kinds
      .map(({ title, count }) => (count === 1 ? title[language] : say('times', { count, title: title[language] })))
      .join('; ');
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{say('paper')}</th>
          <th scope="col">{say('day')}</th>
          {isNarrow ? null : (
            <>
              <th scope="col">{say('issuer')}</th>
              <th scope="col">{say('acts')}</th>
            </>
          )}
        </tr>
      </thead>
      <tbody>
        {papers.map((one) => (
          <tr key={`${one.paper.issuer} ${one.paper.number} ${one.paper.issuedOn}`}>
            <th scope="row">
              {[one.paper.type, one.paper.number].filter(Boolean).join(' ')}
              {one.paper.abstract === undefined ? null : <span className={styles.under}>{one.paper.abstract}</span>}
              {isNarrow ? (
                <>
                  <span className={styles.under}>{one.paper.issuer}</span>
                  <span className={styles.under}>{acts(one)}</span>
                </>
              ) : null}
            </th>
            <td>{one.paper.issuedOn?.split('-').toReversed().join('/') ?? '–'}</td>
            {isNarrow ? null : (
              <>
                <td>{one.paper.issuer}</td>
                <td>{acts(one)}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
