import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { readTies, tieAccount, untieAccount } from '#/domain/members/own-record-contract.ts';
import { Field } from '#/platform/ui/Field.tsx';
import { ReasonDialog } from '#/platform/ui/ReasonDialog.tsx';
import { answers, ask } from '../ask.ts';
import { useTieText } from './tie-texts.ts';

interface Of {
  person: string;
  tenant: string;
  close: () => void;
}

/**
 * The exact login, as its owner tells it: there is no list to look it up in. The name has to be that of the account, so
 * that a slip of the finger opens nobody's record to somebody else.
 */
export function TieDialog({ person, tenant, name: called, close }: Of & { name: string }) {
  const say = useTieText();
  const [login, setLogin] = useState('');
  const [name, setName] = useState(called);
  const { mutate, isPending, error } = useDoing(
    (reason) => ask(tieAccount, { person, tenant, login, name, reason }),
    close,
  );
  const missing = (isTried: boolean, text: string) => (isTried && text.trim() === '' ? say('needed') : null);
  return (
    <ReasonDialog
      title={say('tieTitle', { name: called })}
      what={say('tieWhat')}
      yes={say('tie')}
      {...{ isPending, error, close }}
      go={mutate}
      isComplete={login.trim() !== '' && name.trim() !== ''}
      first={(isTried) => (
        <>
          <Field isFirst label={say('login')} value={login} change={setLogin} fault={missing(isTried, login)} />
          <Field label={say('accountName')} value={name} change={setName} fault={missing(isTried, name)} />
        </>
      )}
    />
  );
}

export function UntieDialog({ person, tenant, login, close }: Of & { login: string }) {
  const say = useTieText();
  const { mutate, isPending, error } = useDoing((reason) => ask(untieAccount, { person, tenant, reason }), close);
  return (
    <ReasonDialog
      title={say('untieTitle', { login })}
      what={say('untieWhat')}
      yes={say('untie')}
      {...{ isPending, error, close }}
      go={mutate}
    />
  );
}

function useDoing(send: (reason: string) => Promise<unknown>, close: () => void) {
  return useMutation({
    networkMode: 'always',
    mutationFn: send,
    onSuccess: async () => {
      close();
      await answers.invalidateQueries({ queryKey: [readTies.path] });
    },
  });
}
