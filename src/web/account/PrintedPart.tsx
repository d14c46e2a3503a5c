import { Button } from 'antd';
import { useState } from 'react';
import { makeOwnSheet, type OwnAccount, removeOwnSheet } from '#/platform/accounts/own-contract.ts';
import { writeMoment } from '#/platform/ui/written.ts';
import { CodeSheet } from '../accounts/CodeSheet.tsx';
import { ask } from '../ask.ts';
import styles from './Account.module.css';
import { AskFirst } from './AskFirst.tsx';
import { useAccountText } from './account-texts.ts';
import { useProved } from './use-proved.tsx';

/** From so few codes on a new sheet should be printed. */
const few = 3;

/** The sheet of printed codes: how many are left, a new one, and none any more. */
export function PrintedPart({ account: { login, name, printed } }: { account: OwnAccount }) {
  const say = useAccountText();
  const [asked, setAsked] = useState<'make' | 'remove' | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const close = () => setAsked(null);
  const make = useProved(
    () => ask(makeOwnSheet, {}),
    (made) => {
      close();
      setCodes(made.codes);
    },
  );
  const remove = useProved(() => ask(removeOwnSheet, {}), close);
  const question = { make, remove }[asked ?? 'make'];
  return (
    <section className={styles.part}>
      <h2>{say('printed')}</h2>
      <p className={styles.soft}>{say('printedWhat')}</p>
      {printed === null ? null : (
        <p>
          {say('printedLeft', { left: printed.left, moment: writeMoment(printed.madeAt) })}{' '}
          {printed.left > few ? null : <strong>{say('printedFew')}</strong>}
        </p>
      )}
      <div className={styles.actions}>
        <Button onClick={() => setAsked('make')}>{say('makePrinted')}</Button>
        {printed === null ? null : <Button onClick={() => setAsked('remove')}>{say('removePrinted')}</Button>}
      </div>
      {asked === null ? null : (
        <AskFirst
          title={`${say(asked === 'make' ? 'makePrinted' : 'removePrinted')}?`}
          what={say(asked === 'make' ? 'makePrintedWhat' : 'removePrintedWhat')}
          yes={say(asked === 'make' ? 'goOn' : 'remove')}
          isPending={question.isPending}
          error={question.error}
          go={() => question.run(undefined)}
          close={close}
        />
      )}
      {make.dialog}
      {remove.dialog}
      {codes === null ? null : <CodeSheet login={login} name={name} codes={codes} close={() => setCodes(null)} />}
    </section>
  );
}
