import { waitingUnder } from '../access/decide.ts';
import type { Source } from './source.ts';

/** Roles that wait for a second person, for whoever may be that one. */
export const grants: Source = {
  name: 'grants',
  needs: 'grants.manage',
  lines: async ({ installation, room, seat, actor, path }) => {
    const waiting = await room.read({ actor }, (tx) =>
      waitingUnder(tx, path, room, { installation, seat, may: seat.may }),
    );
    return waiting
      .filter(({ mayApprove }) => mayApprove)
      .map(({ id, login, title, unit, grantedBy, grantedAt, reason }) => ({
        ...{ source: 'grants', id, about: login, by: grantedBy, since: grantedAt, note: reason, due: null, unit },
        what: {
          vi: `Vai trò chờ người thứ hai duyệt: ${title.vi}`,
          en: `A role waits for a second person: ${title.en}`,
        },
        isWaiting: true,
        opens: { page: 'access' } as const,
      }));
  },
};
