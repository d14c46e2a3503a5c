import { today } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import { deriveFor } from '../facts/derived.ts';
import type { LoadedAct } from '../facts/load.ts';
import { type Contributions, contributions, moveTallies, rebuildTallies, tablesOfTallies } from '../figures/tally.ts';
import { Paths, placeWhatCame } from '../tree/paths.ts';
import { LineCache } from '../tree/superior.ts';
import type { Act } from './act.ts';
import { type Batch, problemLimit } from './batch.ts';
import { checkActs, checkPersonActs, checkUnitActs, judgeWhole } from './check-phase.ts';
import { headDay } from './head-day.ts';
import { foldPersons, loadPersons, type PersonWork, scopeActs, writePersons } from './person-phase.ts';
import { requireScope, scopeOf } from './poster-scope.ts';
import type { Journal, Poster, PreparedBatch, Receipt } from './posting.ts';
import type { Prepared } from './prepare.ts';
import { refuse, refuseBatch } from './refuse.ts';
import { rehearsePersons } from './rehearse.ts';
import {
  emptyStage,
  type Resolved,
  receiptLimit,
  recordActs,
  resolveActs,
  type Staged,
  unknownTargets,
} from './stage.ts';
import { foldUnits } from './unit-phase.ts';
import { unitsTouched, writeUnits } from './write-units.ts';

const personsAtOnce = 2_000;

/** One batch, from the lock of the head to the last check; the caller commits. */
export async function runBatch(journal: Journal, poster: Poster, input: PreparedBatch, tx: Tx): Promise<Receipt> {
  const batch = await begin(journal, poster, tx);
  try {
    return await runBegun(journal, input, batch);
  } catch (error) {
    // What is wrong with it would tell of units that are none of the poster's business.
    if (error instanceof Problem) await requireScope(batch, 'known');
    throw error;
  }
}

async function runBegun(journal: Journal, input: PreparedBatch, batch: Batch): Promise<Receipt> {
  const { tx } = batch;
  const staged = emptyStage(input.names, input.bulk);
  // Keys and indexes of person facts go up after the rows are in; checks, which ask these tables, then come last.
  const isFirstLoad = input.bulk && !input.isRehearsal && (await isEmpty(tx));
  if (isFirstLoad) await tx.client.query('select bulk_begin()');
  const { figures } = journal.register;

  const first = await recordUnitActs(batch, staged, input.units);

  const phase = await foldUnits(batch, staged.unitIds);
  for (const id of phase.persons) staged.personIds.add(id);
  await refuseBatch(batch);

  let before: Contributions | null = null;
  let pieces: AsyncIterable<Resolved[]> | Iterable<Resolved[]> = resolvePieces(
    batch,
    staged,
    ahead(input.persons),
    first.waiting,
  );
  if (!input.bulk && !input.isRehearsal) {
    const early = await all(pieces);
    pieces = early;
    refuse(batch.problems);
    before = await contributions(tx.db, figures, {
      personIds: personsOf(staged, early),
      unitIds: unitsTouched(phase, tablesOfTallies(tx.db, figures)),
    });
  }

  await writeUnits(batch, phase);
  const work = {
    lives: new Map(phase.lives),
    lines: new LineCache(),
    paths: new Paths(),
    isNew: (id: string) => isFirstLoad || staged.names.isNew(id),
    staleActs: isFirstLoad ? new Set<string>() : null,
  };
  if (input.isRehearsal) await rehearsePersons(batch, staged, pieces, work, input.progress);
  else
    for await (const piece of pieces) {
      await recordActs(batch, staged, piece, work.lines, work.paths);
      input.progress?.('record', staged.addedCount);
      refuse(batch.problems);
    }
  await refoldPersons(batch, staged, work, { ...input, checks: !isFirstLoad });
  await refuseBatch(batch);
  if (isFirstLoad) await endFirstLoad(batch, work);
  if (before === null && !input.isRehearsal) await rebuildTallies(tx.db, figures);
  if (before !== null) await moveTallies(tx.db, figures, before);
  await checkUnitActs(batch, first.ready);
  await checkAfters(batch);
  await judgeWhole(batch);
  await refuseBatch(batch);
  await tx.client.query('set constraints all immediate');
  await requireScope(batch);
  await input.beforeCommit?.(tx, batch, staged);
  if (staged.addedCount > 0) await tx.client.query('update journal_head set last_recorded_at = $1', [batch.recordedAt]);
  return receiptOf(batch, staged);
}

/** Records what concerns units; what a withdrawal waits for may itself be one, whichever stands first in the batch. */
async function recordUnitActs(
  batch: Batch,
  staged: Staged,
  units: readonly Prepared[],
): Promise<{ ready: Resolved[]; waiting: Prepared[] }> {
  const ready: Resolved[] = [];
  for (let waiting = [...units]; ; ) {
    const round = await resolveActs(batch, staged, waiting);
    refuse(batch.problems);
    await recordActs(batch, staged, round.ready, new LineCache(), new Paths());
    for (const act of round.ready) ready.push(act); // spread, 200,000 of them would overflow the stack
    waiting = round.waiting;
    if (waiting.length === 0 || round.ready.length === 0) return { ready, waiting };
  }
}

