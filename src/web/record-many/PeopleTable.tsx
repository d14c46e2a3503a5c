import { Button } from 'antd';
import { useState } from 'react';
import { labelPerson } from '#/kernel/journal/draft-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Pages } from '#/platform/ui/Pages.tsx';
import { useAsk } from '../ask.ts';
import { useWho } from '../people/who.ts';
import { FormFields } from '../record/form/FormFields.tsx';
import { FormContext } from '../record/form/form-context.ts';
import type { FieldNode } from '../record/form/nodes.ts';
import { type Values, withValue } from '../record/form/values.ts';
import { useManyText } from './many-texts.ts';
import type { PeoplePartProps } from './PeoplePart.tsx';
import styles from './PeopleTable.module.css';
import { Problems } from './Problems.tsx';
import type { Row } from './rows.ts';

const rowsOnPage = 50;

type PeopleTableProps = Pick<PeoplePartProps, 'people' | 'states' | 'tenant' | 'on'> & { own: readonly FieldNode[] };

/** Everybody on the list with what is each one's own and how it stands; on a narrow screen a card each. */
export function PeopleTable({ people, own, states, tenant, on }: PeopleTableProps) {
  const say = useManyText();
  const { language } = useLanguage();
  const [page, setPage] = useState(0);
  const last = Math.max(0, Math.ceil(people.rows.length / rowsOnPage) - 1);
  const at = Math.min(page, last);
  return (
    <>
      <table className={styles.table} aria-label={say('people')}>
        <thead>
          <tr>
            <th scope="col">{say('who')}</th>
            {own.map(({ name, field }) => (
              <th key={name} scope="col">
                {field.title[language]}
              </th>
            ))}
            <th scope="col">{say('problem')}</th>
          </tr>
        </thead>
        <tbody>
          {people.rows.slice(at * rowsOnPage, (at + 1) * rowsOnPage).map((row) => (
            <tr key={row.id} data-state={states.get(row.id)?.state}>
              <td>
                <Who row={row} people={people} tenant={tenant} on={on} />
              </td>
              {own.map((node) => (
                <td key={node.name} className={styles.own}>
                  <OwnField row={row} node={node} people={people} tenant={tenant} on={on} />
                </td>
              ))}
              <td>
                <Problems state={states.get(row.id)} />
                <Button size="small" type="text" onClick={() => people.leaveOut(new Set([row.id]))}>
                  {say('leaveOut')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pages page={at} last={last} pageOf={rowsOnPage} total={people.rows.length} go={setPage} />
    </>
  );
}

interface RowProps extends Pick<PeoplePartProps, 'people' | 'tenant' | 'on'> {
  row: Row;
}

/** Who a row is; of namesakes one is chosen by birth and cell. */
function Who({ row, people, tenant, on }: RowProps) {
  const say = useManyText();
  const who = useWho();
  const { person, found, pasted, candidates } = row;
  const { data } = useAsk(labelPerson, person === null || found !== null ? null : { person, tenant, on });
  const known = found ?? data;
  const choose = (id: string) =>
    people.change(row.id, { person: id || null, found: candidates.find((one) => one.person === id) ?? null });
  return (
    <>
      {known === undefined || known === null ? null : (
        <>
          <strong>{known.name}</strong> <span className={styles.soft}>{who(known)}</span>
        </>
      )}
      {pasted === null ? null : (
        <span className={styles.line}>{say('line', { line: pasted.line, text: pasted.text })}</span>
      )}
      {candidates.length < 2 ? null : (
        <select
          className={styles.select}
          aria-label={say('choose', { count: candidates.length })}
          value={person ?? ''}
          onChange={({ target }) => choose(target.value)}
        >
          <option value="">{say('chooseWhich')}</option>
          {candidates.map((one) => (
            <option key={one.person} value={one.person}>
              {one.name} · {who(one)}
            </option>
          ))}
        </select>
      )}
    </>
  );
}

/** A field that each person has of one's own, by the very field of the form for one. */
function OwnField({ row, node, people, tenant, on }: RowProps & { node: FieldNode }) {
  const place = {
    values: row.own,
    change: (path: readonly (string | number)[], value: unknown) =>
      people.change(row.id, { own: withValue(row.own, path, value) as Values }),
    told: () => [],
    isTried: false,
    tenant: tenant ?? null,
    on,
  };
  return (
    <FormContext value={place}>
      <FormFields nodes={[node]} />
    </FormContext>
  );
}
