import { afterEach, describe, expect, test } from 'vitest';
import { logAccess } from '#/kernel/access/access-log.ts';
import type { AccessRow } from '#/kernel/access/log-contract.ts';
import { fixedClock } from '#/platform/clock.ts';
import { wholeTenant } from '#/platform/db/transaction.ts';
import { uuidv7 } from '#/platform/ids.ts';
import { dice, Player } from './hunt/random.ts';
import { pages, sorted, type Truth, truthOf } from './scope-truth.ts';
import { type Asks, type Office, openOffice } from './seats.ts';

// Both logs of a random register, read by whoever holds a place in it: looks from anywhere, at anybody. The journal's acts stand
// in scope-properties; here they are narrowed by filters as well.

const runs = Number(process.env.SOTAY_RUNS ?? 1);
const first = Number(process.env.SCOPE_SEED ?? Math.floor(Math.random() * 2 ** 31));
const seeds = Array.from({ length: runs }, (_, i) => first + i);
const today = '2026-08-01';

let office: Office | undefined;
afterEach(async () => {
  await office?.close();
  office = undefined;
});

/** One look, as it was written. */
interface Look {
  id: string;
  actor: string;
  /** Where whoever looked has their grant; null: over the whole register. */
  place: string | null;
  unit: string | null;
  persons: string[];
}

/** Whether a look belongs to a place: from there, or at a unit or somebody there. */
const isOf = ({ place, unit, persons }: Look, above: string, isUnder: Truth['isUnder'], knows: Truth['knows']) =>
  [place, unit].some((one) => one !== null && isUnder(one, above)) || persons.some((one) => knows(one, above));

async function looksIn({ installation }: Office, { model }: Truth, seed: number): Promise<Look[]> {
  const roll = dice(seed);
  const [units, people] = [[...model.units.keys()], [...model.people.keys()]];
  const oneOf = (all: string[]) => all[roll(all.length)] as string;
  const maybe = (one: string) => (roll(3) === 0 ? one : null);
  const room = await installation.room('R');
  const looks: Look[] = [];
  for (let n = 0; n < 90; n += 1) {
    const actor = `nguoi-xem-${roll(4)}`;
    const place = roll(8) === 0 ? null : oneOf(units);
    const unit = maybe(oneOf(units));
    const persons = Array.from({ length: roll(3) }, () => oneOf(people));
    const capacity = { accountId: uuidv7(), role: 'committee-officer', unitId: place };
    const line = { action: 'field.revealed', detail: { field: 'phone' }, unitId: unit, persons, reason: 'x' };
    const id = await logAccess(room, { actor, scope: wholeTenant, capacity }, line);
    looks.push({ id, actor, place, unit, persons });
  }
  return looks;
}

describe.each(seeds)('in a random register (seed %i)', (seed) => {
  test('neither log tells a line from outside the place that is asked about, and none inside is missing', async () => {
    const { acts } = new Player(seed, 80);
    office = await openOffice(['R', 'X'], fixedClock(`${today}T03:00:00Z`));
    const posted = await office.operator('/api/acts', { tenant: 'R', acts });
    expect(posted.status, posted.text).toBe(200);
    const truth = truthOf(acts);
    const looks = await looksIn(office, truth, seed);
    expect(await pages<AccessRow>(office.operator, '/api/access-log?tenant=R', 'accesses')).toHaveLength(looks.length);
    const roll = dice(seed + 1);
    const living = [...truth.model.units].filter(([, { ended }]) => !ended);
    for (let i = 0; i < 5; i += 1) {
      const [above, { code }] = living[roll(living.length)] as (typeof living)[number];
      const said = `seed ${seed}, at ${code}`;
      const capacity = await office.grant(`kt-${i}`, 'inspection-commission', code, { tenant: 'R' });
      const ask = office.as({ login: `kt-${i}`, capacity });
      await logHolds(ask, looks, above, { truth, said });
      const within = living.filter(([unit]) => truth.isUnder(unit, above));
      const [narrow, { code: name }] = within[roll(within.length)] as (typeof living)[number];
      await logHolds(ask, looks, narrow, { truth, said: `${said}, of ${name}`, query: `unit=${name}` });
      await logHolds(ask, looks, above, { truth, said, query: 'actor=nguoi-xem-1', by: 'nguoi-xem-1' });
      const held = await office.grant(`hep-${i}`, 'leader', name, { tenant: 'R' });
      await journalNarrowed(ask, office.as({ login: `hep-${i}`, capacity: held }), name, said);
      for (const person of [...truth.model.people.keys()].slice(0, 25)) {
        const answer = await ask(`/api/people/${person}/accesses`);
        if (!truth.mayKnow(person, above)) expect(answer.status, `${said}: ${person}`).toBe(404);
        if (answer.status !== 200) continue;
        const own = looks.filter(({ persons }) => persons.includes(person)).map(({ id }) => id);
        expect(sorted(answer.body.accesses.map(({ id }: AccessRow) => id)), said).toEqual(sorted(own));
      }
    }
  }, 240_000);
});

interface Asked {
  truth: Truth;
  said: string;
  query?: string;
  by?: string;
}

async function logHolds(ask: Asks, looks: readonly Look[], above: string, asked: Asked): Promise<void> {
  const { truth, said, query = '', by } = asked;
  const { isUnder, knows, mayKnow } = truth;
  const rows = await pages<AccessRow>(ask, `/api/access-log?${query}`, 'accesses');
  const told = new Set(rows.map(({ id }) => id));
  expect(told.size, `${said}: twice`).toBe(rows.length);
  for (const look of looks) {
    const isAsked = by === undefined || look.actor === by;
    if (isAsked && isOf(look, above, isUnder, knows))
      expect(told.has(look.id), `${said}: missing ${look.id}`).toBe(true);
    if (!isAsked || !isOf(look, above, isUnder, mayKnow))
      expect(told.has(look.id), `${said}: outside ${look.id}`).toBe(false);
  }
  for (const { persons } of rows) for (const { id } of persons) expect(mayKnow(id, above), said).toBe(true);
}

/** Asked about a unit within the place, the journal tells what whoever holds only that unit is told. */
async function journalNarrowed(wide: Asks, narrow: Asks, unit: string, said: string): Promise<void> {
  type Act = { id: string };
  const idsOf = async (ask: Asks, query: string) =>
    sorted((await pages<Act>(ask, `/api/acts?${query}`, 'acts')).map(({ id }) => id));
  const own = await idsOf(narrow, '');
  expect(await idsOf(wide, `unit=${unit}`), `${said}: ${unit}`).toEqual(own);
  expect(await idsOf(wide, `scope=${unit}`), `${said}: ${unit}`).toEqual(own);
}
