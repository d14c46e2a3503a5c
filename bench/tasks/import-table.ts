import { importJournal } from '#/exchange/import/import-journal.ts';
import { tableSource } from '#/exchange/tables/import-tables.ts';
import { openInstallation } from '#/server/installation.ts';
import { importInto } from '#/server/room-for-import.ts';
import { asChild } from '../child.ts';
import { timed } from '../numbers.ts';

interface Input {
  data: string;
  file: string;
  opening: string;
}

await asChild(async ({ data, file, opening }: Input) => {
  const installation = await openInstallation({ data });
  try {
    return await timed(async () => {
      const source = await tableSource(file, { kind: 'members', opening });
      return importInto(installation, source, {}, async (room) => {
        const { added, lines } = await importJournal(await room.journal(), source, { actor: 'bench' });
        return { added, lines };
      });
    });
  } finally {
    await installation.close();
  }
});
