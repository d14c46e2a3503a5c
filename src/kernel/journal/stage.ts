import { unitsNamed } from '../facts/load.ts';
import type { Paths } from '../tree/paths.ts';
import { joinPaths } from '../tree/scope.ts';
import type { LineCache } from '../tree/superior.ts';
import type { Actor, Subject } from './act.ts';
import { Actors } from './actors.ts';
import type { Batch } from './batch.ts';
import type { ActKind } from './kind.ts';
import { actFromRow } from './line.ts';
import { type Names, where } from './names.ts';
import { refuseOthersKinds } from './not-yours.ts';
import { outsideScope } from './poster-scope.ts';
import { contentText, type Prepared } from './prepare.ts';
import { distinctSubjects, insertActs, type Recordable, sameContent } from './record.ts';
import { concealBody, revealBody } from './sensitive.ts';

/** A receipt of more acts than this gives their number only. */
export const receiptLimit = 1_000;

/** What a batch has recorded so far. */
export interface Staged {
  names: Names;
  unitIds: Set<string>;
  personIds: Set<string>;
  addedCount: number;
  /** Ids of acts that this batch added, as many as a receipt lists. */
  added: string[];
  duplicates: string[];
  /** Resolved but not written yet: what a withdrawal in the same batch may name. Null in bulk, where each piece is written before the next. */
  pending: Map<string, Target> | null;
}

interface Target {
  kind: string;
  subjects: Subject[];
  actor?: Actor;
}

/** Acts with their references resolved, and the subjects they concern. */
export interface Resolved {
  prepared: Prepared;
  subjects: Subject[];
  /** The act that this one withdraws was done by this unit. */
  actorOfWithdrawn?: Actor;
}

/**
 * Leaves out acts that the journal already holds (posting twice is harmless; the same id with other content is refused),
 * resolves the rest. Withdrawing acts whose target is not recorded yet come back as `waiting`.
 */
export async function resolveActs(
  batch: Batch,
  staged: Staged,
  acts: readonly Prepared[],
): Promise<{ ready: Resolved[]; waiting: Prepared[] }> {
  const { client } = batch.tx;
  await staged.names.load(client, acts);
  const stored = await storedActs(
    batch,
    acts.map(({ id }) => id),
  );
  const targets = await targetsOf(batch, acts);
  const ready: Resolved[] = [];
  const waiting: Prepared[] = [];
  const seen = new Set<string>();
  for (const prepared of acts) {
    const existing = stored.get(prepared.id);
    if (existing?.content_key.equals(batch.vault.contentKey(contentText(prepared.sent)))) {
      staged.duplicates.push(prepared.id);
      continue;
    }
    const found = batch.problems.length;
    staged.names.resolve(prepared, batch.problems);
    if (batch.problems.length > found) continue;
    if (existing !== undefined || seen.has(prepared.id) || staged.pending?.has(prepared.id)) {
      if (existing !== undefined && (await sayTheSame(batch, prepared, existing))) staged.duplicates.push(prepared.id);
      else
        batch.problems.push({
          ...where(prepared),
          field: 'id',
          code: 'act.id-reused',
          message: `The journal holds another act with the id ${prepared.id}.`,
        });
      continue;
    }
    const withdraws = prepared.envelope.withdraws;
    const target = withdraws ? (targets.get(withdraws) ?? staged.pending?.get(withdraws)) : undefined;
    if (withdraws && target === undefined) {
      waiting.push(prepared);
      continue;
    }
    // To take a decision back is as much as to record it.
    if (target !== undefined) refuseOthersKinds(batch.bound, kindNamed(batch, target.kind));
    seen.add(prepared.id);
    const subjects = distinctSubjects([...prepared.kind.subjects(prepared.body as never), ...(target?.subjects ?? [])]);
    ready.push({ prepared, subjects, actorOfWithdrawn: target?.actor });
    staged.pending?.set(prepared.id, {
      kind: prepared.kind.kind,
      subjects,
      actor: prepared.envelope.actor ?? undefined,
    });
  }
  return { ready, waiting };
}

