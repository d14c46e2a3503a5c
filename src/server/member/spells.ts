import type { Member, Spell } from '#/domain/members/member-contract.ts';
import type { FactName } from '#/kernel/figures/source.ts';
import type { Bilingual } from '#/platform/contract/shapes.ts';
import { addDays, type Day } from '#/platform/day.ts';
import type { PersonFacts, SpellRow } from './facts.ts';
import { joined, sayEvent, sayExemption, sayPost, sayStatus, sayWayIn, sayWayOut } from './words.ts';

/** What a spell of a table says; its unit is looked up on its last day. */
interface Said {
  kind: string;
  says: Bilingual;
  unitId: string | null;
  begins?: Bilingual | null;
  ends?: Bilingual | null;
}

type Track = Spell['track'];

const suspended: Bilingual = { vi: 'Đình chỉ sinh hoạt đảng', en: 'Suspended' };
const away: Bilingual = { vi: 'Sinh hoạt tạm thời ở nơi khác', en: 'Staying elsewhere for a time' };
const between: Bilingual = { vi: 'Đang chuyển sinh hoạt', en: 'Between two units' };

const tables: readonly [Track, FactName, (row: SpellRow) => Said][] = [
  [
    'standing',
    'standing',
    (row) => ({
      kind: row.inTransit ? 'in-transit' : (row.status as string),
      says: row.inTransit ? between : sayStatus(row.status as string),
      unitId: row.unitId as string,
      begins: sayEvent(row.entry as string),
      ends: row.to === null ? null : sayEvent(row.exit as string | null),
    }),
  ],
  [
    'transit',
    'transit',
    (row) => ({
      kind: 'transit',
      says: joined([between, row.place as string | null], ': ') as Bilingual,
      unitId: row.fromUnitId as string,
    }),
  ],
  [
    'exemption',
    'exemption',
    ({ kind, unitId }) => ({
      kind: kind as string,
      says: sayExemption(kind as string),
      unitId: unitId as string | null,
    }),
  ],
  [
    'suspension',
    'suspension',
    ({ unitId }) => ({ kind: 'suspension', says: suspended, unitId: unitId as string | null }),
  ],
  [
    'stay',
    'temporaryStay',
    (row) => ({
      kind: 'stay',
      says: joined([away, row.place as string | null], ': ') as Bilingual,
      unitId: row.hostUnitId as string | null,
    }),
  ],
  [
    'post',
    'post',
    (row) => ({
      kind: row.post as string,
      says: sayPost(row.post as string),
      unitId: row.unitId as string,
      begins: sayWayIn(row.how as string),
      ends: row.to === null ? null : sayWayOut(row.leftAs as string | null),
    }),
  ],
];

/** Every spell of the person up to the day: standings, transfers under way, exemptions, suspensions, stays, posts. */
export async function spellsOf(of: PersonFacts): Promise<Member['spells']> {
  const all: Spell[] = [];
  for (const [track, table, say] of tables)
    for (const row of await of.spells(table)) {
      // Between two units of the register the standing itself tells it.
      if (track === 'transit' && row.toUnitId !== null) continue;
      const { unitId, begins = null, ends = null, ...said } = say(row);
      const last: Day = row.to === null ? of.on : addDays(row.to, -1);
      const unit = await of.label(unitId, last);
      const isOpening = track === 'standing' && row.entry === 'registered';
      all.push({ track, ...said, from: row.from, to: row.to, unit, begins, ends, isOpening, act: row.actId });
    }
  return all;
}
