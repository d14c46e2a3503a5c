import type { IncomingMessage } from 'node:http';
import * as contract from '#/exchange/intake/contract.ts';
import { takeBack } from '#/exchange/intake/undo.ts';
import { templateWorkbook } from '#/exchange/tables/template.ts';
import { Problem } from '#/platform/errors.ts';
import { route } from '../api.ts';
import { checkUpload } from '../attachments/check.ts';
import { rulesOfToday } from '../attachments/rules-of-today.ts';
import { findImport } from '../find-import.ts';
import { pastImports, recordedIntake } from './past.ts';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const uploadImport = route(contract.uploadImport, async (asked, { desk, actor, seat, installation }, body) => {
  const { name, tenant, scope, declaredUnclassified } = asked;
  checkUpload(name, declaredUnclassified, await rulesOfToday(installation));
  const announced = Number((body as Partial<IncomingMessage>).headers?.['content-length']);
  const declared = Number.isSafeInteger(announced) ? announced : undefined;
  return desk.upload(body, { name, tenant, scope, by: actor, capacity: seat.capacity?.id, declared });
});

const readImport = route(contract.readImport, async ({ id }, { desk, installation, actor }) => {
  const session = await desk.read(id).catch(unlessUnknown);
  return session ?? recordedIntake(await findImport(installation, id), id, actor);
});

const planImport = route(contract.planImport, ({ id, plan }, { desk }) => desk.plan(id, plan));
const checkImport = route(contract.checkImport, ({ id }, { desk }) => desk.check(id));
const listImportRows = route(contract.listImportRows, ({ id, ...page }, { desk }) => desk.rows(id, page));
const repairImport = route(contract.repairImport, ({ id, ...request }, { desk }) => desk.repair(id, request));
const recordImport = route(contract.recordImport, ({ id, ...options }, { desk }) => desk.record(id, options));
const forgetMapping = route(contract.forgetMapping, ({ id }, { desk }) => desk.forget(id));

const undoImportAsOne = route(contract.undoImportAsOne, async (input, { desk, installation, actor }) => {
  const { id, reason, tenant } = input;
  if ((await desk.read(id).catch(unlessUnknown)) !== null) return desk.undo(id, { by: actor, reason });
  const room = await findImport(installation, id, tenant);
  await takeBack(await room.journal(), id, { actor, reason });
  return recordedIntake(room, id, actor);
});

const discardImport = route(contract.discardImport, async ({ id }, { desk }) => {
  await desk.discard(id);
  return {};
});

const listImports = route(contract.listImports, async (input, { desk, installation, actor }) => ({
  imports: await pastImports(installation, await desk.sessions(), { ...input, actor }),
}));

const importTemplate = route(contract.importTemplate, async () => ({
  name: 'mau-nhap-lieu.xlsx',
  type: workbookType,
  body: await templateWorkbook(),
}));

/** An import as a session: upload, plan, check, repairs, record, undo. */
export const importRoutes = [
  uploadImport,
  listImports,
  importTemplate,
  readImport,
  planImport,
  checkImport,
  listImportRows,
  repairImport,
  recordImport,
  undoImportAsOne,
  forgetMapping,
  discardImport,
];

function unlessUnknown(error: unknown): null {
  if (error instanceof Problem && error.code === 'import.unknown') return null;
  throw error;
}
