import * as contract from '#/kernel/access/contract.ts';
import type { Route } from '#/platform/contract/route.ts';
import { accessRoutes } from './access/routes.ts';
import { accessLogRoutes } from './access-log/routes.ts';
import { accountRoutes } from './accounts/account-routes.ts';
import { ownRoutes } from './accounts/own-routes.ts';
import { signInRoutes } from './accounts/sign-in-routes.ts';
import { type Api, route } from './api.ts';
import { attachmentRoutes } from './attachments/routes.ts';
import { correctionRoutes } from './corrections/routes.ts';
import { homeRoutes } from './home/routes.ts';
import { importRoutes } from './imports/routes.ts';
import { inboxRoutes } from './inbox/routes.ts';
import { memberRoutes } from './member/routes.ts';
import { apiDocument } from './openapi.ts';
import { ownRecordRoutes } from './own-record/routes.ts';
import { proposalRoutes } from './proposals/routes.ts';
import { recordingRoutes } from './recording/routes.ts';
import { retentionRoutes } from './retention/routes.ts';
import { postActs, readAct } from './routes/acts.ts';
import { exportRoutes } from './routes/exports.ts';
import { listFigures, readFigure } from './routes/figures.ts';
import { importTemplate } from './routes/import-template.ts';
import { journalRoutes } from './routes/journal.ts';
import { listKinds } from './routes/kinds.ts';
import { membersFile, readMembersList, revealedMembersFile } from './routes/members.ts';
import { peopleRoutes } from './routes/people.ts';
import { keepSignature, readKeptSignature, readReportFile } from './routes/report-files.ts';
import { listReports, readReport, readReportRow } from './routes/reports.ts';
import { endSession, health, listTenants, makeLink, readSession } from './routes/session.ts';
import { templateRoutes } from './routes/templates.ts';
import { treeRoutes } from './routes/tree.ts';
import { listUnits, readUnit, searchUnits } from './routes/units.ts';
import { unitPageRoutes } from './unit/routes.ts';

const document = route(contract.apiDocument, () => (text ??= apiDocument(routes)));

let text: Record<string, unknown> | undefined;

/** Every way into the API. */
export const routes: readonly Route<Api>[] = [
  listFigures,
  readFigure,
  listKinds,
  listTenants,
  listUnits,
  readUnit,
  searchUnits,
  ...treeRoutes,
  ...peopleRoutes,
  ...exportRoutes,
  ...unitPageRoutes,
  listReports,
  readReport,
  readReportRow,
  membersFile,
  readMembersList,
  revealedMembersFile,
  readReportFile,
  readKeptSignature,
  keepSignature,
  ...homeRoutes,
  ...templateRoutes,
  postActs,
  readAct,
  ...attachmentRoutes,
  ...recordingRoutes,
  ...proposalRoutes,
  ...inboxRoutes,
  ...journalRoutes,
  ...memberRoutes,
  ...ownRecordRoutes,
  ...correctionRoutes,
  ...retentionRoutes,
  importTemplate,
  ...importRoutes,
  ...accessRoutes,
  ...accessLogRoutes,
  readSession,
  endSession,
  makeLink,
  ...signInRoutes,
  ...ownRoutes,
  ...accountRoutes,
  health,
  document,
];
