import type { PoolClient } from 'pg';
import type { Act, SubjectType } from '../journal/act.ts';
import { actFromRow } from '../journal/line.ts';
import { schemaPaths, visitPath } from '../journal/schema-paths.ts';
import type { Register } from '../register.ts';
import type { UnitLife } from './succession.ts';
import { parseRange } from './table.ts';

/** An act as loaded for a fold, with the paths under which it may be seen now. */
export interface LoadedAct {
  act: Act;
  scope: string;
}

/** All acts of each subject, whoever recorded them: a fold must be complete, so the caller's scope is the whole tenant here. */
export async function loadActs(
  client: PoolClient,
  type: SubjectType,
  subjectIds: readonly string[],
): Promise<Map<string, LoadedAct[]>> {
  const acts = new Map<string, LoadedAct[]>(subjectIds.map((id) => [id, []]));
  if (subjectIds.length === 0) return acts;
  const { rows } = await client.query({
    name: 'acts-of-subjects',
    text: `select s.subject_id, a.id, a.kind, a.effective_on, a.after_id, a.withdraws_id, a.actor, a.paper, a.note, a.body, a.recorded_at, a.recorded_by,
        a.source, a.scope
      from act_subject s join act a on a.id = s.act_id where s.subject_id = any($1::uuid[]) and s.role = $2`,
    values: [subjectIds, type],
  });
  for (const row of rows) acts.get(row.subject_id)?.push({ act: actFromRow(row), scope: row.scope });
  return acts;
}

/** Every unit that the acts name, in whatever field. */
export function unitsNamed(register: Register, acts: Iterable<Pick<Act, 'kind' | 'body'>>): Set<string> {
  const units = new Set<string>();
  for (const { kind, body } of acts) {
    const declared = register.kinds.get(kind);
    if (declared === undefined) continue;
    for (const { path, meta } of schemaPaths(declared.schema)) {
      if (meta.refers === 'unit') visitPath(body, path, (value) => typeof value === 'string' && units.add(value));
      if (meta.introduces === 'unit') visitPath(body, path, (value) => units.add((value as { id: string }).id));
    }
  }
  return units;
}

/** The lives of units and of all that came after them, as the database holds them. */
export async function loadLives(client: PoolClient, unitIds: Iterable<string>): Promise<Map<string, UnitLife>> {
  const lives = new Map<string, UnitLife>();
  const { rows } = await client.query({
    name: 'lives-with-successors',
    text: `with recursive reach as (
      select unit_id, valid, successor_id, end_act_id, act_id from unit_life where unit_id = any($1::uuid[])
      union select l.unit_id, l.valid, l.successor_id, l.end_act_id, l.act_id from unit_life l join reach r on l.unit_id = r.successor_id
    ) select * from reach`,
    values: [[...unitIds]],
  });
  for (const row of rows) lives.set(row.unit_id, lifeOf(row));
  return lives;
}

export function lifeOf(row: { valid: string; successor_id: string | null; end_act_id: string | null }): UnitLife {
  const { from, to } = parseRange(row.valid);
  return { from: from as string, to, successorId: row.successor_id, endActId: row.end_act_id };
}

/** Whether a unit began or ended otherwise than before, so that those who stood in it have to be folded again. */
export function livesDiffer(before: UnitLife | null, after: UnitLife | null): boolean {
  if (before === null || after === null) return before !== after;
  return (
    before.from !== after.from ||
    before.to !== after.to ||
    before.successorId !== after.successorId ||
    before.endActId !== after.endActId
  );
}
