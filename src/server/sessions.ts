import { randomBytes } from 'node:crypto';
import { sha256Hex } from '#/platform/canonical-json.ts';
import type { Clock } from '#/platform/clock.ts';

/** The browsers that were let in. Nothing of it outlives the process: each start prints a new link. */
export interface Sessions {
  /** A code that opens one session, once, within `LINK_HOURS`. */
  invite: () => string;
  /** The secret of the session that the code opens; null when it was used, is too old, or is none. */
  open: (code: string) => string | null;
  isOpen: (secret: string) => boolean;
  /** The same, asked by nobody who works: its idle hours go on. */
  isStillOpen: (secret: string) => boolean;
  end: (secret: string) => boolean;
}

const HOUR = 3_600_000;
const LINK_HOURS = 24;
/** A session that nobody used for so long has ended. */
const IDLE_HOURS = 12;
const mostSessions = 100;

/** Keeps hashes only: whoever reads the memory of the process learns no secret. */
export function makeSessions(clock: Clock): Sessions {
  const now = () => clock.now().getTime();
  const codes = new Map<string, number>();
  const used = new Map<string, number>();
  const secret = () => randomBytes(32).toString('base64url');
  return {
    invite: () => {
      const code = secret();
      codes.set(sha256Hex(code), now());
      return code;
    },
    open: (code) => {
      const key = sha256Hex(code);
      const madeAt = codes.get(key);
      codes.delete(key);
      if (madeAt === undefined || now() - madeAt > LINK_HOURS * HOUR) return null;
      const opened = secret();
      used.set(sha256Hex(opened), now());
      if (used.size > mostSessions) used.delete(used.keys().next().value as string);
      return opened;
    },
    isOpen: (given) => {
      const key = sha256Hex(given);
      const usedAt = used.get(key);
      if (usedAt === undefined) return false;
      used.delete(key);
      if (now() - usedAt > IDLE_HOURS * HOUR) return false;
      used.set(key, now()); // last in the map: the one that is let go is the one used longest ago
      return true;
    },
    isStillOpen: (given) => now() - (used.get(sha256Hex(given)) ?? -Infinity) <= IDLE_HOURS * HOUR,
    end: (given) => used.delete(sha256Hex(given)),
  };
}
