import { openDatabase } from '#/platform/db/embedded.ts';
import { rotateKey } from '#/server/keys/rotate-key.ts';
import type { Bench } from './measure.ts';
import { mebibytes, number, seconds, timed } from './numbers.ts';
import { openStage } from './stage.ts';

/** `sotay key rotate` of a register. Nobody else may work meanwhile, so it comes last and lets go of the installation first. */
export const keys: Bench = {
  name: 'keys',
  isOnlyWhenAsked: true,
  run: async ({ options, installation, register, say }) => {
    await register();
    const { keyFile, dataDir } = installation.config;
    await installation.close();
    say('  changing the key');
    const database = await openDatabase({ dataDir });
    const work = () => rotateKey({ adminUrl: database.adminUrl, keyFile });
    const { ms, result } = await timed(work).finally(database.close);
    const { values, acts } = result;
    // A register that could not be opened under the new key would be none.
    const again = await openStage({ ...options, isFresh: false });
    await again.register().then(({ journal }) => journal());
    await again.installation.close();
    return [
      {
        work: 'Change of the key (`sotay key rotate`), the server stopped',
        size: `${number(options.members)} members: ${number(values)} sealed values, ${number(acts)} acts`,
        goal: null,
        value: ms / 1000,
        measured: `**${seconds(ms)}**, ${number(((values + acts) / ms) * 1000)} rows/s; Node ${mebibytes(process.memoryUsage.rss())}`,
        beside: '—',
      },
    ];
  },
};
