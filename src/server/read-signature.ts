import { z } from 'zod';
import { dayField } from '#/platform/contract/fields.ts';
import { type FieldProblem, Problem } from '#/platform/errors.ts';
import { authorities, checkSignature, type Signature } from '#/reports/papers/signature.ts';
import { readArgs } from './question.ts';

const text = z
  .string()
  .max(200)
  .transform((one) => one.trim())
  .transform((one) => (one === '' ? null : one));

const pairs = z.strictObject({
  place: text.optional(),
  authority: z.enum(authorities).optional(),
  onBehalfOf: text.optional(),
  post: text.optional(),
  signer: text.optional(),
  preparer: text.optional(),
  phone: text.optional(),
  signedOn: dayField.optional(),
});

/** Reads `signer=Nguyễn Văn Mẫu` …; only what is named is told. Throws `signature.invalid`, `args.invalid`. */
export function readSignature(given: readonly string[] | undefined): Partial<Signature> {
  const read = pairs.safeParse(readArgs(given));
  if (read.success) return read.data;
  const fields = read.error.issues.map(
    ({ path, message, ...issue }): FieldProblem => ({
      field: `sign.${[...path, ...('keys' in issue ? (issue.keys as string[]) : [])].join('.')}`,
      code: 'signature.invalid',
      message,
    }),
  );
  const known = Object.keys(pairs.shape).join(', ');
  throw new Problem('signature.invalid', `The signature has: ${known}.`, { fields });
}

/** What was told now over what was kept: whoever names another right to sign names for whom and the post again. */
export function overlaid(kept: Signature, told: Partial<Signature>): Signature {
  const isOther = told.authority !== undefined && told.authority !== kept.authority;
  const whole = { ...kept, ...(isOther ? { onBehalfOf: null, post: null } : {}), ...told };
  checkSignature(whole);
  return whole;
}
