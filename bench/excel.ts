import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { demos } from '#/demo/demo.ts';
import { OPENING } from '#/demo/province/tree.ts';
import { province } from '#/demo/province.ts';
import { importJournal, type LineSource } from '#/exchange/import/import-journal.ts';
import { type Installation, openInstallation } from '#/server/installation.ts';
import { importInto } from '#/server/room-for-import.ts';
import { inChild } from './child.ts';
import { atMost, type Bench, type Row } from './measure.ts';
import { watchPostgres } from './memory.ts';
import { mebibytes, number, seconds } from './numbers.ts';
import { exportRows, loadPeer } from './peer.ts';
import type { Stage } from './stage.ts';
import type { ImportTimes } from './tasks/import-table.ts';

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
      const { ms, peak, result } = await inChild<ImportTimes>('import-table', { data, file, opening: OPENING });
      const postgres = watch.stop();
      if (result.added + result.leftOut !== members)
        throw new Error(`${result.added} of ${members} rows were recorded, ${result.leftOut} left out`);
      const { folder, rows } = await exportRows(own);
      const copied = await loadPeer(own, 'copy', folder);
      return rowsOf({ members, rows, bytes: written.result.bytes, ms, peak, postgres, copied, times: result });
    } finally {
      await installation.close();
      rmSync(data, { recursive: true, force: true });
    }
  },
};

interface Measured {
  members: number;
  rows: number;
  bytes: number;
  ms: number;
  peak: number;
  postgres: number | null;
  copied: number;
  times: ImportTimes;
}

function rowsOf({ members, rows, bytes, ms, peak, postgres, copied, times }: Measured): Row[] {
  const { upload, check, record, firstPage, middlePage } = times;
  const size = `${number(members)} rows`;
  return [
    {
      work: 'Import of members from Excel: recognised, checked, recorded with all checks again',
      size: `${size}, a workbook of ${mebibytes(bytes)}; ${number(rows)} rows of acts and facts`,
      goal: atMost(300, 's'),
      value: ms / 1000,
      measured: `**${seconds(ms)}**, ${number((members / ms) * 1000, 0)} rows/s: upload and recognition ${seconds(upload)}, check ${seconds(check)}, recording ${seconds(record)}`,
      beside: `COPY of what it wrote, into identical tables: ${seconds(copied)}`,
    },
    {
      work: 'The same: memory',
      size,
      goal: atMost(1_024, 'MiB (Node)'),
      value: peak / 2 ** 20,
      measured: `Node at most **${mebibytes(peak)}**; PostgreSQL ${mebibytes(postgres)}`,
      beside: '—',
    },
    {
      work: 'A page of 50 rows of the preview, in the middle of the file',
      size,
      goal: atMost(1_000, 'ms'),
      value: middlePage,
      measured: `**${number(middlePage, 0)} ms**; the first page ${number(firstPage, 0)} ms`,
      beside: '—',
    },
  ];
}

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
