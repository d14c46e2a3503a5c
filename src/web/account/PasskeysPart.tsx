import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { beginPasskey, type OwnAccount, removePasskey } from '#/platform/accounts/own-contract.ts';
import { Dialog } from '#/platform/ui/Dialog.tsx';
import { Field } from '#/platform/ui/Field.tsx';
import { WrongLine } from '#/platform/ui/states.tsx';
import { writeMoment } from '#/platform/ui/written.ts';
import { ask } from '../ask.ts';
import { ByName } from '../sign-in/ByName.tsx';
import { makePasskey } from '../sign-in/passkey.ts';
import styles from './Account.module.css';
import { AskFirst } from './AskFirst.tsx';
import { useAccountText } from './account-texts.ts';
import { askAccountAnew } from './use-own-account.ts';
import { useProved } from './use-proved.tsx';

interface PasskeysPartProps {
  account: OwnAccount;
  canUsePasskeys: boolean;
}

type Passkey = OwnAccount['passkeys'][number];

/** The passkeys: made by the device, removed after a question. */
export function PasskeysPart({ account: { passkeys }, canUsePasskeys }: PasskeysPartProps) {
  const say = useAccountText();
  const [begun, setBegun] = useState<{ step: string; options: object } | null>(null);
  const [toRemove, setToRemove] = useState<Passkey | null>(null);
  const begin = useProved(() => ask(beginPasskey, {}), setBegun);
  const remove = useProved(
    (id: string) => ask(removePasskey, { id }),
    () => setToRemove(null),
  );
  return (
    <section className={styles.part}>
      <h2>{say('passkeys')}</h2>
      <p className={styles.soft}>{say('passkeysWhat')}</p>
      {passkeys.length === 0 ? null : (
        <ul className={styles.list}>
          {passkeys.map((one) => (
            <Line key={one.id} passkey={one} remove={() => setToRemove(one)} />
          ))}
        </ul>
      )}
      {begin.error === null ? null : <WrongLine error={begin.error} />}
      {canUsePasskeys ? (
        <div className={styles.actions}>
          <Button loading={begin.isPending} onClick={() => begin.run(undefined)}>
            {say('addPasskey')}
          </Button>
        </div>
      ) : (
        <ByName path="/account" />
      )}
      {begun === null ? null : <AddDialog begun={begun} close={() => setBegun(null)} />}
      {toRemove === null ? null : (
        <AskFirst
          title={say('removePasskeyTitle', { name: toRemove.name })}
          what={say('removePasskeyWhat')}
          yes={say('remove')}
          isPending={remove.isPending}
          error={remove.error}
          go={() => remove.run(toRemove.id)}
          close={() => setToRemove(null)}
        />
      )}
      {begin.dialog}
      {remove.dialog}
    </section>
  );
}

function Line({ passkey: { name, addedAt, usedAt }, remove }: { passkey: Passkey; remove: () => void }) {
  const say = useAccountText();
  const used = usedAt === null ? say('neverUsed') : say('used', { moment: writeMoment(usedAt) });
  return (
    <li className={styles.line}>
      <div>
        <div className={styles.name}>{name}</div>
        <div className={styles.soft}>
          {say('added', { moment: writeMoment(addedAt) })}, {used}
        </div>
      </div>
      <Button onClick={remove}>
        {say('remove')}
        <span className="for-screen-readers"> {name}</span>
      </Button>
    </li>
  );
}

function AddDialog({ begun, close }: { begun: { step: string; options: object }; close: () => void }) {
  const say = useAccountText();
  const form = useId();
  const [name, setName] = useState('');
  const [isTried, setTried] = useState(false);
  const { mutate, isPending, error } = useMutation({
    networkMode: 'always',
    mutationFn: () => makePasskey(begun, name.trim()),
    onSuccess: () => {
      void askAccountAnew();
      close();
    },
  });
  return (
    <Dialog
      title={say('addPasskey')}
      close={close}
      actions={
        <>
          <Button onClick={close}>{say('cancel')}</Button>
          <Button type="primary" htmlType="submit" form={form} loading={isPending}>
            {say('make')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (name.trim() !== '') mutate();
        }}
      >
        <Field
          label={say('passkeyName')}
          value={name}
          change={setName}
          hint={say('passkeyHint')}
          fault={isTried && name.trim() === '' ? say('needed') : null}
        />
      </form>
      {error === null ? null : <WrongLine error={error} />}
    </Dialog>
  );
}
