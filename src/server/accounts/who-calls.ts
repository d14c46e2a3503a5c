import type { FastifyRequest } from 'fastify';
import { chooseCapacity, findSession } from '#/platform/accounts/sessions.ts';
import { operatorSeat, type Seat, seatOf } from '../capacity.ts';
import type { Installation } from '../installation.ts';
import type { Sessions } from '../sessions.ts';
import { carriesToken } from '../token.ts';
import { sessionOf } from '../web.ts';
import { type Operator, operatorEnded } from './operator.ts';

interface Doors {
  installation: Installation;
  sessions: Sessions;
  operator: Operator;
  token: string;
  /** As whom the operator works in the browser. */
  user: string;
}

/** Who calls: an account by its session, in the capacity it has chosen; the operator by a link's session or the token, as long as there is one. */
export function whoCalls({ installation, sessions, operator, token, user }: Doors) {
  return async (request: FastifyRequest): Promise<Seat | null> => {
    if (carriesToken(request.headers.authorization, token)) {
      if (!(await operator.mayEnter())) throw operatorEnded();
      return operatorSeat('api', null);
    }
    const session = sessionOf(request);
    if (session === null) return null;
    if (sessions.isOpen(session)) return (await operator.mayEnter()) ? operatorSeat(user, session) : null;
    const { hall, clock } = installation;
    const signedIn = await findSession(hall, session, clock.now());
    if (signedIn === null) return null;
    const choose = (capacity: string) => chooseCapacity(hall, session, capacity);
    return seatOf(installation, signedIn, signedIn.capacityId, { session, choose });
  };
}
