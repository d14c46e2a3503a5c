import { Button } from 'antd';
import { useState } from 'react';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Pages } from '#/platform/ui/Pages.tsx';
import { FormFields } from '../record/form/FormFields.tsx';
import { FormContext } from '../record/form/form-context.ts';
import type { FieldNode } from '../record/form/nodes.ts';
import { type Values, withValue } from '../record/form/values.ts';
import type { ListPartProps } from './ListPart.tsx';
import styles from './ListTable.module.css';
import { useManyText } from './many-texts.ts';
import { Problems } from './Problems.tsx';
import type { Row } from './rows.ts';
import { Who } from './Who.tsx';

const rowsOnPage = 50;

type ListTableProps = Pick<ListPartProps, 'list' | 'kind' | 'states' | 'tenant' | 'on'> & { own: readonly FieldNode[] };

/** Everybody on the list with what is each one's own and how it stands; on a narrow screen a card each. */
export function ListTable({ list, kind, own, states, tenant, on }: ListTableProps) {
  const say = useManyText();
  const { language } = useLanguage();
  const [page, setPage] = useState(0);
  const last = Math.max(0, Math.ceil(list.rows.length / rowsOnPage) - 1);
  const at = Math.min(page, last);
  return (
    <>
      <table className={styles.table} aria-label={say(`${list.subject}.list`)}>
        <thead>
          <tr>
            <th scope="col">{say(`${list.subject}.who`)}</th>
            {own.map(({ name, field }) => (
              <th key={name} scope="col">
                {field.title[language]}
              </th>
            ))}
            <th scope="col">{say('problem')}</th>
          </tr>
        </thead>
        <tbody>
          {list.rows.slice(at * rowsOnPage, (at + 1) * rowsOnPage).map((row) => (
            <tr key={row.id} data-state={states.get(row.id)?.state}>
              <td>
                <Who row={row} list={list} tenant={tenant} on={on} />
              </td>
              {own.map((node) => (
                <td key={node.name} className={styles.own}>
                  <OwnField row={row} node={node} list={list} kind={kind} tenant={tenant} on={on} />
                </td>
              ))}
              <td>
                <Problems state={states.get(row.id)} subject={list.subject} />
                <Button size="small" type="text" onClick={() => list.leaveOut(new Set([row.id]))}>
                  {say('leaveOut')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pages page={at} last={last} pageOf={rowsOnPage} total={list.rows.length} go={setPage} />
    </>
  );
}

export interface RowProps extends Pick<ListPartProps, 'list' | 'tenant' | 'on'> {
  row: Row;
}

/** A field that each has of one's own, by the very field of the form for one. */
function OwnField({ row, node, list, kind, tenant, on }: RowProps & { node: FieldNode; kind: string }) {
  const place = {
    kind,
    values: row.own,
    change: (path: readonly (string | number)[], value: unknown) =>
      list.change(row.id, { own: withValue(row.own, path, value) as Values }),
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
