import { today } from '#/platform/day.ts';
import { inTransaction, wholeTenant } from '#/platform/db/transaction.ts';
import type { FactRows } from '../facts/table.ts';
import { diffFacts, loadFacts, type TableDiff } from '../facts/write.ts';
import { linesOf, unitLine } from '../tree/lines.ts';
import { Paths } from '../tree/paths.ts';
import { LineCache } from '../tree/superior.ts';
import type { Batch } from './batch.ts';
import { spellsAbove } from './line-phase.ts';
import { foldPersonFacts } from './person-phase.ts';
import type { Journal } from './posting.ts';
import { foldUnits } from './unit-phase.ts';
import { verifyBeliefs } from './verify-beliefs.ts';
import { verifyScopes } from './verify-scopes.ts';

/** A fact that the journal does not bear out, or one that it gives and the tables lack. */
export interface FactFinding {
  table: string;
  subjectId: string;
  actId: string;
  what: 'unfounded' | 'missing' | 'fold';
  message: string;
}

const atOnce = 2_000;
const findingLimit = 100;

/** Folds the whole journal again and compares with the stored facts. Reads only. */
export async function verifyFacts(journal: Journal, progress?: (done: number) => void): Promise<FactFinding[]> {
  return inTransaction(journal.pool, { actor: 'verify', scope: wholeTenant, readOnly: true }, async (tx) => {
    const head = await tx.client.query('select last_recorded_at from journal_head');
    const { register, rulebook, vault, tenant } = journal;
    const batch: Batch = {
      tx,
      register,
      rulebook,
      vault,
      tenant,
      recordedAt: head.rows[0].last_recorded_at,
      recordedBy: 'verify',
      posterScope: wholeTenant,
      bound: undefined,
      source: { via: 'api' },
      today: today(journal.clock),
      problems: [],
      unitKinds: new Map(),
      warnings: [],
      afterwards: new Map(),
    };
    const findings: FactFinding[] = [];
    const lives = await verifyUnits(batch, findings);
    const work = { lives, lines: new LineCache(), paths: new Paths(), isNew: () => false, staleActs: null };
    const persons = await tx.client.query(
      "select distinct subject_id from act_subject where role = 'person' union select person_id from person",
    );
    const ids = persons.rows.map((row) => row.subject_id as string);
    const tables = register.tables.filter(({ subject }) => subject === 'person');
    for (let i = 0; i < ids.length && findings.length < findingLimit; i += atOnce) {
      const piece = ids.slice(i, i + atOnce);
      const facts = await foldPersonFacts(batch, piece, work);
      for (const table of tables) {
        const stored = [...(await loadFacts(tx.client, table, piece)).values()].flat();
        compare(
          diffFacts(
            table,
            stored,
            piece.flatMap((id) => facts.get(id)?.[table.name] ?? []),
          ),
          findings,
        );
      }
      progress?.(Math.min(i + atOnce, ids.length));
    }
    for (const { actId = '', message } of batch.problems)
      findings.push({ table: 'act', subjectId: '', actId, what: 'fold', message });
    await verifyBeliefs(tx.client, register.tables, findings);
    // Judged by the facts, so only where these are right.
    if (findings.length === 0) await verifyScopes(batch, findings);
    return findings.slice(0, findingLimit);
  });
}

async function verifyUnits(batch: Batch, findings: FactFinding[]) {
  const { client } = batch.tx;
  const { rows } = await client.query(
    "select distinct subject_id from act_subject where role = 'unit' union select unit_id from unit_life",
  );
  const ids: string[] = rows.map((row) => row.subject_id);
  const phase = await foldUnits(batch, new Set(ids));
  for (const diff of phase.diffs) if (diff.table !== unitLine) compare(diff, findings);
  const tree = await spellsAbove(batch, [], phase.facts as ReadonlyMap<string, FactRows>);
  const stored = [...(await loadFacts(client, unitLine, ids)).values()].flat();
  compare(
    diffFacts(
      unitLine,
      stored,
      ids.flatMap((id) => linesOf(id, tree, batch.problems)),
    ),
    findings,
  );
  return new Map(phase.lives);
}

function compare({ table, added, removed }: TableDiff, findings: FactFinding[]): void {
  for (const row of added)
    findings.push(
      finding(
        table.name,
        String(row[table.subjectColumn]),
        row.act_id,
        'missing',
        'The journal gives this fact; the table lacks it.',
      ),
    );
  for (const { row } of removed)
    findings.push(
      finding(
        table.name,
        String(row[table.subjectColumn]),
        row.act_id,
        'unfounded',
        'The table holds this fact; the journal does not give it.',
      ),
    );
}

function finding(
  table: string,
  subjectId: string,
  actId: string,
  what: FactFinding['what'],
  message: string,
): FactFinding {
  return { table, subjectId, actId, what, message };
}
