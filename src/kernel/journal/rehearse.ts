import type { LoadedAct } from '../facts/load.ts';
import { unitsNamed } from '../facts/load.ts';
import type { Act } from './act.ts';
import { type Batch, problemLimit } from './batch.ts';
import type { Names } from './names.ts';
import { foldPersons, knowUnits, type PersonWork } from './person-phase.ts';
import { outsideScope } from './poster-scope.ts';
import type { Prepared } from './prepare.ts';
import { refuse } from './refuse.ts';
import type { Resolved, Staged } from './stage.ts';

/**
 * Whether an act can be rehearsed without the facts of persons being written: it shapes units only, or it brings in a
 * person whom nobody else of the batch or the register can know, names no other, and no rule is asked of it. So are the
 * rows of a list of members.
 */
export function standsAlone({ kind, envelope, body }: Prepared, names: Names): boolean {
  if (envelope.withdraws || envelope.after) return false;
  if (kind.unit !== undefined) return kind.person === undefined;
  if (kind.check !== undefined) return false;
  const subjects = kind.subjects(body as never);
  const { person } = body as { person?: { id?: string } | string };
  if (typeof person !== 'object' || person.id === undefined) return false;
  return subjects.length === 1 && subjects[0]?.id === person.id && names.isNew(person.id);
}

/**
 * Folds persons whom a batch brings in as its recording would, and writes nothing of them: of a rehearsal that is rolled
 * back, writing is two thirds of the work. Faults go to the batch; codes that are taken are asked for, since no key refuses them.
 */
export async function rehearsePersons(
  batch: Batch,
  staged: Staged,
  pieces: AsyncIterable<Resolved[]> | Iterable<Resolved[]>,
  work: PersonWork,
  progress: ((step: 'fold', done: number) => void) | undefined,
): Promise<void> {
  for await (const piece of pieces) {
    // In the order in which they are read: what is told first should be what stands first.
    refuse(batch.problems);
    const lines = new Map(piece.map(({ prepared }) => [prepared.id, prepared.line]));
    const loaded = new Map<string, LoadedAct[]>();
    for (const one of piece) {
      const [subject] = one.subjects;
      if (subject !== undefined) loaded.set(subject.id, [{ act: actOf(batch, one), scope: '|' }]);
    }
    await knowUnits(
      batch,
      unitsNamed(
        batch.register,
        [...loaded.values()].flat().map(({ act }) => act),
      ),
      work,
    );
    for (const { prepared } of piece) requireOwnPart(batch, prepared, work);
    const found = batch.problems.length;
    await foldPersons(batch, loaded, work);
    for (const problem of batch.problems.slice(found)) {
      const line = problem.actId === undefined ? null : lines.get(problem.actId);
      if (line != null) problem.line = line;
    }
    staged.addedCount += piece.length;
    progress?.('fold', staged.addedCount);
    if (batch.problems.length >= problemLimit) break;
  }
  batch.problems.push(...(await staged.names.clashes(batch.tx.client)));
}

/** The act as it would be recorded; sensitive values stay as they are, since nothing of it is kept. */
function actOf({ recordedAt, recordedBy, source }: Batch, { prepared }: Resolved): Act {
  const { id, kind, envelope, body, line } = prepared;
  return {
    id,
    kind: kind.kind,
    effectiveOn: envelope.effectiveOn,
    actor: envelope.actor ?? { unit: null, body: 'committee' },
    paper: envelope.paper ?? null,
    withdraws: null,
    after: null,
    note: envelope.note ?? null,
    body,
    recordedAt,
    recordedBy,
    source: line === null ? source : { ...source, line },
  };
}

function requireOwnPart({ register, posterScope }: Batch, { kind, body }: Prepared, { paths }: PersonWork): void {
  if (!paths.scope(unitsNamed(register, [{ kind: kind.kind, body }])).includes(posterScope)) throw outsideScope();
}
