import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { demos } from '#/demo/demo.ts';
import { OPENING } from '#/demo/province/tree.ts';
import { province } from '#/demo/province.ts';
import { importJournal, type LineSource } from '#/exchange/import/import-journal.ts';
import { type Installation, openInstallation } from '#/server/installation.ts';
import { importInto } from '#/server/room-for-import.ts';
import { inChild } from './child.ts';
import { atMost, type Bench } from './measure.ts';
import { watchPostgres } from './memory.ts';
import { mebibytes, number, seconds } from './numbers.ts';
import { exportRows, loadPeer } from './peer.ts';
import type { Stage } from './stage.ts';

/** The size of the largest city's clean-up. */
const mostRows = 365_911;

/** A workbook of members onto a register that has its units: every check, every sensitive value sealed. */
export const excel: Bench = {
  name: 'excel',
  run: async (stage) => {
    const members = Math.max(1_000, Math.min(mostRows, stage.options.members));
    const data = join(stage.options.dataDir, 'excel');
    rmSync(data, { recursive: true, force: true });
    mkdirSync(data, { recursive: true, mode: 0o711 });
    const file = join(data, 'members.xlsx');
    stage.say(`writing a workbook of ${members} rows`);
    const written = await inChild<{ bytes: number }>('write-members', { file, members });
    const installation = await openInstallation({ data });
    try {
      await importUnits(installation, members);
      const own: Stage = {
        ...stage,
        installation,
        code: demos.province.tenant.code,
        options: { ...stage.options, dataDir: data },
      };
      const watch = await watchPostgres(own);
      stage.say('importing it');
      const { ms, peak, result } = await inChild<{ added: number }>('import-table', { data, file, opening: OPENING });
      const postgres = watch.stop();
      if (result.added !== members) throw new Error(`${result.added} of ${members} rows were recorded`);
      const { folder, rows } = await exportRows(own);
      const copied = await loadPeer(own, 'copy', folder);
      return [
        {
          work: 'Import of members from Excel, all checks',
          size: `${number(members)} rows, a workbook of ${mebibytes(written.result.bytes)}; ${number(rows)} rows of acts and facts`,
          goal: atMost(300, 's'),
          value: ms / 1000,
          measured: `**${seconds(ms)}**, ${number((members / ms) * 1000, 0)} rows/s`,
          beside: `COPY of what it wrote, into identical tables: ${seconds(copied)}`,
        },
        {
          work: 'The same: memory',
          size: `${number(members)} rows`,
          goal: atMost(1_024, 'MiB (Node)'),
          value: peak / 2 ** 20,
          measured: `Node at most **${mebibytes(peak)}**; PostgreSQL ${mebibytes(postgres)}`,
          beside: '—',
        },
      ];
    } finally {
      await installation.close();
      rmSync(data, { recursive: true, force: true });
    }
  },
};

async function importUnits(installation: Installation, members: number): Promise<void> {
  const source: LineSource = {
    name: 'units',
    hash: '00',
    read: function* () {
      let line = 0;
      for (const input of province({ members })) {
        if (input.kind !== 'unit.established') return;
        line += 1;
        yield { line, input, problems: [] };
      }
    },
  };
  await importInto(installation, source, {}, async (room) =>
    importJournal(await room.journal(), source, { actor: 'bench' }),
  );
}
