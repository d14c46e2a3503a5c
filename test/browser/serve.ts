import type { FastifyRequest } from 'fastify';
import type { Seat } from '#/server/capacity.ts';
import type { Installation } from '#/server/installation.ts';
import { linkPath } from '#/server/routes/session.ts';
import { makeServer } from '#/server/server.ts';
import { makeSessions } from '#/server/sessions.ts';

/** Who calls, in place of the link. */
export type SignIn = (installation: Installation) => (request: FastifyRequest) => Promise<Seat | null>;

/** A real server over an installation, with the built pages. */
export interface Served {
  address: string;
  /** The path of a link that opens a session once. */
  link: () => string;
  close: () => Promise<void>;
}

export async function serve(installation: Installation, signIn?: SignIn): Promise<Served> {
  const sessions = makeSessions(installation.clock);
  const app = await makeServer(installation, {
    token: 'browser',
    sessions,
    ...(signIn === undefined ? {} : { signIn: signIn(installation) }),
  });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  return { address, link: () => linkPath(sessions.invite()), close: () => app.close() };
}
