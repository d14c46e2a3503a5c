import { sensitiveFieldNames } from '#/domain/members/record-fields.ts';
import type { Erasure } from '#/domain/members/retention-contract.ts';
import { isOnePerson } from '#/kernel/access/second-person.ts';
import type { Clock } from '#/platform/clock.ts';
import { today } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import { scopeOfPerson } from '../in-sight.ts';
import type { Room } from '../workplace.ts';
import { duePersons } from './due.ts';
import { keptBy } from './rules.ts';

export const columns = `id, person_id as person, rule, reason, asked_at as "askedAt", asked_by as "askedBy", decided_at as "decidedAt",
  decided_by as "decidedBy", is_approved as "isApproved", decision_reason as "decisionReason", value_count as "valueCount"`;

/** Who works where: an account in its place, or whoever owns the data folder. */
export interface At {
  room: Room;
  scope: string;
  actor: string;
  clock: Clock;
}

/** Asks that what is due of a person be erased; nothing is yet. */
export async function askErasure(at: At, { person, reason }: Pick<Erasure, 'person' | 'reason'>): Promise<Erasure> {
  const { room, scope, actor, clock } = at;
  return room.write({ actor, scope }, async (tx) => {
    await scopeOfPerson(tx, person);
    const rule = await mustBeDue(tx, person, at);
    const { rows } = await tx.client
      .query<Erasure>(
        `insert into erasure (person_id, rule, asked_at, asked_by, reason) values ($1, $2, $3, $4, $5) returning ${columns}`,
        [person, rule, clock.now().toISOString(), actor, reason],
      )
      .catch((error: { code?: string }) => {
        throw error.code === '23505' ? waiting() : error;
      });
    return rows[0] as Erasure;
  });
}

/** Approves or refuses what somebody else has asked for. What is erased is gone at the commit; seals and acts stay as they are. */
export async function decideErasure(
  at: At,
  { id, isApproved, reason = null }: { id: string; isApproved: boolean; reason?: string | null | undefined },
): Promise<Erasure> {
  const { room, scope, actor, clock } = at;
  return room.write({ actor, scope }, async (tx) => {
    const { rows } = await tx.client.query<Erasure>(`select ${columns} from erasure where id = $1`, [id]);
    const [asked] = rows;
    if (asked === undefined) throw new Problem('erasure.unknown', 'There is no such request.', { status: 404 });
    if (asked.decidedAt !== null) throw decided();
    if (await isOnePerson(tx, asked.askedBy, actor))
      throw new Problem('erasure.own', 'Whoever asks does not approve: a second person does.', { status: 403 });
    if (isApproved) await mustBeDue(tx, asked.person, at); // somebody may have come back since
    const count = isApproved ? await eraseValues(tx, asked.person, asked.rule, at) : null;
    const done = await tx.client.query<Erasure>(
      `update erasure set decided_at = $2, decided_by = $3, is_approved = $4, value_count = $5, decision_reason = $6
       where id = $1 and decided_at is null returning ${columns}`,
      [id, clock.now().toISOString(), actor, isApproved, count, reason],
    );
    if (done.rows[0] === undefined) throw decided();
    return done.rows[0];
  });
}

/** Value, salt and look-up go; that there was a value, and its commitment, stay in the act. Also what was asked to be corrected. */
async function eraseValues({ client }: Tx, person: string, under: string, { clock, actor }: At): Promise<number> {
  const at = clock.now().toISOString();
  const { rowCount } = await client.query(
    `update sensitive_value set cipher = null, lookup = null, erased_on = $2, erased_under = $3
     where subject_id = $1 and cipher is not null`,
    [person, today(clock), under],
  );
  await client.query('update correction set cipher = null where person_id = $1 and field = any($2)', [
    person,
    sensitiveFieldNames,
  ]);
  // A scan beside a request shows what it shows, whatever field was asked about.
  await client.query(
    `update attachment set cipher = null, removed_at = $2, removed_by = $3, removed_because = $4
     where cipher is not null and correction_id in (select id from correction where person_id = $1)`,
    [person, at, actor, under],
  );
  return rowCount ?? 0;
}

/** The rule by which it is due, as it is cited. Throws `erasure.not-due`. */
async function mustBeDue(tx: Tx, person: string, { room, clock }: At): Promise<string> {
  const on = today(clock);
  const { rulebook } = await room.journal();
  const kept = keptBy(rulebook, 'retention.sensitive-after-leaving', on);
  if (kept === null || (await duePersons(tx, kept, on, person)).length === 0)
    throw new Problem('erasure.not-due', 'Nothing of this person is due to be erased today.', { status: 409 });
  return kept.cited;
}

function waiting(): Problem {
  return new Problem('erasure.waiting', 'A request for this person waits for a second person already.', {
    status: 409,
  });
}

function decided(): Problem {
  return new Problem('erasure.decided', 'This request has been decided already.', { status: 409 });
}
