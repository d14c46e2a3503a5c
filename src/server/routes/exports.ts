import { followMemberExports, startExport } from '#/domain/members/export-contract.ts';
import { exportActs } from '#/kernel/journal/list-contract.ts';
import { exportContracts } from '#/platform/contract/export-contract.ts';
import type { Route } from '#/platform/contract/route.ts';
import { type Api, route } from '../api.ts';
import { actsToWrite } from '../journal/acts-export.ts';
import { membersToWrite } from '../people/members-export.ts';

const begun = [
  route(startExport, async ({ columns, sort, language, ...question }, { installation, exports, actor, session }) =>
    exports.start(await membersToWrite(installation, { question, columns, sort, language }, actor), { actor, session }),
  ),
  route(exportActs, async (asked, { installation, exports, actor, session }) =>
    exports.start(await actsToWrite(installation, asked, actor), { actor, session }),
  ),
];

const followed = [exportContracts, followMemberExports].flatMap(({ read, file, cancel }) => [
  route(read, ({ id }, { exports, ...by }) => exports.read(id, by)),
  route(file, ({ id }, { exports, ...by }) => exports.file(id, by)),
  route(cancel, ({ id }, { exports, ...by }) => exports.cancel(id, by)),
]);

/** Lists written to files in the background, and followed on their way. */
export const exportRoutes: readonly Route<Api>[] = [...begun, ...followed];
