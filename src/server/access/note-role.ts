import { type AccountEvent, noteEvent } from '#/platform/accounts/events.ts';
import { today } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import type { Workplace } from '../workplace.ts';
import { unitsCalled } from './units-called.ts';

interface By {
  installation: Pick<Workplace, 'clock'>;
  actor: string;
}

/** Keeps what was done with a role of an account beside what else was done with the account: it is sealed there. */
export async function noteRole(
  tx: Tx,
  { installation: { clock }, actor }: By,
  { tenant }: { tenant: { code: string } },
  event: Extract<AccountEvent, `role-${string}`>,
  { accountId, role, unitId }: { accountId: string; role: string; unitId: string | null },
): Promise<void> {
  const code = unitId === null ? '*' : (await unitsCalled(tx, [unitId], today(clock))).get(unitId)?.code;
  await noteEvent(tx.client, accountId, event, { actor, now: clock.now() }, `${role} ${tenant.code}/${code ?? unitId}`);
}
