import { type FieldProblem, Problem } from '#/platform/errors.ts';
import type { ActKind } from './kind.ts';
import type { PosterBound } from './posting.ts';

type Named = Pick<ActKind, 'kind' | 'title'>;

/** That a kind of act is recorded by others; null: it is the poster's to record. */
export function notYours(bound: PosterBound | undefined, { kind, title }: Named): FieldProblem | null {
  if (bound === undefined) return null;
  if (bound.mayRecord(kind)) return bound.needsTwo?.(kind) ? needsTwo({ kind, title }) : null;
  const { role } = bound;
  return {
    field: 'kind',
    code: 'act.not-yours',
    message: `The role "${role.en}" does not record "${title.en}" (${kind}).`,
    vi: `Vai trò “${role.vi}” không ghi việc “${title.vi}” (${kind}).`,
  };
}

function needsTwo({ kind, title }: Named): FieldProblem {
  return {
    field: 'kind',
    code: 'proposal.needed',
    message: `"${title.en}" (${kind}) is proposed by one person and recorded by another.`,
    vi: `Việc “${title.vi}” (${kind}) phải do một người đề nghị và một người khác ghi.`,
  };
}

/** Throws `act.not-yours` or `proposal.needed` (403) with every kind that is not. */
export function refuseOthersKinds(bound: PosterBound | undefined, kinds: Iterable<Named>): void {
  const fields = [...new Set(kinds)].flatMap((kind) => notYours(bound, kind) ?? []);
  const [first] = fields;
  if (first === undefined) return;
  throw new Problem(first.code, first.message, { status: 403, vi: first.vi, fields });
}
