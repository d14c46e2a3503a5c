import type { Day } from '#/platform/day.ts';
import type { PaperSigner } from '#/platform/documents/paper.ts';
import { type FieldProblem, Problem } from '#/platform/errors.ts';

/**
 * By what right somebody signs (05-HD/VPTW, 2026; before it 36-HD/VPTW, 3/4/2018): in one's own post; thay mặt a
 * collective; ký thay a head by a deputy; thừa lệnh by a subordinate; quyền, acting.
 */
export const authorities = ['own', 'T/M', 'K/T', 'T/L', 'Q.'] as const;
export type Authority = (typeof authorities)[number];

/** The foot of a paper as data: what an office keeps from one paper to the next. */
export interface SignatureBlock {
  place: string | null;
  authority: Authority;
  /** "BAN THƯỜNG VỤ", "TRƯỞNG BAN": for whom. */
  onBehalfOf: string | null;
  /** "PHÓ TRƯỞNG BAN"; null: as the kind of organisation signs. */
  post: string | null;
  signer: string | null;
  preparer: string | null;
  phone: string | null;
}

/** What one paper has besides. */
export interface Signature extends SignatureBlock {
  signedOn: Day | null;
}

export const blankSignature: Signature = {
  place: null,
  authority: 'own',
  onBehalfOf: null,
  post: null,
  signer: null,
  preparer: null,
  phone: null,
  signedOn: null,
};

/** Refuses a block that says by what right somebody signs but not for whom, or in which post. */
export function checkSignature({ authority, onBehalfOf, post }: SignatureBlock): void {
  const fields: FieldProblem[] = [];
  const lacks = (field: string, message: string, vi: string) =>
    fields.push({ field, code: 'signature.incomplete', message, vi });
  if (['T/M', 'T/L'].includes(authority) && onBehalfOf === null)
    lacks('onBehalfOf', `${authority} names for whom.`, `Ký ${authority} thì ghi thay mặt, thừa lệnh ai.`);
  if (['K/T', 'T/L', 'Q.'].includes(authority) && post === null)
    lacks('post', `${authority} names the post.`, `Ký ${authority} thì ghi chức vụ người ký.`);
  if (authority === 'own' && onBehalfOf !== null)
    lacks(
      'authority',
      'Somebody who signs for others does it by T/M, K/T or T/L.',
      'Ký thay người khác thì chọn T/M, K/T hoặc T/L.',
    );
  if (fields.length > 0) throw new Problem('signature.incomplete', 'The signature is not complete.', { fields });
}

/** The lines over the name; `usual` are those of the kind of organisation. */
export function signerOf(signature: SignatureBlock, usual: readonly string[]): PaperSigner {
  return { lines: linesOf(signature, usual), name: signature.signer };
}

function linesOf({ authority, onBehalfOf, post }: SignatureBlock, usual: readonly string[]): readonly string[] {
  const upper = (text: string) => text.toLocaleUpperCase('vi');
  const own = post === null ? usual : [upper(post)];
  if (authority === 'own') return own;
  if (authority === 'Q.') return [`Q. ${own.join(' ')}`];
  // "K/T" alone stands for the head who usually signs.
  return [`${authority} ${upper(onBehalfOf ?? usual.join(' '))}`, ...(post === null ? usual.slice(-1) : own)];
}
