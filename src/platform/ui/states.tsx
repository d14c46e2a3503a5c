import { DisconnectOutlined, InboxOutlined, LockOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { type FieldProblem, Problem } from '../errors.ts';
import styles from './states.module.css';
import { useUiText } from './ui-texts.ts';

interface StateProps {
  icon: ReactNode;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  role?: 'alert' | 'status';
  /** It is all of the page: its title is the page's. */
  isPage?: boolean;
}

/** A page or panel that has nothing else to show: what is the matter, and what to do. */
export function State({ icon, title, children, actions, role, isPage }: StateProps) {
  const Title = isPage ? 'h1' : 'h2';
  return (
    <div className={isPage ? `${styles.state} ${styles.page}` : styles.state} role={role}>
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <Title>{title}</Title>
      <div className={styles.what}>{children}</div>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </div>
  );
}

/** There is nothing yet, and nothing is wrong. */
export function Nothing(props: Omit<StateProps, 'icon' | 'role'>) {
  return <State icon={<InboxOutlined />} role="status" {...props} />;
}

interface WrongProps {
  error: unknown;
  retry?: () => void;
  actions?: ReactNode;
  isPage?: boolean;
}

/** What went wrong: the sentence, the places and rules, and another try. */
export function Wrong({ error, retry, actions, isPage }: WrongProps) {
  const say = useUiText();
  const problem = error instanceof Problem ? error : null;
  const again = retry === undefined ? null : <Button onClick={retry}>{say('retry')}</Button>;
  const does = (
    <>
      {again}
      {actions}
    </>
  );
  if (problem?.code === 'network.gone')
    return (
      <State icon={<DisconnectOutlined />} isPage={isPage} role="alert" title={say('networkGone')} actions={does}>
        {say('networkGoneWhat')}
      </State>
    );
  const isForbidden = problem?.status === 403;
  return (
    <State
      icon={isForbidden ? <LockOutlined /> : <WarningOutlined />}
      isPage={isPage}
      role="alert"
      title={say(isForbidden ? 'forbidden' : 'wrong')}
      actions={does}
    >
      <p>{error instanceof Error ? error.message : String(error)}</p>
      {problem === null ? null : <Places problem={problem} />}
    </State>
  );
}

/** The same in a line where it was asked; what stands around it stays. */
export function WrongLine({ error }: { error: unknown }) {
  const say = useUiText();
  const problem = error instanceof Problem ? error : null;
  const isGone = problem?.code === 'network.gone';
  return (
    <div role="alert" className={styles.line}>
      <WarningOutlined aria-hidden className={styles.sign} />
      <div>
        <p>{isGone ? say('networkGoneWhat') : error instanceof Error ? error.message : String(error)}</p>
        {problem === null ? null : <Places problem={problem} />}
      </div>
    </div>
  );
}

function Places({ problem }: { problem: Problem }) {
  const fields = problem.fields.filter(({ message, rule }) => rule !== undefined || message !== problem.message);
  if (fields.length === 0) return null;
  return (
    <ul className={styles.places}>
      {fields.map((field) => (
        <li key={`${placeOf(field)} ${field.code} ${field.message}`}>
          <Place field={field} />
        </li>
      ))}
    </ul>
  );
}

function Place({ field }: { field: FieldProblem }) {
  const say = useUiText();
  const place = placeOf(field);
  return (
    <>
      {place === '' ? null : <strong>{place}: </strong>}
      {field.message}
      {field.rule === undefined ? null : (
        <span className={styles.rule}>
          {say('rule')}: {field.rule}
        </span>
      )}
    </>
  );
}

function placeOf({ cell, line, field }: FieldProblem): string {
  return cell ?? (line === undefined ? (field ?? '') : `${line}${field === undefined ? '' : `, ${field}`}`);
}

/** Grey lines in the place of a text that is on its way: as many as will come, so that nothing jumps. */
export function Waiting({ lines = 6 }: { lines?: number }) {
  const say = useUiText();
  return (
    <div className={styles.waiting} role="status" data-waiting>
      <span className="for-screen-readers">{say('loading')}</span>
      {Array.from({ length: lines }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have nothing but their place
        <span key={at} className={styles.bar} aria-hidden />
      ))}
    </div>
  );
}
