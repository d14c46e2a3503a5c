import { logAccess } from '#/kernel/access/access-log.ts';
import type { Attachment } from '#/kernel/attachments/contract.ts';
import * as contract from '#/kernel/attachments/contract.ts';
import {
  attachmentsOf,
  cipherOf,
  keepAttachment,
  removeAttachment as removeOne,
  type Subject,
} from '#/kernel/attachments/store.ts';
import type { Context, Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import { lookerOf } from '../access-log/looker.ts';
import { type Api, route } from '../api.ts';
import { findRoom, type Place, scopePath } from '../find-unit.ts';
import { scopeOfPerson } from '../in-sight.ts';
import type { Room } from '../workplace.ts';
import { takeFile } from './take-file.ts';

const putAttachment = route(contract.putAttachment, async ({ act, person, purpose, name, ...asked }, api, body) => {
  const subject = oneOf({ act, person });
  const { room, context } = await placed(api, asked);
  const mayCome = async () => {
    if (purpose === 'photo' && person === undefined)
      throw new Problem('attachment.subject', 'A photo is of a person.', { fields: [subjectField('person')] });
    await room.read(context, (tx) => mustBeSeen(tx, subject));
  };
  const isDeclared = asked.declaredUnclassified === true;
  const told = { subject, purpose, name, isDeclared, actor: context.actor, mayCome };
  const file = await takeFile(body, await room.journal(), told);
  return room.write(context, async (tx) => {
    await mustBeSeen(tx, subject);
    return keepAttachment(tx, file);
  });
});

const listAttachments = route(contract.listAttachments, async ({ act, person, ...asked }, api) => {
  const subject = oneOf({ act, person });
  const { room, context } = await placed(api, asked);
  return room.read(context, async (tx) => {
    await mustBeSeen(tx, subject);
    return { attachments: await attachmentsOf(tx, subject) };
  });
});

const readAttachment = route(contract.readAttachment, async ({ id, ...asked }, api) => {
  const { room, context } = await placed(api, asked);
  const { attachment, cipher, persons } = await room.read(context, async (tx) => {
    const found = await cipherOf(tx, id);
    return { ...found, persons: await personsOf(tx, found.attachment) };
  });
  const { vault } = await room.journal();
  const body = vault.revealFile(cipher, id);
  const { purpose, act } = attachment;
  await logAccess(
    room,
    { ...context, ...lookerOf(api) },
    {
      action: 'attachment.opened',
      detail: { attachment: id, purpose, act },
      unitId: null,
      persons,
      reason: purpose === 'photo' ? 'Xem ảnh trong hồ sơ' : 'Đọc văn bản đính kèm',
    },
  );
  return { name: attachment.name, type: attachment.mediaType, body };
});

/** Whom a file is about: its person, or those of its act. */
async function personsOf({ client }: Tx, { act, person }: Pick<Attachment, 'act' | 'person'>): Promise<string[]> {
  if (person !== null) return [person];
  const { rows } = await client.query<{ id: string }>(
    `select subject_id as id from act_subject where act_id = $1 and role = 'person'`,
    [act],
  );
  return rows.map(({ id }) => id);
}

const removeAttachment = route(contract.removeAttachment, async ({ id, reason, ...asked }, api) => {
  const { room, context } = await placed(api, asked);
  const removed = { at: api.installation.clock.now().toISOString(), by: context.actor, reason };
  return room.write(context, (tx) => removeOne(tx, id, removed));
});

/** Scans of papers and photos of people. */
export const attachmentRoutes = [putAttachment, listAttachments, readAttachment, removeAttachment];

async function placed({ installation, actor }: Api, asked: Place): Promise<{ room: Room; context: Context }> {
  const room = await findRoom(installation, asked);
  return { room, context: { actor, scope: await scopePath(installation, room, asked.scope) } };
}

function oneOf({ act, person }: Subject): Subject {
  if ((act === undefined) !== (person === undefined)) return { act, person };
  throw new Problem('attachment.subject', 'Name one act or one person.', {
    fields: [subjectField('act'), subjectField('person')],
  });
}

const subjectField = (field: string) => ({ field, code: 'attachment.subject', message: 'One of the two.' });

/** Outside the scope, a person or an act is not told from one that does not exist. */
async function mustBeSeen(tx: Tx, { act, person }: Subject): Promise<void> {
  if (act === undefined) await scopeOfPerson(tx, person as string);
  else if ((await tx.client.query('select from act where id = $1', [act])).rowCount === 0)
    throw new Problem('act.unknown', 'There is no such act.', { status: 404 });
}
