import { statSync } from 'node:fs';
import { join } from 'node:path';
import { backup } from '#/exchange/backup/backup.ts';
import { restore } from '#/exchange/backup/restore.ts';
import { digest } from '#/kernel/journal/digest.ts';
import { sealedJournal } from '#/kernel/journal/sealed-journal.ts';
import { sealNext } from '#/kernel/seals/seal.ts';
import { inTransaction, wholeTenant } from '#/platform/db/transaction.ts';
import type { OpenRoom } from '#/server/installation.ts';
import type { Bench } from './measure.ts';
import { mebibytes, number, seconds, timed } from './numbers.ts';
import type { Stage } from './stage.ts';
import { dropTenant, settle, sizeOf, unseal } from './tenants.ts';

/** What keeps a register: seal, back up, bring back. */
export const keeping: Bench = {
  name: 'keeping',
  run: async (stage) => {
    const room = await stage.register();
    const { adminUrl, clock } = stage.installation;
    stage.say('  seal');
    await unseal(adminUrl, stage.code);
    const sealed = await timed(() => sealAll(stage, room));
    const before = await timed(() => digestOf(stage, room));
    stage.say('  back up, bring back');
    const file = join(stage.options.dataDir, 'register.backup');
    const backedUp = await timed(() => backup({ adminUrl, tenant: stage.code, file, clock }));
    const size = mebibytes(await sizeOf(adminUrl, stage.code));
    await dropTenant(adminUrl, stage.code);
    const restored = await timed(() => restore({ adminUrl, file }));
    await settle(adminUrl, stage.code);
    if ((await digestOf(stage, room)) !== before.result)
      throw new Error('what was brought back is not what was backed up');
    const acts = `${number(sealed.result)} acts`;
    const row = { goal: null, value: 0, beside: '—' };
    return [
      {
        ...row,
        work: 'Seal',
        size: acts,
        measured: `${seconds(sealed.ms)}, ${number((sealed.result / sealed.ms) * 1000, 0)} acts/s`,
      },
      { ...row, work: 'Digest of journal, facts and twins', size: acts, measured: seconds(before.ms) },
      {
        ...row,
        work: 'Backup',
        size: `${number(backedUp.result.rows)} rows, ${size} on disk`,
        measured: `${seconds(backedUp.ms)}, a file of ${mebibytes(statSync(file).size)}`,
      },
      {
        ...row,
        work: 'Restore',
        size: `${number(restored.result.rows)} rows`,
        measured: `${seconds(restored.ms)}; the digest is the same`,
      },
    ];
  },
};

async function sealAll({ installation: { clock } }: Stage, room: OpenRoom): Promise<number> {
  for (let count = 0; ; ) {
    const next = await inTransaction(room.pool, { actor: 'bench', scope: wholeTenant }, (tx) =>
      sealNext(tx, sealedJournal, clock),
    );
    if (next === null) return count;
    count += next.count;
  }
}

async function digestOf({ installation: { register } }: Stage, room: OpenRoom): Promise<string> {
  return (await room.read({ actor: 'bench' }, (tx) => digest(tx, register.tables))).overall;
}
