import type { AccessRow } from '#/kernel/access/log-contract.ts';
import table from '#/platform/ui/LogTable.module.css';
import { writeMoment } from '#/platform/ui/written.ts';
import { useRowKeys } from '../journal/row-keys.ts';
import styles from './AccessTable.module.css';
import { Looker, Said, Whom } from './AccessWords.tsx';
import { useAccessText } from './access-texts.ts';

const heads = ['at', 'what', 'who', 'whom', 'why'] as const;

/** A page of the log: a table on a wide screen, cards on a narrow one. The arrows walk from person to person. */
export function AccessTable({ accesses }: { accesses: readonly AccessRow[] }) {
  const say = useAccessText();
  const walk = useRowKeys();
  return (
    <table className={table.table} aria-label={say('title')} onKeyDown={walk}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col" aria-sort={head === 'at' ? 'descending' : undefined}>
              {say(head)}
              {head === 'at' ? <span aria-hidden> ▼</span> : null}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {accesses.map((access) => (
          <tr key={access.id}>
            <td className={table.corner}>{writeMoment(access.at)}</td>
            <td className={table.what}>
              <Said access={access} />
            </td>
            <td>
              <Looker access={access} />
            </td>
            <td>
              <Whom access={access} />
            </td>
            <td className={`${table.wide} ${styles.why}`}>{access.reason}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
