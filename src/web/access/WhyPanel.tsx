import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { readWhy } from '#/kernel/access/grant-contract.ts';
import { Panel } from '#/platform/ui/Panel.tsx';
import { Waiting, Wrong } from '#/platform/ui/states.tsx';
import { keepPlace } from '../address.ts';
import { useAsk } from '../ask.ts';
import { GrantFacts } from './GrantFacts.tsx';
import { useSightText } from './sight-texts.ts';
import { useClassWord, useSightWords } from './sight-words.ts';
import styles from './Why.module.css';

type Why = z.output<typeof readWhy.output>;

/** What is asked about: one of the three. */
export interface WhyOf {
  person?: string;
  unit?: string;
  act?: string;
  tenant?: string | undefined;
}

/** By which grant something is seen, where it lies in its place, and what the role opens of it and what not. */
export function WhyPanel({ of, close }: { of: WhyOf; close: () => void }) {
  const say = useSightText();
  const { data, error, refetch } = useAsk(readWhy, { ...of });
  return (
    <Panel isSlim title={say(wordOf(of, 'why'))} close={close}>
      <div className={styles.why}>
        {error === null ? null : <Wrong error={error} retry={() => void refetch()} />}
        {data === undefined && error === null ? <Waiting lines={10} /> : null}
        {data === undefined ? null : (
          <>
            <p>{say(data.grant === null ? 'operator' : 'byGrant')}</p>
            {data.grant === null ? null : <GrantFacts grant={data.grant} source={data.source} />}
            <Lies lies={data.lies} title={say(wordOf(of, 'lies'))} />
            <Opened why={data} />
            <p className={styles.soft}>{say('logged')}</p>
            <Link to="/access" search={keepPlace} onClick={close}>
              {say('toRoles')}
            </Link>
          </>
        )}
      </div>
    </Panel>
  );
}

function wordOf<P extends 'why' | 'lies'>({ person, unit }: WhyOf, prefix: P) {
  return `${prefix}${person !== undefined ? 'Person' : unit !== undefined ? 'Unit' : 'Act'}` as const;
}

/** So many are told; an act may name hundreds. */
const few = 8;

function Lies({ lies, title }: Pick<Why, 'lies'> & { title: string }) {
  const say = useSightText();
  return (
    <section>
      <h3>{title}</h3>
      {lies.length === 0 ? <p>{say('liesWhole')}</p> : null}
      <ul className={styles.units}>
        {lies.slice(0, few).map(({ code, name }) => (
          <li key={code}>
            {name} <span className={styles.soft}>{code}</span>
          </li>
        ))}
        {lies.length > few ? <li className={styles.soft}>{say('liesMore')}</li> : null}
      </ul>
    </section>
  );
}

function Opened({ why: { opens, hides } }: { why: Why }) {
  const say = useSightText();
  const wordsOf = useSightWords();
  const classWord = useClassWord();
  const open = wordsOf(opens);
  const shut = [
    ...(opens.record ? [] : [say('noRecord')]),
    ...(opens.journal ? [] : [say('noJournal')]),
    ...(opens.attachments ? [] : [say('noAttachments')]),
    ...hides.map(classWord),
  ];
  return (
    <>
      <section>
        <h3>{say('opens')}</h3>
        {open.length === 0 ? <p>{say('opensNothing')}</p> : <ul className={styles.open}>{open.map(line)}</ul>}
      </section>
      {shut.length === 0 ? null : (
        <section>
          <h3>{say('hides')}</h3>
          <ul className={styles.shut}>{shut.map(line)}</ul>
        </section>
      )}
    </>
  );
}

const line = (text: string) => <li key={text}>{text}</li>;
