import { Button } from 'antd';
import { useState } from 'react';
import { type AccountRow, makeSheet } from '#/platform/accounts/accounts-contract.ts';
import { WrongLine } from '#/platform/ui/states.tsx';
import { useAccountsText } from './accounts-texts.ts';
import { CodeSheet } from './CodeSheet.tsx';
import { useDoing } from './use-accounts.ts';

/** Printed codes for somebody who has no other second step: whoever has one makes their own sheet. */
export function SheetWay({ account: { id, login, name, hasTotp, passkeyCount } }: { account: AccountRow }) {
  const say = useAccountsText();
  const [codes, setCodes] = useState<string[] | null>(null);
  const { mutate, isPending, error } = useDoing(makeSheet, (made) => setCodes(made.codes));
  if (hasTotp || passkeyCount > 0) return null;
  return (
    <>
      <Button loading={isPending} onClick={() => mutate({ id })}>
        {say('makeSheet')}
        <span className="for-screen-readers">{say('of', { login })}</span>
      </Button>
      {error === null ? null : <WrongLine error={error} />}
      {codes === null ? null : <CodeSheet {...{ login, name, codes }} close={() => setCodes(null)} />}
    </>
  );
}
