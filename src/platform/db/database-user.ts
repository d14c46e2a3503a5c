import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Problem } from '#/platform/errors.ts';

/** Who runs PostgreSQL. It refuses to run as root, so under root it is the system user `postgres`, made if missing. */
export interface DatabaseUser {
  /** Gives a file or folder to that user. */
  own(path: string): void;
  /** The command and options that run a program as that user. */
  launch(program: string, args: string[]): { command: string; args: string[]; uid?: number; gid?: number };
}

const myself: DatabaseUser = { own: () => {}, launch: (command, args) => ({ command, args }) };

/** The user for a server whose programs and data are at these paths. */
export function databaseUser(paths: string[]): DatabaseUser {
  if (process.getuid?.() !== 0) return myself;
  const { uid, gid } = systemUser();
  const own = (path: string): void => chownSync(path, uid, gid);
  if (paths.every((path) => canReach(path, uid, gid))) {
    return { own, launch: (command, args) => ({ command, args, uid, gid }) };
  }
  // The folder lies inside one only root may enter (/root, a private temporary folder). We do not open somebody's
  // folder to the world: the server gets the one capability that lets it pass.
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find(existsSync);
  if (setpriv === undefined) {
    throw new Problem(
      'database.unreachable-folder',
      `the system user "postgres" may not enter ${paths.join(' or ')}; move them, or do not run as root`,
    );
  }
  const caps = ['--inh-caps=-all,+dac_override', '--ambient-caps=-all,+dac_override'];
  // Without the bit, access(2) looks away from the capability, and initdb asks access(2) about its own program.
  const as = [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--securebits=+no_setuid_fixup', ...caps, '--'];
  return { own, launch: (program, args) => ({ command: setpriv, args: [...as, program, ...args] }) };
}

function systemUser(): { uid: number; gid: number } {
  const id = (flag: string): number =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: 'pipe' }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    // not there yet
    execFileSync('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      'postgres',
    ]);
    return { uid: id('-u'), gid: id('-g') };
  }
}

function canReach(path: string, uid: number, gid: number): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    const { mode, uid: owner, gid: group } = statSync(folder);
    const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}
