import { followMemberExports, startExport } from '#/domain/members/export-contract.ts';
import { exportActs } from '#/kernel/journal/list-contract.ts';
import { exportContracts } from '#/platform/contract/export-contract.ts';
import type { Route } from '#/platform/contract/route.ts';
import { lookerOf } from '../access-log/looker.ts';
import { type Api, route } from '../api.ts';
import { actsToWrite } from '../journal/acts-export.ts';
import { membersToWrite } from '../people/members-export.ts';

const begun = [
  route(startExport, async ({ columns, sort, language, ...question }, api) => {
    const { installation, exports } = api;
    const list = await membersToWrite(installation, { question, columns, sort, language }, lookerOf(api));
    return exports.start(list, byOf(api));
  }),
  route(exportActs, async (asked, api) => {
    const { installation, exports } = api;
    return exports.start(await actsToWrite(installation, asked, lookerOf(api)), byOf(api));
  }),
];

const followed = [exportContracts, followMemberExports].flatMap(({ read, file, cancel }) => [
  route(read, ({ id }, api) => api.exports.read(id, byOf(api))),
  route(file, ({ id }, api) => api.exports.file(id, byOf(api))),
  route(cancel, ({ id }, api) => api.exports.cancel(id, byOf(api))),
]);

/** What was written in one capacity is not taken away in another, which may be held to less. */
function byOf({ actor, session, seat }: Api): { actor: string; session: string | null } {
  return { actor: seat.capacity === null ? actor : `${actor} ${seat.capacity.id}`, session };
}

/** Lists written to files in the background, and followed on their way. */
export const exportRoutes: readonly Route<Api>[] = [...begun, ...followed];
