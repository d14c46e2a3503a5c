import { canonicalJson } from '#/platform/canonical-json.ts';
import { unitsNamed } from '../facts/load.ts';
import type { Subject } from './act.ts';
import type { Batch } from './batch.ts';
import { contentText, type Prepared } from './prepare.ts';
import type { SensitiveRow } from './sensitive.ts';

/** An act ready to be written: resolved, concealed, with its subjects. */
export interface Recordable {
  prepared: Prepared;
  actor: { unit: string | null; body: string; department?: string };
  body: Record<string, unknown>;
  values: SensitiveRow[];
  subjects: Subject[];
  scope: string;
}

/** Writes acts, their subjects and their sensitive values. */
export async function insertActs(batch: Batch, acts: readonly Recordable[]): Promise<void> {
  const { client } = batch.tx;
  for (let i = 0; i < acts.length; i += 2_000) {
    const part = acts.slice(i, i + 2_000);
    await client.query(
      `insert into act (id, kind, effective_on, after_id, withdraws_id, actor, paper, note, body, recorded_at, recorded_by, source, content_key, scope)
       select id, kind, effective_on, after_id, withdraws_id, actor, paper, note, body, $2::timestamptz, $3, source, content_key, scope
       from json_to_recordset($1::json) as a (id uuid, kind text, effective_on date, after_id uuid, withdraws_id uuid, actor jsonb, paper jsonb,
         note text, body jsonb, source jsonb, content_key bytea, scope text)`,
      [JSON.stringify(part.map((act) => actRow(batch, act))), batch.recordedAt, batch.recordedBy],
    );
    await client.query(
      `insert into act_subject (subject_id, act_id, role)
       select * from json_to_recordset($1::json) as s (subject_id uuid, act_id uuid, role text)`,
      [JSON.stringify(part.flatMap((act) => subjectRows(batch, act)))],
    );
    const values = part.flatMap((act) => act.values.map((value) => ({ ...value, scope: act.scope })));
    if (values.length > 0)
      await client.query(
        `insert into sensitive_value (ref, act_id, subject_id, field, cipher, lookup, key_id, scope)
         select ref, act_id, subject_id, field, cipher, lookup, key_id, scope
         from json_to_recordset($1::json) as v (ref uuid, act_id uuid, subject_id uuid, field text, cipher bytea, lookup bytea, key_id text, scope text)`,
        [JSON.stringify(values.map(valueRow))],
      );
  }
}

function actRow(batch: Batch, { prepared, actor, body, scope }: Recordable): Record<string, unknown> {
  const { envelope } = prepared;
  return {
    id: prepared.id,
    kind: prepared.kind.kind,
    effective_on: envelope.effectiveOn,
    after_id: envelope.after ?? null,
    withdraws_id: envelope.withdraws ?? null,
    actor,
    paper: envelope.paper ?? null,
    note: envelope.note ?? null,
    body,
    source: {
      ...batch.source,
      ...(prepared.line === null ? {} : { line: prepared.line }),
      ...(envelope.recordedAt === undefined ? {} : { recordedAt: envelope.recordedAt }),
      ...(envelope.recordedBy === undefined ? {} : { recordedBy: envelope.recordedBy }),
    },
    content_key: hex(batch.vault.contentKey(contentText(prepared.sent))),
    scope,
  };
}

function subjectRows(batch: Batch, { prepared, body, subjects }: Recordable): Record<string, unknown>[] {
  const act_id = prepared.id;
  const rows = subjects.map(({ type, id }) => ({ subject_id: id, act_id, role: type }) as Record<string, unknown>);
  const folded = new Set(subjects.map(({ id }) => id));
  for (const unit of unitsNamed(batch.register, [{ kind: prepared.kind.kind, body }]))
    if (!folded.has(unit)) rows.push({ subject_id: unit, act_id, role: 'reference' });
  return rows;
}

function valueRow(value: SensitiveRow & { scope: string }): Record<string, unknown> {
  return {
    ref: value.ref,
    act_id: value.actId,
    subject_id: value.subjectId,
    field: value.field,
    cipher: hex(value.cipher),
    lookup: value.lookup === null ? null : hex(value.lookup),
    key_id: value.keyId,
    scope: value.scope,
  };
}

function hex(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`;
}

/** Each subject once, in a stable order. */
export function distinctSubjects(subjects: readonly Subject[]): Subject[] {
  const byKey = new Map(subjects.map((subject) => [`${subject.type} ${subject.id}`, subject]));
  return [...byKey.values()];
}

/** Whether two bodies say the same. */
export function sameContent(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
