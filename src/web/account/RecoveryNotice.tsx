import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { type OwnAccount, refuseOwnRecovery } from '#/platform/accounts/own-contract.ts';
import { WrongLine } from '#/platform/ui/states.tsx';
import { writeMoment } from '#/platform/ui/written.ts';
import { ask } from '../ask.ts';
import styles from './Account.module.css';
import { useAccountText } from './account-texts.ts';
import { askAccountAnew } from './use-own-account.ts';

/** Whoever reads this is in, so it is somebody else who is about to be let in: the owner can stop it. */
export function RecoveryNotice({ recovery }: { recovery: OwnAccount['recovery'] }) {
  const say = useAccountText();
  const { mutate, isPending, error } = useMutation({
    networkMode: 'always',
    mutationFn: () => ask(refuseOwnRecovery, {}),
    onSuccess: () => void askAccountAnew(),
  });
  if (recovery === null) return null;
  const { startedBy, startedAt, reason, approvedBy } = recovery;
  return (
    <section className={styles.notice} role="alert">
      <p>{say('recovery', { by: startedBy, moment: writeMoment(startedAt), reason })}</p>
      {approvedBy === null ? null : <p>{say('recoveryApproved', { by: approvedBy })}</p>}
      {error === null ? null : <WrongLine error={error} />}
      <Button type="primary" loading={isPending} onClick={() => mutate()}>
        {say('notMe')}
      </Button>
    </section>
  );
}
