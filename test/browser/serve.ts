import type { Installation } from '#/server/installation.ts';
import { linkPath } from '#/server/routes/session.ts';
import { makeServer } from '#/server/server.ts';
import { makeSessions } from '#/server/sessions.ts';

/** A real server over an installation, with the built pages. */
export interface Served {
  address: string;
  /** The path of a link that opens a session once. */
  link: () => string;
  close: () => Promise<void>;
}

export async function serve(installation: Installation): Promise<Served> {
  const sessions = makeSessions(installation.clock);
  const app = await makeServer(installation, { token: 'browser', sessions });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  return { address, link: () => linkPath(sessions.invite()), close: () => app.close() };
}
