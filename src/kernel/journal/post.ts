import type { Pool } from 'pg';
import type { Clock } from '#/platform/clock.ts';
import { today } from '#/platform/day.ts';
import { inTransaction, type Tx, wholeTenant } from '#/platform/db/transaction.ts';
import { type FieldProblem, Problem } from '#/platform/errors.ts';
import { addFacts, removeFacts } from '../facts/write.ts';
import { type Contributions, contributions, moveTallies, rebuildTallies } from '../figures/tally.ts';
import type { Register } from '../register.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { writeDirectory } from '../tree/directory.ts';
import { Paths, placeInToday } from '../tree/paths.ts';
import { LineCache } from '../tree/superior.ts';
import type { ActInput, Source } from './act.ts';
import { type Batch, problemLimit } from './batch.ts';
import { checkActs } from './check-phase.ts';
import { constraintProblem } from './constraint.ts';
import { actFromRow } from './line.ts';
import { Names } from './names.ts';
import { refoldPersons } from './person-phase.ts';
import { type Prepared, prepareAct } from './prepare.ts';
import { emptyStage, type Resolved, recordActs, resolveActs, type Staged, unknownTargets } from './stage.ts';
import { foldUnits, type UnitPhase } from './unit-phase.ts';
import type { Vault } from './vault.ts';

/** What posting needs, for one tenant. */
export interface Journal {
  pool: Pool;
  register: Register;
  rulebook: Rulebook;
  vault: Vault;
  tenant: string;
  clock: Clock;
}

export interface Poster {
  actor: string;
  /** Acts outside this part of the tree are refused. */
  scope?: string;
  source: Source;
}

/** What the poster keeps: when it was recorded, what was new, what rules it was warned of. */
export interface Receipt {
  recordedAt: string;
  recordedBy: string;
  added: number;
  /** Ids, for batches small enough to list. */
  acts: string[];
  duplicates: number;
  warnings: FieldProblem[];
}

/** Acts whose form is right, in the order a batch needs: those about units first, then those about persons, in pieces. */
export interface PreparedBatch {
  names: Names;
  units: Prepared[];
  persons: AsyncIterable<Prepared[]> | Iterable<Prepared[]>;
  /** Many acts: tallies are rebuilt instead of kept up row by row, and persons are read in pieces. */
  bulk: boolean;
  /** Called now and then with what has been done. */
  progress?: (step: 'record' | 'fold', done: number) => void;
  /** Work of the same transaction, before the commit (an import notes itself). */
  beforeCommit?: (tx: Tx, batch: Batch, staged: Staged) => Promise<void>;
}

const personsAtOnce = 2_000;

/** Posts acts as one atomic batch: all are recorded, or none and every fault is named. */
export async function post(journal: Journal, poster: Poster, inputs: readonly ActInput[]): Promise<Receipt> {
  const problems: FieldProblem[] = [];
  const names = new Names();
  const prepared: Prepared[] = [];
  for (const input of inputs) {
    const act = prepareAct(input, null, journal.register, journal.vault, { tenant: journal.tenant }, problems);
    if (act === null) continue;
    names.introduce(act, problems);
    prepared.push(act);
  }
  refuse(problems);
  const units = prepared.filter((act) => isUnitAct(act));
  const persons = prepared.filter((act) => !isUnitAct(act));
  return postPrepared(journal, poster, {
    names,
    units,
    persons: persons.length > 0 ? [persons] : [],
    bulk: inputs.length > 5_000,
  });
}

/** Whether an act goes with the first part of a batch: it shapes units, or withdraws something (which may). */
export function isUnitAct(act: Prepared): boolean {
  return act.kind.unit !== undefined || Boolean(act.envelope.withdraws);
}

export async function postPrepared(journal: Journal, poster: Poster, input: PreparedBatch): Promise<Receipt> {
  try {
    return await inTransaction(journal.pool, { actor: poster.actor, scope: wholeTenant }, (tx) =>
      run(journal, poster, input, tx),
    );
  } catch (error) {
    throw constraintProblem(error);
  }
}

