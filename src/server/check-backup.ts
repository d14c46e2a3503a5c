import { randomBytes } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';
import type { Lock } from '#/exchange/backup/lock.ts';
import { type RestoreReport, restore } from '#/exchange/backup/restore.ts';
import { answerFigure } from '#/kernel/figures/answer.ts';
import type { Catalogue } from '#/kernel/figures/catalogue.ts';
import { type Digest, digest } from '#/kernel/journal/digest.ts';
import { unitLine } from '#/kernel/tree/lines.ts';
import { today } from '#/platform/day.ts';
import { Problem } from '#/platform/errors.ts';
import { type Installation, openInstallation } from './installation.ts';
import { type RegisterReport, verifyRegister } from './verify-register.ts';
import type { Room } from './workplace.ts';

/** What came of restoring a backup to try it. */
export interface BackupCheck {
  tenant: string;
  takenAt: string;
  rows: number;
  digest: Digest;
  /** Whether its seals, facts, tallies and constraints hold; null: the key that its sensitive values need is not here. */
  register: RegisterReport | null;
  /**
   * With which register its figures were compared: this installation's, as it is (nothing was recorded since, and the
   * digests are compared too) or as it was known then; null: it has no such register.
   */
  comparedWith: 'now' | 'then' | null;
  figures: number;
  /** What is different in the register here: names of figures, `digest`. */
  differing: string[];
  isWhole: boolean;
}

interface CheckOptions {
  file: string;
  lock: Lock | null;
  keyId: string | null;
  progress?: (rows: number) => void;
}

/** Restores a backup into a database of its own, which is dropped again, and compares it with what it says and with what is here. */
export async function checkBackup(installation: Installation, options: CheckOptions): Promise<BackupCheck> {
  const { adminUrl, config, clock } = installation;
  return inNewDatabase(adminUrl, async (url) => {
    const { file, lock, keyId, progress } = options;
    const report = await restore({ adminUrl: url, file, lock, keyId, progress: (_table, rows) => progress?.(rows) });
    const env = { DATABASE_URL: url, SOTAY_DATA: config.dataDir, SOTAY_KEY_FILE: config.keyFile };
    const tried = await openInstallation({ env, clock });
    try {
      return await compare(installation, tried, report);
    } finally {
      await tried.close();
    }
  });
}

async function compare(here: Installation, tried: Installation, report: RestoreReport): Promise<BackupCheck> {
  const { tenant, takenAt, rows, missingKeyIds } = report;
  const copy = await tried.room(tenant);
  const register = missingKeyIds.length === 0 ? await verifyRegister(tried, copy) : null;
  const sum = await digestOf(tried, copy);
  const base = { tenant, takenAt, rows, digest: sum, register };
  const isHere = (await here.tenants()).some(({ code }) => code === tenant);
  const knownAt = await lastInstant(copy);
  const isSound = register?.isWhole ?? true;
  if (!isHere || knownAt === null) return { ...base, comparedWith: null, figures: 0, differing: [], isWhole: isSound };
  const room = await here.room(tenant);
  const isUnchanged = (await lastInstant(room)) === knownAt;
  const on = today(here.clock);
  const [theirs, ours] = [
    await figuresOf(copy, tried.figures, on, knownAt),
    await figuresOf(room, here.figures, on, knownAt),
  ];
  const differing = [...theirs].filter(([name, value]) => ours.get(name) !== value).map(([name]) => name);
  if (isUnchanged && (await digestOf(here, room)).overall !== sum.overall) differing.push('digest');
  const comparedWith = isUnchanged ? 'now' : 'then';
  return { ...base, comparedWith, figures: theirs.size, differing, isWhole: isSound && differing.length === 0 };
}

const digestOf = ({ register }: Installation, room: Room): Promise<Digest> =>
  room.read({ actor: 'backup' }, (tx) => digest(tx, [...register.tables, unitLine]));

async function lastInstant(room: Room): Promise<string | null> {
  const { rows } = await room.read({ actor: 'backup' }, ({ client }) =>
    client.query('select max(recorded_at) as at from act'),
  );
  return rows[0].at;
}

/** Every figure that needs no argument, of each topmost unit of the day: over the whole time of the register, or on the day. */
async function figuresOf(room: Room, catalogue: Catalogue, on: string, knownAt: string): Promise<Map<string, string>> {
  return room.read({ actor: 'backup' }, async ({ db, client }) => {
    const { rows } = await client.query(
      `select l.unit_id as id from unit_life l where l.valid @> $1::date
       and not exists (select from unit_parent p where p.unit_id = l.unit_id and p.valid @> $1::date) order by l.unit_id`,
      [on],
    );
    const found = new Map<string, string>();
    const { rows: first } = await client.query('select least(min(effective_on), $1::date) as from from act', [on]);
    const { from } = first[0];
    for (const { id } of rows)
      for (const { name } of catalogue.all) {
        const question = { figure: name, unitId: id, on, args: {}, knownAt };
        const value =
          (await answer({ ...question, from, to: on })) ?? (await answer({ ...question, from: null, to: null }));
        if (value !== null) found.set(`${name} ${id}`, value);
      }
    return found;

    async function answer(question: Parameters<typeof answerFigure>[2]): Promise<string | null> {
      try {
        const { value, named, declared, min, max } = await answerFigure(db, catalogue, question);
        return JSON.stringify([value, named, declared, min, max]);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        return null; // a stock has no span, and a figure that needs an argument no answer without one
      }
    }
  });
}

/** Throws `backup.no-room`. */
async function inNewDatabase<T>(adminUrl: string, work: (url: string) => Promise<T>): Promise<T> {
  const name = `sotay_check_${randomBytes(6).toString('hex')}`;
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  await asAdmin(adminUrl, `create database ${escapeIdentifier(name)} template template0`);
  try {
    return await work(url.href);
  } finally {
    await asAdmin(adminUrl, `drop database ${escapeIdentifier(name)} with (force)`);
  }
}

async function asAdmin(adminUrl: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(sql);
  } catch (cause) {
    if ((cause as { code?: string }).code !== '42501') throw cause;
    throw new Problem('backup.no-room', 'To try a backup, the user in DATABASE_URL needs CREATEDB.', { cause });
  } finally {
    await client.end();
  }
}
