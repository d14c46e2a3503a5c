import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import type { GrantShown } from '#/kernel/access/grant-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { useNarrow } from '#/platform/ui/narrow.ts';
import { writeDay, writeDayOf } from '#/platform/ui/written.ts';
import styles from './AccessPage.module.css';
import { useAccessText } from './access-texts.ts';
import { EndDialog } from './EndDialog.tsx';

interface GrantTableProps {
  label: string;
  grants: readonly GrantShown[];
  mayEnd: (grant: GrantShown) => boolean;
}

/** Grants as rows; on a narrow screen as cards, one under the other. */
export function GrantTable({ label, grants, mayEnd }: GrantTableProps) {
  const isNarrow = useNarrow();
  const [ending, setEnding] = useState<GrantShown | null>(null);
  const Shown = isNarrow ? Cards : Rows;
  return (
    <>
      <Shown
        {...{ label, grants }}
        end={(grant) =>
          grant.ended === null && mayEnd(grant) ? <EndButton grant={grant} press={() => setEnding(grant)} /> : null
        }
      />
      {ending === null ? null : <EndDialog grant={ending} close={() => setEnding(null)} />}
    </>
  );
}

interface ShownProps extends Pick<GrantTableProps, 'label' | 'grants'> {
  /** The way to end one, where it may be ended. */
  end: (grant: GrantShown) => ReactNode;
}

function Cards({ label, grants, end }: ShownProps) {
  return (
    <ul className={styles.cards} aria-label={label}>
      {grants.map((grant) => (
        <li key={grant.id}>
          <strong>{grant.login}</strong> <Role grant={grant} />
          <Where grant={grant} />
          <Span grant={grant} />
          <State grant={grant} />
          <By grant={grant} />
          {end(grant)}
        </li>
      ))}
    </ul>
  );
}

const columns = ['who', 'role', 'unit', 'span', 'by', 'state'] as const;

function Rows({ label, grants, end }: ShownProps) {
  const say = useAccessText();
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          {columns.map((key) => (
            <th key={key} scope="col">
              {say(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {grants.map((grant) => (
          <tr key={grant.id}>
            <th scope="row">{grant.login}</th>
            <td>
              <Role grant={grant} />
            </td>
            <td>
              <Where grant={grant} />
            </td>
            <td>
              <Span grant={grant} />
            </td>
            <td>
              <By grant={grant} />
            </td>
            <td>
              <State grant={grant} /> {end(grant)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface OfGrant {
  grant: GrantShown;
}

/** Who granted and who approved, or that nobody did. */
function By({ grant: { grantedBy, approvedBy, byOne, reason } }: OfGrant) {
  const say = useAccessText();
  return (
    <>
      <span>{grantedBy}</span>
      {approvedBy === null ? null : <small>{say('approvedBy', { by: approvedBy })}</small>}
      {byOne ? <span className={styles.mark}>! {say('byOne')}</span> : null}
      <small>{reason}</small>
    </>
  );
}

function EndButton({ grant: { login, title }, press }: OfGrant & { press: () => void }) {
  const say = useAccessText();
  const { language } = useLanguage();
  return (
    <Button size="small" aria-label={say('endOf', { login, role: title[language] })} onClick={press}>
      {say('end')}
    </Button>
  );
}

function Role({ grant: { title, delegatedFrom } }: OfGrant) {
  const say = useAccessText();
  const { language } = useLanguage();
  return (
    <span>
      {title[language]}
      {delegatedFrom === null ? null : <small> ({say('delegated')})</small>}
    </span>
  );
}

export function Where({ grant: { unit } }: OfGrant) {
  const say = useAccessText();
  return <span className={styles.where}>{unit?.name ?? say('whole')}</span>;
}

export function Span({ grant: { from, to } }: OfGrant) {
  const say = useAccessText();
  return (
    <span className={styles.where}>
      {to === null ? say('open', { from: writeDay(from) }) : say('closed', { from: writeDay(from), to: writeDay(to) })}
    </span>
  );
}

function State({ grant: { holds, ended } }: OfGrant) {
  const say = useAccessText();
  if (ended === null) return <span className={holds ? undefined : styles.soft}>{say(holds ? 'holds' : 'not')}</span>;
  const words = { day: writeDayOf(ended.at), by: ended.by, reason: ended.reason };
  return <span className={styles.soft}>{say('ended', words)}</span>;
}