async function run(journal: Journal, poster: Poster, input: PreparedBatch, tx: Tx): Promise<Receipt> {
  const batch = await begin(journal, poster, tx);
  const staged = emptyStage(input.names, input.bulk);
  const { figures } = journal.register;

  const first = await resolveActs(batch, staged, input.units);
  refuse(batch.problems);
  await recordActs(batch, staged, first.ready, new LineCache(), new Paths());
  let waiting = first.waiting;

  const phase = await foldUnits(batch, staged.unitIds);
  for (const id of phase.persons) staged.personIds.add(id);
  await refuseBatch(batch);

  let before: Contributions | null = null;
  let pieces: AsyncIterable<Resolved[]> | Iterable<Resolved[]>;
  if (input.bulk) pieces = resolvePieces(batch, staged, input.persons, waiting);
  else {
    const early: Resolved[][] = [];
    for await (const piece of resolvePieces(batch, staged, input.persons, waiting)) early.push(piece);
    refuse(batch.problems);
    const persons = new Set(staged.personIds);
    for (const { subjects } of early.flat())
      for (const { type, id } of subjects) if (type === 'person') persons.add(id);
    before = await contributions(tx.db, figures, { personIds: [...persons], unitIds: unitsTouched(phase) });
    pieces = early;
  }

  await writeUnits(batch, phase);
  const work = {
    lives: new Map(phase.lives),
    lines: new LineCache(),
    paths: new Paths(),
    isNew: (id: string) => staged.names.isNew('person', id),
  };
  for await (const piece of pieces) {
    await recordActs(batch, staged, piece, work.lines, work.paths);
    input.progress?.('record', staged.added.length);
    refuse(batch.problems);
  }
  waiting = [];
  await foldPersons(batch, staged, work, input);
  await refuseBatch(batch);
  if (before === null) await rebuildTallies(tx.db, figures);
  else await moveTallies(tx.db, figures, before);
  await checkUnitActs(batch, first.ready);
  await refuseBatch(batch);
  await tx.client.query('set constraints all immediate');
  await requireScope(batch, poster);
  await input.beforeCommit?.(tx, batch, staged);
  if (staged.added.length > 0)
    await tx.client.query('update journal_head set last_recorded_at = $1', [batch.recordedAt]);
  return {
    recordedAt: batch.recordedAt,
    recordedBy: batch.recordedBy,
    added: staged.added.length,
    acts: staged.added.length <= 1_000 ? staged.added : [],
    duplicates: staged.duplicates.length,
    warnings: batch.warnings,
  };
}

/** The time of recording is taken under the lock of the head, which the batch holds to its end: batches follow one another. */
async function begin(journal: Journal, poster: Poster, tx: Tx): Promise<Batch> {
  const { rows } = await tx.client.query(
    `select greatest($1::timestamptz, last_recorded_at + interval '1 microsecond') as now from journal_head for update`,
    [journal.clock.now().toISOString()],
  );
  const { register, rulebook, vault, tenant } = journal;
  return {
    tx,
    register,
    rulebook,
    vault,
    tenant,
    recordedAt: rows[0].now,
    recordedBy: poster.actor,
    source: poster.source,
    today: today(journal.clock),
    problems: [],
    unitKinds: new Map(),
    warnings: [],
  };
}

/** Resolves piece by piece; withdrawals that waited for an act of this batch come last, as often as one frees another. */
async function* resolvePieces(
  batch: Batch,
  staged: Staged,
  pieces: AsyncIterable<Prepared[]> | Iterable<Prepared[]>,
  waiting: Prepared[],
): AsyncGenerator<Resolved[]> {
  let late = [...waiting];
  for await (const piece of pieces) {
    const { ready, waiting: more } = await resolveActs(batch, staged, piece);
    late.push(...more);
    yield ready;
  }
  while (late.length > 0) {
    const { ready, waiting: still } = await resolveActs(batch, staged, late);
    if (ready.length === 0) {
      unknownTargets(batch, still);
      return;
    }
    yield ready;
    late = still;
  }
}

/** Units whose own facts, or whose lines, are written anew. */
function unitsTouched(phase: UnitPhase): string[] {
  return [...new Set([...phase.facts.keys(), ...phase.moved])];
}