/** Writes resolved acts to the journal and notes whom they touch. */
export async function recordActs(
  batch: Batch,
  staged: Staged,
  acts: readonly Resolved[],
  lines: LineCache,
  paths: Paths,
): Promise<void> {
  const { client } = batch.tx;
  const actors = new Actors(batch.register, lines);
  for (const { prepared } of acts) actors.notice(prepared);
  await actors.load(client, acts);
  const named = acts.map(({ prepared }) =>
    unitsNamed(batch.register, [{ kind: prepared.kind.kind, body: prepared.body }]),
  );
  await paths.load(
    client,
    named.flatMap((units) => [...units]),
  );
  const scopes = await personScopes(batch, staged, acts);
  for (const scope of scopes.values()) requireInScope(batch, scope);
  // A unit that the act changes, beside those it only names: by naming the own unit as successor a stranger's would be ended.
  for (const { subjects } of acts)
    for (const { type, id } of subjects) if (type === 'unit') requireInScope(batch, paths.of(id) ?? batch.posterScope);
  const recordables = acts.map(({ prepared, subjects, actorOfWithdrawn }, i): Recordable => {
    const actor = prepared.envelope.actor ??
      actorOfWithdrawn ?? { unit: actors.competent(prepared, subjects), body: 'committee' as const };
    const subjectId = (subjects.find(({ type }) => type === 'person') ?? subjects[0])?.id ?? prepared.id;
    const { body, rows: values } = concealBody(
      prepared.kind.schema,
      prepared.body,
      { id: prepared.id, subjectId },
      batch.vault,
    );
    const scope = joinPaths(
      [paths.scope(named[i] ?? []), ...subjects.map(({ id }) => scopes.get(id))].filter((path) => path !== '|'),
    );
    return { prepared, actor, body, values, subjects, scope };
  });
  await insertActs(batch, recordables);
  for (const { prepared, subjects } of recordables) {
    if (staged.addedCount++ < receiptLimit) staged.added.push(prepared.id);
    for (const { type, id } of subjects) (type === 'unit' ? staged.unitIds : staged.personIds).add(id);
  }
}

interface StoredAct extends Record<string, unknown> {
  content_key: Buffer;
}

async function storedActs(batch: Batch, ids: readonly string[]): Promise<Map<string, StoredAct>> {
  const { rows } = await batch.tx.client.query({
    name: 'acts-by-id',
    text: 'select * from act where id = any($1::uuid[])',
    values: [ids],
  });
  return new Map(rows.map((row) => [row.id, row]));
}

/** Whether an act already recorded says the same as one sent again in other words (codes for ids, sealed values for plain ones). */
async function sayTheSame(batch: Batch, prepared: Prepared, row: StoredAct): Promise<boolean> {
  const { kind, effectiveOn, withdraws, after, note, paper, actor, body } = actFromRow(row);
  const { envelope } = prepared;
  const sent = {
    kind: prepared.kind.kind,
    effectiveOn: envelope.effectiveOn,
    withdraws: envelope.withdraws ?? null,
    after: envelope.after ?? null,
    note: envelope.note ?? null,
    paper: envelope.paper ?? null,
    actor: envelope.actor ?? actor,
    body: prepared.body,
  };
  const stored = { kind, effectiveOn, withdraws, after, note, paper, actor, body };
  if (sameContent(sent, stored)) return true;
  const values = await batch.tx.client.query('select ref, cipher from sensitive_value where act_id = $1', [
    prepared.id,
  ]);
  return (
    values.rows.length > 0 &&
    sameContent(sent, { ...stored, body: revealBody(prepared.kind.schema, body, values.rows, batch.vault) })
  );
}

async function targetsOf(batch: Batch, acts: readonly Prepared[]): Promise<Map<string, Target>> {
  const ids = acts.flatMap(({ envelope }) => (envelope.withdraws ? [envelope.withdraws] : []));
  if (ids.length === 0) return new Map();
  const { rows } = await batch.tx.client.query(
    `select a.id, a.kind, a.actor, coalesce(json_agg(json_build_object('type', s.role, 'id', s.subject_id)) filter (where s.role in ('unit', 'person')), '[]') as subjects
     from act a left join act_subject s on s.act_id = a.id where a.id = any($1::uuid[]) group by a.id`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, { kind: row.kind, subjects: row.subjects, actor: row.actor }]));
}

/** A kind that this version does not know any more is taken back under its bare name. */
function kindNamed({ register }: Batch, kind: string): Pick<ActKind, 'kind' | 'title'>[] {
  return [register.kinds.get(kind) ?? { kind, title: { vi: kind, en: kind } }];
}

async function personScopes(batch: Batch, staged: Staged, acts: readonly Resolved[]): Promise<Map<string, string>> {
  const ids = acts.flatMap(({ subjects }) =>
    subjects.filter(({ type, id }) => type === 'person' && !staged.names.isNew(id)).map(({ id }) => id),
  );
  if (ids.length === 0) return new Map();
  const { rows } = await batch.tx.client.query(
    'select person_id, scope from person where person_id = any($1::uuid[])',
    [ids],
  );
  return new Map(rows.map((row) => [row.person_id, row.scope]));
}

/**
 * Whoever is known already has to be known to the poster: by naming the own unit beside a stranger (a post in it, a stay
 * there) the stranger's record would come into sight.
 */
function requireInScope({ posterScope }: Batch, scope: string): void {
  if (!scope.includes(posterScope)) throw outsideScope();
}

/** Withdrawals that name an act nobody recorded. */
export function unknownTargets(batch: Batch, waiting: readonly Prepared[]): void {
  for (const act of waiting)
    batch.problems.push({
      ...where(act),
      field: 'withdraws',
      code: 'act.unknown',
      message: `There is no act ${act.envelope.withdraws} to withdraw.`,
    });
}

export function emptyStage(names: Names, bulk: boolean): Staged {
  return {
    names,
    pending: bulk ? null : new Map(),
    unitIds: new Set(),
    personIds: new Set(),
    addedCount: 0,
    added: [],
    duplicates: [],
  };
}
