import { verifyRegister } from '#/server/verify-register.ts';
import type { Bench } from './measure.ts';
import { number, seconds, timed } from './numbers.ts';

/** All that `sotay verify` checks, on a register that is whole. */
export const verify: Bench = {
  name: 'verify',
  run: async (stage) => {
    const room = await stage.register();
    const { ms, result } = await timed(() => verifyRegister(stage.installation, room));
    if (!result.isWhole) throw new Error(`verify found faults: ${JSON.stringify(result).slice(0, 2_000)}`);
    return [
      {
        work: 'Verify: seals, sensitive values, all facts folded again, tallies, constraints',
        size: `${number(result.seals.sealedActs + result.seals.unsealedActs)} acts`,
        goal: null,
        value: ms / 1000,
        measured: seconds(ms),
        beside: '—',
      },
    ];
  },
};
