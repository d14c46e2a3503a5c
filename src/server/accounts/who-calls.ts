import type { FastifyRequest } from 'fastify';
import { findSession } from '#/platform/accounts/sessions.ts';
import type { Caller } from '#/platform/server/app.ts';
import type { Installation } from '../installation.ts';
import type { Sessions } from '../sessions.ts';
import { carriesToken } from '../token.ts';
import { sessionOf } from '../web.ts';
import { type Operator, operatorEnded } from './operator.ts';

interface Doors {
  installation: Pick<Installation, 'hall' | 'clock'>;
  sessions: Sessions;
  operator: Operator;
  token: string;
  /** As whom the operator works in the browser. */
  user: string;
}

/** Who calls: an account by its session; the operator by a link's session or the token, as long as there is one. */
export function whoCalls({ installation, sessions, operator, token, user }: Doors) {
  return async (request: FastifyRequest): Promise<Caller | null> => {
    if (carriesToken(request.headers.authorization, token)) {
      if (!(await operator.mayEnter())) throw operatorEnded();
      return { actor: 'api', session: null, may: everything };
    }
    const session = sessionOf(request);
    if (session === null) return null;
    if (sessions.isOpen(session)) return (await operator.mayEnter()) ? { actor: user, session, may: everything } : null;
    const signedIn = await findSession(installation.hall, session, installation.clock.now());
    return signedIn === null ? null : { actor: signedIn.login, session, may: everything };
  };
}

/** The operator may do everything. So may an account, as long as it has no capacity to ask. */
const everything = () => true;
