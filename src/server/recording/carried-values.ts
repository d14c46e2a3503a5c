import type { ActInput } from '#/kernel/journal/act.ts';
import { envelopeKeys } from '#/kernel/journal/envelope.ts';
import { revealBody } from '#/kernel/journal/sensitive.ts';
import { isUuid } from '#/platform/ids.ts';
import type { Room } from '../workplace.ts';

/**
 * Acts that correct another one, with the values that the other keeps sealed put in their places: whoever corrects a date
 * of birth neither sees nor types the citizen id again, and it is not lost. The new act seals them anew.
 */
export async function withCarriedValues(
  room: Room,
  asker: { actor: string; scope: string },
  acts: readonly ActInput[],
): Promise<ActInput[]> {
  return Promise.all(acts.map((act) => (mayCarry(act) ? carried(room, asker, act) : act)));
}

const mayCarry = (act: ActInput): boolean =>
  isUuid(act.withdraws) && act.kind !== 'act.withdrawn' && JSON.stringify(act).includes('"commitment"');

async function carried(room: Room, asker: { actor: string; scope: string }, act: ActInput): Promise<ActInput> {
  const { register, vault } = await room.journal();
  const kind = register.kinds.get(act.kind);
  if (kind === undefined) return act;
  const rows = await room.read(asker, async ({ client }) => {
    const found = await client.query('select ref, cipher from sensitive_value where act_id = $1', [act.withdraws]);
    return found.rows;
  });
  const own = Object.fromEntries(Object.entries(act).filter(([key]) => !envelopeKeys.has(key)));
  return { ...act, ...revealBody(kind.schema, own, rows, vault) };
}
