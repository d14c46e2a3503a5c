import { join } from 'node:path';
import type { Doors } from '#/exchange/intake/doors.ts';
import { findImport } from '../find-import.ts';
import { findRoom, scopePath } from '../find-unit.ts';
import { problemText } from '../problem-texts.ts';
import { importInto } from '../room-for-import.ts';
import type { Workplace } from '../workplace.ts';
import { kindLabel } from './kind-labels.ts';

/** The desk's way into this installation. */
export function importDoors(installation: Workplace): Doors {
  return {
    clock: installation.clock,
    folder: join(installation.config.dataDir, 'uploads'),
    say: (problem) => ({ vi: problemText(problem, 'vi'), en: problem.message }),
    label: kindLabel,
    registerOf: async ({ tenant, scope }) => {
      // A name given to an empty installation is that of the register to come.
      if ((await installation.tenants()).length === 0) return tenant ?? null;
      return (await findRoom(installation, { tenant, scope })).tenant.code;
    },
    room: async (tenant, scope) => {
      if (!(await installation.tenants()).some(({ code }) => code === tenant)) return null;
      const found = await installation.room(tenant);
      return { journal: await found.journal(), scope: await scopePath(installation, found, scope) };
    },
    roomFor: ({ tenant, scope }, source, work) =>
      importInto(installation, source, tenant === null ? {} : { tenant }, async (found) =>
        work({ journal: await found.journal(), scope: await scopePath(installation, found, scope) }),
      ),
    roomOfImport: async (importId, tenant) => {
      const found = await findImport(installation, importId, tenant);
      return { tenant: found.tenant.code, journal: await found.journal() };
    },
  };
}
