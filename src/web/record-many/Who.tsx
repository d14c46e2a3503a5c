import { useQuery } from '@tanstack/react-query';
import { useWho } from '../people/who.ts';
import styles from './ListTable.module.css';
import type { RowProps } from './ListTable.tsx';
import { labelOf } from './look-up.ts';
import { useManyText } from './many-texts.ts';
import type { Candidate, SubjectKind } from './rows.ts';

/** Who a row is; of namesakes one is chosen by birth and cell, of units by code and superior. */
export function Who({ row, list, tenant, on }: RowProps) {
  const say = useManyText();
  const { subject } = list;
  const apart = useApart(subject);
  const { key, found, pasted, candidates } = row;
  const { data } = useQuery({
    queryKey: ['many', 'label', subject, key, tenant, on],
    queryFn: ({ signal }) => labelOf(subject, key ?? '', { tenant, on }, signal),
    enabled: key !== null && found === null,
  });
  const known = found ?? data;
  const choose = (id: string) =>
    list.change(row.id, { key: id || null, found: candidates.find((one) => one.key === id) ?? null });
  return (
    <>
      {known === undefined ? (
        // A unit that is not there on the day has no name then, but its code.
        subject === 'unit' && <strong>{key}</strong>
      ) : (
        <>
          <strong>{known.name}</strong> <span className={styles.soft}>{apart(known)}</span>
        </>
      )}
      {pasted === null ? null : (
        <span className={styles.line}>{say('line', { line: pasted.line, text: pasted.text })}</span>
      )}
      {candidates.length < 2 ? null : (
        <select
          className={styles.select}
          aria-label={say(`${subject}.choose`, { count: candidates.length })}
          value={key ?? ''}
          onChange={({ target }) => choose(target.value)}
        >
          <option value="">{say('chooseWhich')}</option>
          {candidates.map((one) => (
            <option key={one.key} value={one.key}>
              {one.name} · {apart(one)}
            </option>
          ))}
        </select>
      )}
    </>
  );
}

/** What tells one from others of the name. */
function useApart(subject: SubjectKind): (one: Candidate) => string {
  const who = useWho();
  if (subject === 'person') return who;
  return ({ code, unit }) => [code, unit?.name].filter((part) => part != null).join(' · ');
}
