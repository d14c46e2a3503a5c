import type { z } from 'zod';
import { wordsOf } from '#/platform/contract/issue.ts';
import type { FieldProblem } from '#/platform/errors.ts';
import { derivedId, isUuid, uuidv7 } from '#/platform/ids.ts';
import type { Register } from '../register.ts';
import type { ActInput } from './act.ts';
import { type Envelope, envelopeKeys, envelopeSchema } from './envelope.ts';
import type { ActKind } from './kind.ts';
import { notYours } from './not-yours.ts';
import type { PosterBound } from './posting.ts';
import { unwritable } from './writable.ts';

/** An act whose form is right; its references are still as they were written. */
export interface Prepared {
  id: string;
  kind: ActKind;
  envelope: Envelope;
  body: Record<string, unknown>;
  line: number | null;
  /** What was sent. */
  sent: ActInput;
}

/** Where lines without an id take theirs from: the same file gives the same ids. */
export interface Origin {
  tenant: string;
  fileHash?: string;
  /** Whose lines they are. */
  bound?: PosterBound;
}

/** Checks the form of one line. Reports every fault it finds in it; null when there was one. */
export function prepareAct(
  input: ActInput,
  line: number | null,
  register: Register,
  origin: Origin,
  problems: FieldProblem[],
): Prepared | null {
  const at = line === null ? {} : { line };
  const kind = register.kinds.get(input.kind);
  if (kind === undefined) {
    const message = input.kind === undefined ? 'A line needs a kind.' : `There is no act kind "${String(input.kind)}".`;
    problems.push({ ...at, field: 'kind', code: 'kind.unknown', message });
    return null;
  }
  const others = notYours(origin.bound, kind);
  if (others !== null) {
    problems.push({ ...at, ...others });
    return null;
  }
  const envelopeInput: Record<string, unknown> = {};
  const bodyInput: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(input)) (envelopeKeys.has(key) ? envelopeInput : bodyInput)[key] = value;
  const envelope = envelopeSchema.safeParse(envelopeInput, { reportInput: true });
  const body = kind.schema.safeParse(bodyInput, { reportInput: true });
  const unheld = unwritable(input);
  const found = [...faults(envelope), ...faults(body), ...unheld].map((fault) => ({ ...at, ...fault }));
  const actId = envelope.success ? envelope.data.id : isUuid(input.id) ? input.id : undefined;
  for (const fault of found) problems.push(actId === undefined ? fault : { ...fault, actId });
  if (!envelope.success || !body.success || unheld.length > 0) return null;
  if (kind.kind === 'act.withdrawn' && !envelope.data.withdraws)
    problems.push({ ...at, field: 'withdraws', code: 'field.missing', message: 'Name the act that is withdrawn.' });
  else if (envelope.data.withdraws && kind.kind !== 'act.withdrawn' && !envelope.data.note)
    problems.push({ ...at, field: 'note', code: 'field.missing', message: 'A correction needs its reason in "note".' });
  else {
    return {
      id: actId ?? (origin.fileHash === undefined ? uuidv7() : derivedId(origin.tenant, origin.fileHash, String(line))),
      kind,
      envelope: envelope.data,
      body: body.data as Record<string, unknown>,
      line,
      sent: input,
    };
  }
  return null;
}

function faults(result: z.ZodSafeParseResult<unknown>): FieldProblem[] {
  return result.success ? [] : result.error.issues.flatMap((issue) => faultsOf(issue, []));
}

function faultsOf(issue: z.core.$ZodIssue, above: readonly PropertyKey[]): FieldProblem[] {
  const path = [...above, ...issue.path];
  const field = path.map(String).join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      field: field === '' ? key : `${field}.${key}`,
      code: 'field.unknown',
      message: `There is no field "${key}" here.`,
    }));
  if (issue.code === 'invalid_union') {
    // Of several forms that a field may have, speak of the one that was meant: the one whose faults lie inside it.
    const meant = issue.errors.filter((branch) =>
      branch.some((inner) => inner.path.length > 0 || inner.code === 'unrecognized_keys'),
    );
    const closest = meant.toSorted((a, b) => a.length - b.length)[0];
    if (closest !== undefined) return closest.flatMap((inner) => faultsOf(inner, path));
  }
  const missing = issue.input === undefined;
  return [
    {
      field,
      code: missing ? 'field.missing' : 'field.invalid',
      ...(missing ? { message: 'This field is needed.' } : wordsOf(issue)),
    },
  ];
}

/** The text of what an act says, without how it was recorded: its keyed hash tells an act that is sent again. */
export function contentText({ recordedAt: _at, recordedBy: _by, source: _source, ...content }: ActInput): string {
  return JSON.stringify(content);
}
