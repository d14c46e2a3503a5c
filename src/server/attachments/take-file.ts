import { mostAttachmentBytes } from '#/kernel/attachments/contract.ts';
import type { NewAttachment, Subject } from '#/kernel/attachments/store.ts';
import type { Journal } from '#/kernel/journal/posting.ts';
import { sha256Hex } from '#/platform/canonical-json.ts';
import { today } from '#/platform/day.ts';
import { readUpload } from '#/platform/files/read-upload.ts';
import { safeFileName } from '#/platform/files/sniff.ts';
import { uuidv7 } from '#/platform/ids.ts';
import { checkContents, checkUnclassified } from './check.ts';

interface Told {
  subject: Subject;
  purpose: 'scan' | 'photo';
  name: string;
  isDeclared: boolean;
  actor: string;
  /** Throws where the file has no place here: asked before 20 MB are read. */
  mayCome: () => Promise<void>;
}

/** A file on its way in, declared, whole, of a kind that is kept, and encrypted: as it may be kept. */
export async function takeFile(
  body: AsyncIterable<Uint8Array | string>,
  { vault, rulebook, clock }: Journal,
  { subject, purpose, name, isDeclared, actor, mayCome }: Told,
): Promise<NewAttachment> {
  checkUnclassified(name, isDeclared, rulebook, today(clock));
  await mayCome();
  const bytes = await readUpload(body, { name, most: mostAttachmentBytes });
  const mediaType = checkContents(bytes, purpose);
  const id = uuidv7();
  return {
    ...{ id, subject, purpose, mediaType, size: bytes.length, sha256: sha256Hex(bytes) },
    name: safeFileName(name, mediaType),
    cipher: vault.concealFile(bytes, id),
    keyId: vault.keyId,
    recordedAt: clock.now().toISOString(),
    recordedBy: actor,
  };
}
