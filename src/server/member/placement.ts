import { sql } from 'kysely';
import type { Member } from '#/domain/members/member-contract.ts';
import type { FactSource } from '#/kernel/figures/source.ts';
import { type UnitLabel, unitLabels } from '#/kernel/figures/unit-labels.ts';
import type { Day } from '#/platform/day.ts';
import { now, type PersonFacts, type Row, type SpellRow } from './facts.ts';
import { joined, same, sayEvent, sayExemption, writtenDay } from './words.ts';

type Placement = Member['placement'];

/** Where the person stands on the day: in a unit, not yet, no longer; and what marks the standing. */
export async function placementOf(facts: FactSource, of: PersonFacts): Promise<Placement> {
  const stood = await of.spells('standing');
  const standing = now(stood);
  const shared = { marks: standing === null ? [] : await marksOf(of), firstDay: stood[0]?.from ?? null };
  if (standing === null) {
    const gone = stood.at(-1);
    const none = { status: null, unit: null, path: [], since: null, inTransit: false, ...shared };
    if (gone === undefined) return { ...none, state: 'not-yet', ...(await willBegin(facts, of)) };
    return { ...none, state: gone.exit === 'letter-issued' ? 'moved' : 'gone', end: await endOf(of, gone) };
  }
  const path = await pathOf(facts, standing.unitId as string, of.on);
  return {
    state: 'member',
    status: standing.status as 'official' | 'probationary',
    unit: path.at(-1) ?? null,
    path: path.slice(0, -1),
    since: standing.from,
    end: null,
    inTransit: standing.inTransit as boolean,
    ...shared,
  };
}

async function endOf(of: PersonFacts, { to, exit, actId, unitId }: SpellRow): Promise<Placement['end']> {
  const events = await of.events('memberEvent', 'onDay');
  const event = events.findLast((row) => row.event === exit && row.onDay === to);
  const from = await of.label(unitId as string, to as Day);
  const says = joined([sayEvent(exit as string), (event?.place as string | null) ?? null, from?.name], ', ');
  return { says: says ?? same('?'), on: to as Day, act: event?.actId ?? actId };
}

/** Of somebody whose membership begins later: when, so that the page can lead there. */
async function willBegin(facts: FactSource, of: PersonFacts): Promise<Pick<Placement, 'end' | 'firstDay'>> {
  const { rows } = await sql<Row & { day: Day; entry: string }>`
    select lower(t.valid) as day, t.entry, t.act_id from ${facts.table('standing', 't')}
    where t.person_id = ${of.person}::uuid order by t.valid limit 1`.execute(facts.db);
  const first = rows[0];
  if (first === undefined) return { end: null, firstDay: null };
  return { firstDay: first.day, end: { says: sayEvent(first.entry) ?? same('?'), on: first.day, act: first.actId } };
}

async function marksOf(of: PersonFacts): Promise<Placement['marks']> {
  const exempt = now(await of.spells('exemption'));
  const suspended = now(await of.spells('suspension'));
  const stay = now(await of.spells('temporaryStay'));
  const host = stay === null ? null : await of.label(stay.hostUnitId as string | null, of.on);
  const due = stay?.dueOn == null ? null : writtenDay(stay.dueOn as string);
  const where = joined([host?.name ?? (stay?.place as string | null), due === null ? null : `→ ${due}`], ' ');
  const marks = [
    [exempt, exempt === null ? null : sayExemption(exempt.kind as string)],
    [suspended, { vi: 'Bị đình chỉ sinh hoạt đảng', en: 'Suspended' }],
    [stay, joined([{ vi: 'Sinh hoạt tạm thời ở nơi khác', en: 'Staying elsewhere for a time' }, where], ': ')],
  ] as const;
  return marks.flatMap(([row, says]) =>
    row === null || says === null ? [] : { says, since: row.from, act: row.actId },
  );
}

/** The unit and its superiors on a day, the outermost first. */
async function pathOf(facts: FactSource, unitId: string, on: Day): Promise<UnitLabel[]> {
  const { rows } = await sql<{ id: string }>`
    select l.ancestor_id as id from ${facts.table('unitLine', 'l')}
    where l.unit_id = ${unitId}::uuid and l.valid @> ${on}::date order by l.depth desc`.execute(facts.db);
  const labelOf = await unitLabels(
    facts,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id }) => labelOf(id, on));
}
