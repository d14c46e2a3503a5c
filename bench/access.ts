import { randomBytes } from 'node:crypto';
import { closeAccount, createAccount } from '#/platform/accounts/accounts.ts';
import { setPasswordByCode } from '#/platform/accounts/codes.ts';
import { isPassword } from '#/platform/accounts/password.ts';
import { findSession } from '#/platform/accounts/sessions.ts';
import { type Door, showPassword } from '#/platform/accounts/sign-in.ts';
import { grantHere } from '#/server/access/grant-here.ts';
import { openDoor } from '#/server/accounts/open-door.ts';
import { seatOf } from '#/server/capacity.ts';
import { atMost, type Bench, type Row } from './measure.ts';
import { halfAndMost, number, percentile, timed } from './numbers.ts';
import type { Stage } from './stage.ts';

const signIns = 60;
const lookUps = 1_000;
const warmUp = 10;
const visit = { address: '127.0.0.1', device: 'bench', host: 'localhost', origin: 'http://localhost:4020' };

/** Signing in, and what every request pays for being somebody's. */
export const access: Bench = {
  name: 'access',
  run: async (stage) => {
    await stage.register();
    const { hall } = stage.installation;
    const door = openDoor(stage.installation);
    const doing = { actor: 'bench', now: new Date() };
    // Never the same login twice; a password that nobody has to know.
    const login = `bench.${randomBytes(6).toString('hex')}`;
    const password = randomBytes(18).toString('base64url');
    const { id, code } = await createAccount(hall, { login, name: 'Bench' }, doing);
    try {
      await setPasswordByCode(hall, code, password, new Date());
      await grantHere(
        stage.installation,
        { id, login },
        { role: 'cell-secretary', tenant: stage.code, reason: 'bench' },
      );
      const signedIn = await measureSignIn(stage, door, { login, password });
      return [signedIn.row, await measureLookUp(stage, signedIn.secret)];
    } finally {
      // An account that is open ends links and token, by which other benches come in.
      await closeAccount(hall, id, 'bench', doing);
    }
  },
};

async function measureSignIn(
  stage: Stage,
  door: Door,
  given: { login: string; password: string },
): Promise<{ row: Row; secret: string }> {
  stage.say('  signing in by password');
  const { rows } = await stage.installation.hall.query<{ hash: string }>(
    'select hash from account_password join account on account.id = account_id where login = $1',
    [given.login],
  );
  const hash = rows[0]?.hash ?? null;
  const [ours, bare]: [number[], number[]] = [[], []];
  let secret = '';
  for (let n = 0; n < warmUp + signIns; n += 1) {
    const { ms, result } = await timed(() => showPassword(door, given, visit, new Date()));
    if (result.next !== 'signed-in') throw new Error('the bench has not signed in');
    secret = result.secret;
    const { ms: hashing } = await timed(() => isPassword(given.password, hash));
    if (n < warmUp) continue;
    ours.push(ms);
    bare.push(hashing);
  }
  const row: Row = {
    work: 'Signing in by password (Argon2id), one by one',
    size: `${number(signIns)} sign-ins`,
    goal: atMost(250, 'ms (p95)'),
    value: percentile(ours, 0.95),
    measured: `p50 / p95 **${halfAndMost(ours)}**`,
    beside: `Argon2id alone ${halfAndMost(bare)}`,
  };
  return { row, secret };
}

async function measureLookUp(stage: Stage, secret: string): Promise<Row> {
  stage.say('  whose session, in which capacity');
  const { installation } = stage;
  const { hall } = installation;
  const [ours, bare]: [number[], number[]] = [[], []];
  const carried = { session: secret, choose: async () => {} };
  for (let n = 0; n < warmUp + lookUps; n += 1) {
    const { ms } = await timed(async () => {
      const signedIn = await findSession(hall, secret, new Date());
      if (signedIn === null) throw new Error('the session of the bench is gone');
      await seatOf(installation, signedIn, signedIn.capacityId, carried);
    });
    const { ms: trip } = await timed(() => hall.query('select 1'));
    if (n < warmUp) continue;
    ours.push(ms);
    bare.push(trip);
  }
  return {
    work: 'Whose session it is and by which grant, at every request',
    size: `${number(lookUps)} requests`,
    goal: atMost(10, 'ms (p95)'),
    value: percentile(ours, 0.95),
    measured: `p50 / p95 **${halfAndMost(ours)}**`,
    beside: `an empty query ${halfAndMost(bare)}`,
  };
}