async function writeUnits(batch: Batch, phase: UnitPhase): Promise<void> {
  const { client } = batch.tx;
  if (phase.facts.size === 0) return;
  for (const { table, removed } of phase.diffs) await removeFacts(client, table, removed, batch.recordedAt);
  await placeInToday(client, [...phase.facts.keys()], phase.facts, phase.lives, batch.today, batch.register.tables);
  const paths = new Paths();
  await paths.load(client, phase.facts.keys());
  for (const { table, added } of phase.diffs)
    await addFacts(client, table, added, batch.recordedAt, (row) => paths.scope([row[table.subjectColumn] as string]));
  const codes = [...phase.facts.values()].flatMap((rows) => rows.unit_code ?? []);
  await writeDirectory(client, batch.tenant, [...phase.facts.keys()], codes);
  // Acts about units that had no place in the tree when they were written.
  await client.query(
    `update act a set scope = u.paths from (
       select s.act_id, string_agg(distinct p.path, '' order by p.path) as paths
       from act b join act_subject s on s.act_id = b.id join unit_scope p on p.unit_id = s.subject_id
       where b.recorded_at = $1::timestamptz group by s.act_id
     ) u where a.id = u.act_id and a.scope <> u.paths`,
    [batch.recordedAt],
  );
}

async function foldPersons(
  batch: Batch,
  staged: Staged,
  work: Parameters<typeof refoldPersons>[2],
  input: PreparedBatch,
): Promise<void> {
  const ids = [...staged.personIds].toSorted();
  const checked = new Set<string>();
  for (let i = 0; i < ids.length; i += personsAtOnce) {
    const acts = await refoldPersons(batch, ids.slice(i, i + personsAtOnce), work);
    const fresh = acts.filter((act) => act.recordedAt === batch.recordedAt && !checked.has(act.id));
    for (const act of fresh) if (batch.register.kinds.get(act.kind)?.unit !== undefined) checked.add(act.id);
    const own = fresh.filter((act) => batch.register.kinds.get(act.kind)?.unit === undefined);
    if (batch.problems.length === 0) await checkActs(batch, own);
    input.progress?.('fold', Math.min(i + personsAtOnce, ids.length));
    if (batch.problems.length >= problemLimit) return;
  }
}

async function checkUnitActs(batch: Batch, acts: readonly Resolved[]): Promise<void> {
  const ids = acts
    .filter(({ prepared }) => prepared.kind.check !== undefined && prepared.kind.unit !== undefined)
    .map(({ prepared }) => prepared.id);
  if (ids.length === 0) return;
  const { rows } = await batch.tx.client.query('select * from act where id = any($1::uuid[])', [ids]);
  await checkActs(batch, rows.map(actFromRow));
}

/** A poster with a part of the tree may not record outside it. */
async function requireScope(batch: Batch, poster: Poster): Promise<void> {
  if (poster.scope === undefined || poster.scope === wholeTenant) return;
  const { rows } = await batch.tx.client.query(
    'select id from act where recorded_at = $1::timestamptz and strpos(scope, $2) = 0 limit 1',
    [batch.recordedAt, poster.scope],
  );
  if (rows.length > 0)
    throw new Problem('scope.outside', 'This concerns a unit outside your part of the tree.', { status: 404 });
}

/** Refuses the batch where the fold found faults, with the line of each act that came from a file. */
async function refuseBatch(batch: Batch): Promise<void> {
  const nameless = batch.problems
    .filter(({ line, actId }) => line === undefined && actId !== undefined)
    .slice(0, problemLimit);
  if (nameless.length > 0) {
    const { rows } = await batch.tx.client.query(
      "select id, (source->>'line')::int as line from act where id = any($1::uuid[]) and recorded_at = $2::timestamptz and source ? 'line'",
      [nameless.map(({ actId }) => actId), batch.recordedAt],
    );
    const lines = new Map(rows.map((row) => [row.id, row.line]));
    for (const problem of nameless) if (lines.has(problem.actId)) problem.line = lines.get(problem.actId);
  }
  refuse(batch.problems);
}

function refuse(problems: readonly FieldProblem[]): void {
  if (problems.length === 0) return;
  const first = problems[0] as FieldProblem;
  const message = problems.length === 1 ? first.message : `${problems.length} faults; the first: ${first.message}`;
  throw new Problem(problems.length === 1 ? first.code : 'batch.refused', message, {
    fields: problems.slice(0, problemLimit),
  });
}
