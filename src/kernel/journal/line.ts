import { hash } from 'node:crypto';
import { canonicalJson } from '#/platform/canonical-json.ts';
import type { Act, Actor, Paper, Source } from './act.ts';

type Line = Record<string, unknown>;

const endKeys = ['recordedAt', 'recordedBy', 'source'] as const;
const frontKeys = ['id', 'kind', 'effectiveOn', 'actor', 'paper', 'withdraws', 'after', 'note'] as const;
const ownKeys: ReadonlySet<string> = new Set([...frontKeys, ...endKeys]);

/** An act as one flat line of the journal file: the envelope's keys, then the kind's own. Empty envelope keys are left out. */
export function toLine(act: Act): Line {
  const line: Line = {};
  for (const key of frontKeys) if (!isEmpty(act[key])) line[key] = act[key];
  for (const key in act.body) {
    // A field of that name would hide what the envelope says, from readers and from the seal.
    if (ownKeys.has(key)) throw new TypeError(`a field of ${act.kind} has the name of an envelope key: ${key}`);
    line[key] = act.body[key];
  }
  for (const key of endKeys) if (!isEmpty(act[key])) line[key] = act[key];
  return line;
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

/** What is sealed of an act: the RFC 8785 text of its line, with when, by whom and from where it was recorded. */
export function canonicalLine(act: Act): string {
  return canonicalJson(toLine(act));
}

/** The sha256 of the canonical line: one leaf of a seal. */
export function leafOf(act: Act): Buffer {
  return hash('sha256', canonicalLine(act), 'buffer');
}

/** A row of the table `act`, read over a connection of ours (days and instants as text), as an act. */
export function actFromRow(row: Record<string, unknown>): Act {
  return {
    id: row.id as string,
    kind: row.kind as string,
    effectiveOn: row.effective_on as string,
    actor: row.actor as Actor,
    paper: row.paper as Paper | null,
    withdraws: row.withdraws_id as string | null,
    after: row.after_id as string | null,
    note: row.note as string | null,
    body: row.body as Record<string, unknown>,
    recordedAt: row.recorded_at as string,
    recordedBy: row.recorded_by as string,
    source: row.source as Source,
  };
}

/** The columns that `actFromRow` reads. */
export const actColumns =
  'id, kind, effective_on, actor, paper, withdraws_id, after_id, note, body, recorded_at, recorded_by, source';