function receiptOf({ recordedAt, recordedBy, warnings }: Batch, staged: Staged): Receipt {
  const added = staged.addedCount;
  return {
    recordedAt,
    recordedBy,
    added,
    acts: added <= receiptLimit ? staged.added : [],
    duplicates: staged.duplicates.length,
    warnings,
  };
}

/** Everybody whose facts the batch may change. */
function personsOf(staged: Staged, pieces: readonly Resolved[][]): string[] {
  const subjects = pieces.flat().flatMap((act) => act.subjects);
  return [...new Set([...staged.personIds, ...subjects.filter(({ type }) => type === 'person').map(({ id }) => id)])];
}

/** The same pieces, each asked for while the one before it is being worked at. */
async function* ahead<T>(pieces: AsyncIterable<T> | Iterable<T>): AsyncGenerator<T> {
  const source = Symbol.asyncIterator in pieces ? pieces[Symbol.asyncIterator]() : pieces[Symbol.iterator]();
  let next = unhandledLater(Promise.resolve(source.next()));
  for (;;) {
    const { done, value } = await next;
    if (done) return;
    next = unhandledLater(Promise.resolve(source.next()));
    yield value;
  }
}

async function all<T>(pieces: AsyncIterable<T> | Iterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const piece of pieces) list.push(piece);
  return list;
}

async function endFirstLoad(batch: Batch, { staleActs }: PersonWork): Promise<void> {
  await batch.tx.client.query('set constraints all immediate');
  await batch.tx.client.query('select bulk_end()');
  await deriveFor(batch.tx, batch.register.derived, null);
  await scopeActs(batch, [...(staleActs ?? [])]);
  await checkPersonActs(batch);
}

/** The time of recording is taken under the lock of the head, which the batch holds to its end: batches follow one another. */
async function begin(journal: Journal, poster: Poster, tx: Tx): Promise<Batch> {
  const { rows } = await tx.client.query(
    `select greatest($1::timestamptz, last_recorded_at + interval '1 microsecond') as now, ${headDay} as last_day from journal_head for update`,
    [journal.clock.now().toISOString()],
  );
  const { register, rulebook, vault, tenant } = journal;
  await placeWhatCame(tx.client, rows[0].last_day, today(journal.clock), register.tables);
  return {
    tx,
    register,
    rulebook,
    vault,
    tenant,
    recordedAt: rows[0].now,
    recordedBy: poster.actor,
    posterScope: scopeOf(journal, poster),
    bound: journal.bound,
    source: poster.source,
    today: today(journal.clock),
    problems: [],
    unitKinds: new Map(),
    warnings: [],
    afterwards: new Map(),
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

/**
 * Folds everybody the batch touches and writes what changed, some thousands at a time. The next piece is asked for
 * before this one is written, and folded while the database writes: of two processors, both work.
 */
async function refoldPersons(
  batch: Batch,
  staged: Staged,
  work: PersonWork,
  input: Pick<PreparedBatch, 'progress'> & { checks: boolean },
): Promise<void> {
  const ids = [...staged.personIds].toSorted();
  const piece = (at: number) => unhandledLater(loadPersons(batch, ids.slice(at, at + personsAtOnce), work));
  let loading = piece(0);
  let writing: Promise<void> = Promise.resolve();
  for (let i = 0; i < ids.length; i += personsAtOnce) {
    const loaded = await loading;
    const isLast = i + personsAtOnce >= ids.length;
    if (!isLast) loading = piece(i + personsAtOnce);
    const facts = await foldPersons(batch, loaded, work);
    await writing;
    writing = unhandledLater(writePersons(batch, loaded, facts, work));
    if (input.checks && batch.problems.length === 0) {
      await writing;
      await checkActs(batch, newPersonActs(batch, loaded));
    }
    input.progress?.('fold', Math.min(i + personsAtOnce, ids.length));
    if (batch.problems.length >= problemLimit) break;
  }
  await writing;
  await loading;
}

/** A promise that is awaited further down; until then its failure is nobody's, and must not end the process. */
function unhandledLater<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}

/** The acts of this batch among those loaded that are about persons only; acts about units have their checks elsewhere. */
function newPersonActs(batch: Batch, loaded: ReadonlyMap<string, LoadedAct[]>): Act[] {
  const acts = [...loaded.values()].flat().map(({ act }) => act);
  return acts.filter(
    ({ recordedAt, kind }) => recordedAt === batch.recordedAt && batch.register.kinds.get(kind)?.unit === undefined,
  );
}

async function isEmpty({ client }: Tx): Promise<boolean> {
  return (await client.query('select from act limit 1')).rowCount === 0;
}

/** What an act says it came after has to be there, in this batch or before; it may have been withdrawn since. */
async function checkAfters({ tx, recordedAt, problems }: Batch): Promise<void> {
  const { rows } = await tx.client.query(
    `select a.id, a.after_id from act a
     where a.recorded_at = $1::timestamptz and a.after_id is not null and not exists (select from act b where b.id = a.after_id)
     order by (a.source ->> 'line')::int, a.id limit ${problemLimit}`,
    [recordedAt],
  );
  for (const { id, after_id } of rows)
    problems.push({
      actId: id,
      field: 'after',
      code: 'after.unknown',
      message: `There is no act ${after_id} that this one could come after.`,
    });
}
