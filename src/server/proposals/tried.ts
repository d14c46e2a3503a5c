import type { Act, ActInput, Subject } from '#/kernel/journal/act.ts';
import { Actors } from '#/kernel/journal/actors.ts';
import type { ActKind } from '#/kernel/journal/kind.ts';
import { actColumns, actFromRow } from '#/kernel/journal/line.ts';
import type { StoryField } from '#/kernel/journal/list-contract.ts';
import type { Journal } from '#/kernel/journal/posting.ts';
import type { Rehearsed } from '#/kernel/journal/rehearse-contract.ts';
import type { Touched } from '#/kernel/journal/rehearse-post.ts';
import type { Register } from '#/kernel/register.ts';
import { LineCache } from '#/kernel/tree/superior.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { namesOf } from '../journal/names.ts';
import { referencesOf } from '../journal/references.ts';
import { storyFields } from '../journal/story-fields.ts';
import { withCarriedValues } from '../recording/carried-values.ts';
import { rehearseActs } from '../recording/rehearse.ts';
import type { Room, Workplace } from '../workplace.ts';

/** An act that was tried out: what would come of it, and what it says with its references resolved. */
export interface Tried {
  rehearsed: Rehearsed;
  /** Null: it is not possible, or the journal holds it already. */
  act: { resolved: Act; subjects: Subject[]; fields: StoryField[] } | null;
}

/** Tries a proposed act out on the register as it is now, by the very way in which it would be recorded. */
export async function tryOut(
  installation: Workplace,
  room: Room,
  { actor, journal, act }: { actor: string; journal: Journal; act: ActInput },
): Promise<Tried> {
  const [whole] = await withCarriedValues(room, { actor, scope: room.path }, [act]);
  let seen: Tried['act'] = null;
  const look = async (tx: Tx, touched: Touched) => {
    seen = await readTried(tx, installation.register, String(act.id), touched);
  };
  const wished = { actor, scope: room.path, acts: [whole as ActInput], journal, look };
  return { rehearsed: await rehearseActs(installation, room, wished), act: seen };
}

async function readTried(tx: Tx, register: Register, id: string, { recordedAt }: Touched): Promise<Tried['act']> {
  const found = await tx.client.query(`select ${actColumns} from act where id = $1 and recorded_at = $2::timestamptz`, [
    id,
    recordedAt,
  ]);
  if (found.rows[0] === undefined) return null;
  const resolved = actFromRow(found.rows[0]);
  const subjects = await tx.client.query<Subject>(
    `select role as type, subject_id as id from act_subject where act_id = $1 and role in ('person', 'unit')`,
    [id],
  );
  const named = referencesOf(register, resolved);
  const nameOf = await namesOf(tx, named.persons, named.units);
  return {
    resolved,
    subjects: subjects.rows,
    fields: storyFields(register.kinds.get(resolved.kind), resolved, named, nameOf),
  };
}

/**
 * The unit that the kind makes competent, whomever the act names as its actor; of a withdrawal, whose act is withdrawn. Where
 * that is the proposing unit itself, whose role does not record it: the grassroots committee, else its superior.
 */
export async function competentFor(
  { register }: Workplace,
  room: Room,
  { actor, proposing }: { actor: string; proposing: string | null },
  { resolved, subjects }: NonNullable<Tried['act']>,
): Promise<string | null> {
  const { id, kind: name, effectiveOn, body, withdraws } = resolved;
  const kind = register.kinds.get(name);
  if (kind === undefined) return null;
  return room.openly('unit-places', actor, async ({ client }) => {
    const actors = new Actors(register, new LineCache());
    const prepared = { id, body, envelope: { kind: name, effectiveOn }, line: null, sent: { kind: name } };
    actors.notice({ ...prepared, kind });
    await actors.load(client, [{ prepared: { ...prepared, kind }, subjects }]);
    const by = (competent: ActKind['competent']) =>
      actors.competent({ ...prepared, kind: { ...kind, competent } }, subjects);
    const first = (await actorOfWithdrawn(client, withdraws)) ?? by(kind.competent);
    if (first === null || first !== proposing) return first;
    return [by('grassroots'), by('superior')].find((unit) => unit !== proposing) ?? first;
  });
}

async function actorOfWithdrawn(client: Tx['client'], withdraws: string | null): Promise<string | null> {
  if (withdraws === null) return null;
  const { rows } = await client.query("select actor ->> 'unit' as unit from act where id = $1", [withdraws]);
  return rows[0]?.unit ?? null;
}
