import { sayAccess } from '../access-log/says.ts';
import type { Source } from './source.ts';

/** So many days it is told of: long enough to ask why. */
const told = 7;

interface Stopped {
  id: string;
  at: string;
  actor: string;
  detail: Record<string, unknown>;
}

/** Who opened so many sensitive values in an hour that they were stopped, for whoever reads the access log of the place. */
export const stopped: Source = {
  name: 'stopped',
  needs: 'log.read',
  lines: async ({ installation, room, actor, path }) => {
    const since = new Date(installation.clock.now().getTime() - told * 86_400_000);
    return room.read({ actor, scope: path }, async ({ client }) => {
      // Under the policy of the log: looked from the place, or below.
      const { rows } = await client.query<Stopped>(
        `select id, at, actor, detail from access_log where action = 'reveals.stopped' and at > $1 and actor <> $2 order by at desc limit 50`,
        [since.toISOString(), actor],
      );
      return rows.map(({ id, at, actor: looker, detail }) => ({
        ...{ source: 'stopped', id, about: looker, unit: null, by: null, note: null, due: null, isWaiting: true },
        since: new Date(at).toISOString(),
        what: sayAccess('reveals.stopped', detail),
        opens: { page: 'access-log', actor: looker } as const,
      }));
    });
  },
};
