import { type Access, logAccess } from '#/kernel/access/access-log.ts';
import { today } from '#/platform/day.ts';
import { Problem } from '#/platform/errors.ts';
import type { Api } from '../api.ts';
import type { Room } from '../workplace.ts';
import { lookerOf } from './looker.ts';

const limits = {
  reveals: { rule: 'reveal.most-an-hour', actions: ['field.revealed', 'correction.revealed'] },
  unseals: { rule: 'unseal.most-an-hour', actions: ['sealed.opened'] },
} as const;

/**
 * Writes a look at a value that was opened by itself, if the account has not had as many within the hour as the rulebook lets
 * it. Who is stopped stands in the log once an hour, for the inspection commission to ask about. Throws `reveal.too-many`.
 */
export async function logLimited(
  room: Room,
  { actor, scope }: { actor: string; scope: string },
  access: Access,
  of: keyof typeof limits,
  api: Pick<Api, 'seat' | 'actor' | 'installation'>,
): Promise<string> {
  const looker = { ...lookerOf(api), actor, scope };
  const { rule, actions } = limits[of];
  const { rulebook } = await room.journal();
  const most = rulebook.rule(rule, today(api.installation.clock))?.value;
  // Whoever owns the data folder reaches the values anyway.
  if (looker.capacity === null || typeof most !== 'number') return logAccess(room, looker, access);
  try {
    return await logAccess(room, looker, { ...access, limit: { actions, most } });
  } catch (error) {
    if (error instanceof Problem && error.code === 'reveal.too-many') {
      const stopped = { action: 'reveals.stopped', detail: { of, most }, unitId: null, persons: [] };
      const limit = { actions: ['reveals.stopped'], most: 1 };
      const reason = 'Quá số lần xem trong một giờ';
      await logAccess(room, looker, { ...stopped, reason, limit }).catch(unlessTold);
    }
    throw error;
  }
}

function unlessTold(error: unknown): void {
  if (!(error instanceof Problem && error.code === 'reveal.too-many')) throw error;
}
