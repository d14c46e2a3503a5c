import type { z } from 'zod';
import * as contract from '#/domain/members/correction-evidence-contract.ts';
import { logAccess } from '#/kernel/access/access-log.ts';
import type { Attachment } from '#/kernel/attachments/contract.ts';
import { attachmentsOf, cipherOf, keepAttachment, removeAttachment } from '#/kernel/attachments/store.ts';
import type { FileAnswer, Route } from '#/platform/contract/route.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import { lookerOf } from '../access-log/looker.ts';
import { type Api, route } from '../api.ts';
import { takeFile } from '../attachments/take-file.ts';
import { decided } from './decide.ts';
import { findCorrection, mayOpenEvidence, rightsOver } from './rows.ts';
import { type Seen, seenBy } from './seen.ts';

const put = route(contract.putEvidence, async ({ id, name, declaredUnclassified, ...place }, api, body) => {
  const { actor } = api;
  const seen = await seenBy(api, place);
  const file = await takeFile(body, await seen.room.journal(), {
    ...{ subject: { correction: id }, purpose: 'scan', name, isDeclared: declaredUnclassified === true, actor },
    mayCome: () => seen.read((tx) => mustBeOwnAndOpen(tx, seen, id, api)),
  });
  return seen.room.write({ actor, scope: seen.path }, async (tx) => {
    const there = (await attachmentsOf(tx, { correction: id })).filter(({ isCurrent }) => isCurrent);
    if (there.length >= contract.mostEvidence && !there.some(({ sha256 }) => sha256 === file.sha256)) throw full();
    return keepAttachment(tx, file);
  });
});

const remove = route(contract.removeEvidence, async ({ id, file, reason, ...place }, api) => {
  const { actor } = api;
  const seen = await seenBy(api, place);
  await seen.read((tx) => mustBeOwnAndOpen(tx, seen, id, api));
  const removed = { at: api.installation.clock.now().toISOString(), by: actor, reason };
  return seen.room.write(
    { actor, scope: seen.path },
    (tx): Promise<Attachment> => removeAttachment(tx, file, removed, id),
  );
});

/** One scan, to who asked and who decides; to others it is not there. The line of the log is written before it leaves. */
async function open(
  { id, file, ...place }: z.output<typeof contract.readEvidence.input>,
  api: Api,
): Promise<FileAnswer> {
  const seen = await seenBy(api, place);
  const { attachment, cipher, person } = await seen.read(async (tx) => {
    const row = await findCorrection(tx, seen, id);
    // The same answer as for a file that there is not: whoever may not open it need not learn its id.
    const isTheirs = mayOpenEvidence(row, await rightsOver(tx, [row], seen, api));
    return { ...(await cipherOf(tx, isTheirs ? file : '', id)), person: row.person };
  });
  const { vault } = await seen.room.journal();
  const body = vault.revealFile(cipher, file);
  await logAccess(
    seen.room,
    { ...lookerOf(api), scope: seen.path },
    {
      action: 'attachment.opened',
      detail: { attachment: file, purpose: attachment.purpose, correction: id },
      unitId: null,
      persons: [person],
      reason: 'Đọc giấy tờ kèm đề nghị sửa hồ sơ',
    },
  );
  return { name: attachment.name, type: attachment.mediaType, body };
}

/** Throws `correction.unknown`, `correction.not-asker`, `correction.decided`. */
async function mustBeOwnAndOpen(tx: Tx, seen: Seen, id: string, { actor }: Api): Promise<void> {
  const { askedBy, decidedAt } = await findCorrection(tx, seen, id);
  if (askedBy !== actor)
    throw new Problem('correction.not-asker', 'Only who asked adds evidence to a request, or takes it away.', {
      status: 403,
    });
  if (decidedAt !== null) throw decided();
}

function full(): Problem {
  const message = `A request has ${contract.mostEvidence} scans at most: put several pages into one PDF, or remove one.`;
  return new Problem('correction.evidence-full', message, {
    fields: [{ field: 'file', code: 'correction.evidence-full', message }],
  });
}

/** Scans beside requests for correction. */
export const evidenceRoutes: readonly Route<Api>[] = [put, route(contract.readEvidence, open), remove];
