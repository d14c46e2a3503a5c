import { Problem } from '#/platform/errors.ts';
import { isUuid } from '#/platform/ids.ts';
import type { Room, Workplace } from './workplace.ts';

/** The room that holds an import; its id says it, so no tenant has to be named. Throws `import.unknown`. */
export async function findImport(installation: Workplace, importId: string, tenant?: string): Promise<Room> {
  const codes = tenant === undefined ? (await installation.tenants()).map(({ code }) => code) : [tenant];
  for (const code of isUuid(importId) ? codes : []) {
    const room = await installation.room(code);
    const isHere = await room.read({ actor: 'import' }, async ({ client }) => {
      const { rowCount } = await client.query('select from import_batch where id = $1', [importId]);
      return rowCount === 1;
    });
    if (isHere) return room;
  }
  const message = `There is no import ${importId}.`;
  throw new Problem('import.unknown', message, {
    status: 404,
    fields: [{ field: 'id', code: 'import.unknown', message }],
  });
}
