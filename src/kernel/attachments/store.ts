import { sql } from 'kysely';
import type { Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import { isUuid } from '#/platform/ids.ts';
import type { Attachment } from './contract.ts';

export interface Subject {
  act?: string | undefined;
  person?: string | undefined;
  /** A request for correction that it is evidence of. */
  correction?: string | undefined;
}

/** An attachment before it is kept. */
export interface NewAttachment extends Pick<Attachment, 'id' | 'purpose' | 'name' | 'mediaType' | 'size' | 'sha256'> {
  subject: Subject;
  cipher: Buffer;
  keyId: string;
  recordedAt: string;
  recordedBy: string;
}

/** Everything but the contents; a photo is current until a later one was recorded, also if that was removed since. */
const columns = sql`
  t.id, t.act_id as act, t.person_id as person, t.purpose, t.name, t.media_type, t.size, t.sha256,
  t.recorded_at, t.recorded_by, t.removed_at, t.removed_by, t.removed_because,
  t.removed_at is null and (t.purpose = 'scan' or not exists (select from attachment l
    where l.person_id = t.person_id and l.purpose = 'photo' and (l.recorded_at, l.id) > (t.recorded_at, t.id))) as is_current`;

type Row = Omit<Attachment, 'removed'> & {
  removedAt: string | null;
  removedBy: string | null;
  removedBecause: string | null;
};

/** What is attached to one subject that may be seen, newest first. */
export async function attachmentsOf({ db }: Tx, { act, person, correction }: Subject): Promise<Attachment[]> {
  const { rows } = await sql<Row>`
    select ${columns} from attachment t
    where t.act_id = ${act ?? null}::uuid or t.person_id = ${person ?? null}::uuid
      or t.correction_id = ${correction ?? null}::uuid
    order by t.recorded_at desc, t.id desc`.execute(db);
  return rows.map(shown);
}

/** Keeps a file. The same one again, for the same purpose and still current, is the one that is there. */
export async function keepAttachment(tx: Tx, file: NewAttachment): Promise<Attachment> {
  const { act = null, person = null, correction = null } = file.subject;
  // Two of the same file at once would both see none: one of a subject at a time.
  await tx.client.query('select pg_advisory_xact_lock(hashtextextended($1, 32))', [act ?? person ?? correction]);
  const there = (await attachmentsOf(tx, file.subject)).find(
    ({ sha256, purpose, isCurrent }) => sha256 === file.sha256 && purpose === file.purpose && isCurrent,
  );
  if (there !== undefined) return there;
  await tx.client.query(
    `insert into attachment (id, act_id, person_id, correction_id, purpose, name, media_type, size, sha256, cipher, key_id,
       recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[
        file.id,
        act,
        person,
        correction,
        file.purpose,
        file.name,
        file.mediaType,
        file.size,
        file.sha256,
        file.cipher,
      ],
      ...[file.keyId, file.recordedAt, file.recordedBy],
    ],
  );
  return findAttachment(tx, file.id, correction);
}

/**
 * One that may be seen; of a request for correction only where that very request is named: its evidence is not for everybody
 * who sees the person. Throws `attachment.unknown`.
 */
export async function findAttachment({ db }: Tx, id: string, correction: string | null = null): Promise<Attachment> {
  const { rows } = await sql<Row>`
    select ${columns} from attachment t
    where t.id = ${isUuid(id) ? id : null}::uuid and t.correction_id is not distinct from ${correction}::uuid`.execute(
    db,
  );
  if (rows[0] === undefined) throw unknown();
  return shown(rows[0]);
}

/** One with its contents. Throws `attachment.unknown`, `attachment.removed`. */
export async function cipherOf(
  tx: Tx,
  id: string,
  correction: string | null = null,
): Promise<{ attachment: Attachment; cipher: Buffer }> {
  const attachment = await findAttachment(tx, id, correction);
  if (attachment.removed !== null)
    throw new Problem('attachment.removed', `Removed: ${attachment.removed.reason}`, { status: 410 });
  const { rows } = await tx.client.query('select cipher from attachment where id = $1', [id]);
  return { attachment, cipher: rows[0].cipher };
}

/** Erases the contents and leaves who did so, when and why. Throws `attachment.unknown`, `attachment.removed`. */
export async function removeAttachment(
  tx: Tx,
  id: string,
  { at, by, reason }: { at: string; by: string; reason: string },
  correction: string | null = null,
): Promise<Attachment> {
  const before = await findAttachment(tx, id, correction);
  const { rowCount } = await tx.client.query(
    `update attachment set cipher = null, removed_at = $2, removed_by = $3, removed_because = $4
     where id = $1 and removed_at is null`,
    [id, at, by, reason],
  );
  if (rowCount === 0)
    throw new Problem('attachment.removed', `Removed already: ${before.removed?.reason ?? ''}`, { status: 409 });
  return findAttachment(tx, id, correction);
}

function shown({ removedAt, removedBy, removedBecause, ...row }: Row): Attachment {
  const removed =
    removedAt === null ? null : { at: removedAt, by: removedBy as string, reason: removedBecause as string };
  return { ...row, removed };
}

function unknown(): Problem {
  return new Problem('attachment.unknown', 'There is no such attachment.', { status: 404 });
}
