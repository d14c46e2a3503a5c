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

/** An act that was tried out: what it says with its references resolved. */
export interface TriedAct {
  resolved: Act;
  subjects: Subject[];
  /** Whom or what it is about. */
  name: string;
  fields: StoryField[];
}

export interface Tried {
  rehearsed: Rehearsed;
  /** In the order in which they were proposed. Null: it is not possible, or the journal holds one of them already. */
  acts: TriedAct[] | null;
}

/** Tries proposed acts out on the register as it is now, by the very way in which they would be recorded. */
export async function tryOut(
  installation: Workplace,
  room: Room,
  { actor, journal, acts }: { actor: string; journal: Journal; acts: readonly ActInput[] },
): Promise<Tried> {
  const whole = await withCarriedValues(room, { actor, scope: room.path }, acts);
  const ids = acts.map(({ id }) => String(id));
  let seen: Tried['acts'] = null;
  const look = async (tx: Tx, touched: Touched) => {
    seen = await readTried(tx, installation.register, ids, touched);
  };
  const wished = { actor, scope: room.path, acts: whole, journal, look };
  return { rehearsed: await rehearseActs(installation, room, wished), acts: seen };
}

async function readTried(
  tx: Tx,
  register: Register,
  ids: readonly string[],
  { recordedAt }: Touched,
): Promise<TriedAct[] | null> {
  const found = await tx.client.query(
    `select ${actColumns} from act where id = any($1::uuid[]) and recorded_at = $2::timestamptz`,
    [ids, recordedAt],
  );
  if (found.rows.length !== ids.length) return null;
  const acts = new Map(found.rows.map((row) => [String(row.id), actFromRow(row)]));
  const subjects = await tx.client.query<Subject & { act: string }>(
    `select act_id as act, role as type, subject_id as id from act_subject where act_id = any($1::uuid[]) and role in ('person', 'unit')`,
    [ids],
  );
  const subjectsOf = Map.groupBy(subjects.rows, ({ act }) => act);
  const named = [...acts.values()].map((act) => referencesOf(register, act));
  const idsOf = (type: Subject['type']) => subjects.rows.filter((one) => one.type === type).map(({ id }) => id);
  const persons = [...named.flatMap((one) => one.persons), ...idsOf('person')];
  const units = [...named.flatMap((one) => one.units), ...idsOf('unit')];
  const nameOf = await namesOf(tx, persons, units);
  return ids.flatMap((id): TriedAct[] => {
    const resolved = acts.get(id);
    if (resolved === undefined) return [];
    const own = (subjectsOf.get(id) ?? []).map(({ type, id: subject }) => ({ type, id: subject }));
    const main = own.find(({ type }) => type === 'person') ?? own[0];
    const name = main === undefined ? null : nameOf(main.type, main.id, resolved.effectiveOn).name;
    const fields = storyFields(register.kinds.get(resolved.kind), resolved, referencesOf(register, resolved), nameOf);
    return [{ resolved, subjects: own, name: name ?? '', fields }];
  });
}

/**
 * The unit that the kind makes competent, whomever the act names as its actor; of a withdrawal, whose act is withdrawn. Where
 * that is the proposing unit itself, whose role does not record it: the grassroots committee, else its superior. Of a list
 * whose acts are of several units' competence: the nearest above them all.
 */
export async function competentFor(
  { register }: Workplace,
  room: Room,
  { actor, proposing }: { actor: string; proposing: string | null },
  acts: readonly TriedAct[],
): Promise<string | null> {
  return room.openly('unit-places', actor, async ({ client }) => {
    const actors = new Actors(register, new LineCache());
    const all = acts.flatMap(({ resolved: { id, kind: name, effectiveOn, body, withdraws }, subjects }) => {
      const kind = register.kinds.get(name);
      if (kind === undefined) return [];
      const prepared = { id, body, envelope: { kind: name, effectiveOn }, line: null, sent: { kind: name }, kind };
      return [{ prepared, subjects, withdraws }];
    });
    for (const { prepared } of all) actors.notice(prepared);
    await actors.load(client, all);
    const found = new Set<string>();
    for (const { prepared, subjects, withdraws } of all) {
      const by = (competent: ActKind['competent']) =>
        actors.competent({ ...prepared, kind: { ...prepared.kind, competent } }, subjects);
      const first = (await actorOfWithdrawn(client, withdraws)) ?? by(prepared.kind.competent);
      const isOther = first === null || first !== proposing;
      const one = isOther ? first : ([by('grassroots'), by('superior')].find((unit) => unit !== proposing) ?? first);
      if (one !== null) found.add(one);
    }
    return found.size < 2 ? ([...found][0] ?? null) : nearestAbove(client, [...found]);
  });
}

/** The nearest unit that all of these are or lie under. */
async function nearestAbove(client: Tx['client'], units: readonly string[]): Promise<string | null> {
  const { rows } = await client.query(
    `select u.unit_id as id from unit_scope u where not exists (
       select from unit_scope c where c.unit_id = any($1::uuid[]) and not starts_with(c.path, u.path))
     order by length(u.path) desc limit 1`,
    [units],
  );
  return rows[0]?.id ?? null;
}

async function actorOfWithdrawn(client: Tx['client'], withdraws: string | null): Promise<string | null> {
  if (withdraws === null) return null;
  const { rows } = await client.query("select actor ->> 'unit' as unit from act where id = $1", [withdraws]);
  return rows[0]?.unit ?? null;
}
