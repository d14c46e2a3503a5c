import { afterEach, describe, expect, test } from 'vitest';
import type { ActInput } from '#/kernel/journal/act.ts';
import { fixedClock } from '#/platform/clock.ts';
import { addDays } from '#/platform/day.ts';
import { dice, Player } from './hunt/random.ts';
import { pages, sorted, type Truth, truthOf } from './scope-truth.ts';
import { type Asks, accountOf, type Office, openOffice } from './seats.ts';

// Random trees and grants, asked through the API. What lies where is told by a model that shares no code with the register.

const runs = Number(process.env.SOTAY_RUNS ?? 2);
const first = Number(process.env.SCOPE_SEED ?? Math.floor(Math.random() * 2 ** 31));
const today = '2026-08-01';

let office: Office | undefined;
afterEach(async () => {
  await office?.close();
  office = undefined;
});

async function world(seed: number): Promise<{ acts: ActInput[]; truth: Truth; office: Office }> {
  const { acts } = new Player(seed, 110);
  office = await openOffice(['R', 'X'], fixedClock(`${today}T03:00:00Z`));
  const { status, text } = await office.operator('/api/acts', { tenant: 'R', acts });
  expect(status, text).toBe(200);
  return { acts, truth: truthOf(acts), office };
}

interface Member {
  person: string;
  unit: { code: string; name: string };
}
interface ActSeen {
  id: string;
  kind: string;
  subjects: { type: string; id: string; name: string | null }[];
}

const seeds = Array.from({ length: runs }, (_, i) => first + i);

describe.each(seeds)('in a random register (seed %i)', (seed) => {
  test('no answer holds what lies outside the place of a role, and none inside is missing', async () => {
    const { acts, truth, office } = await world(seed);
    const { model, isUnder, knows, mayKnow } = truth;
    const roll = dice(seed);
    const ids = [...model.units.keys()];
    const days = [today, addDays('2018-01-01', roll(700)), addDays('2018-01-01', roll(1_400))];
    const everything = (await pages<ActSeen>(office.operator, '/api/acts?tenant=R', 'acts')).map(({ id }) => id);
    expect(everything).toHaveLength(acts.length);
    for (let i = 0; i < 6; i++) {
      const above = ids[roll(ids.length)] as string;
      const { ended, code, name } = model.unit(above);
      const said = `seed ${seed}, at ${code} ${name}${ended ? ' (ended)' : ''}`;
      // A grant is given at a unit of today; one that ended since is put there by hand.
      const capacity = ended
        ? await atEnded(office, above)
        : await office.grant(`ng-${i}`, 'organisation-department', code, { tenant: 'R' });
      const ask = office.as({ login: ended ? `cu-${above}` : `ng-${i}`, capacity });
      const inside = ids.filter((unit) => isUnder(unit, above));
      const living = inside.filter((unit) => !model.unit(unit).ended).map((unit) => model.unit(unit).code);

      await treeHolds(ask, code, ended === undefined, living, said);
      for (const on of days) await membersHold(office.operator, ask, { on, above, truth, said });
      await searchHolds(ask, above, truth, said);
      await journalHolds(ask, acts, above, truth, said);
      for (const person of model.people.keys()) {
        const { status } = await ask(`/api/members/${person}`);
        if (knows(person, above) || !mayKnow(person, above))
          expect(status, `${said}: ${person}`).toBe(knows(person, above) ? 200 : 404);
        expect((await ask(`/api/person-label/${person}`)).status, said).toBe(status);
      }
      if (!ended) await figureHolds(office.operator, ask, code, above, truth, said);
      await namedUnits(ask, truth, above, said);
    }
  }, 240_000);
});

async function atEnded({ installation }: Office, unit: string): Promise<string> {
  const room = await installation.room('R');
  return room.write({ actor: 'test' }, async ({ client }) => {
    const { rows } = await client.query(
      `insert into role_grant (account_id, login, role, unit_id, valid, granted_by, granted_at, reason)
       values ($1, $2, 'organisation-department', $3, '[2015-01-01,)', 'test', '2015-01-01T00:00:00Z', 'x') returning id`,
      [accountOf(`cu-${unit}`), `cu-${unit}`, unit],
    );
    return `R/${rows[0].id}`;
  });
}

async function treeHolds(ask: Asks, code: string, isAlive: boolean, living: string[], said: string): Promise<void> {
  const roots = (await ask('/api/units')).body.units.map((unit: { code: string }) => unit.code);
  expect(roots, said).toEqual(isAlive ? [code] : []);
  const found: string[] = [];
  for (const q of ['Đơn', 'Tên', 'N', 'D', 'R'])
    found.push(
      ...(await ask(`/api/unit-search?q=${encodeURIComponent(q)}&limit=50`)).body.units.map(
        (unit: { code: string }) => unit.code,
      ),
    );
  expect(sorted(found), said).toEqual(sorted(living));
  if (!isAlive) return;
  expect(sorted((await ask(`/api/tree?unit=${code}`)).body.codes), said).toEqual(sorted(living));
}

interface Asked {
  on: string;
  above: string;
  truth: Truth;
  said: string;
}

async function membersHold(operator: Asks, ask: Asks, { on, above, truth, said }: Asked): Promise<void> {
  const all = await pages<Member>(operator, `/api/people?tenant=R&on=${on}`, 'rows');
  const seen = await pages<Member>(ask, `/api/people?on=${on}`, 'rows');
  const unitOf = await unitsOn(operator, on);
  const expected = all.filter(({ unit }) => truth.isUnder(unitOf.get(unit.code) as string, above));
  expect(sorted(seen.map(({ person }) => person)), `${said} on ${on}`).toEqual(
    sorted(expected.map(({ person }) => person)),
  );
  expect((await ask(`/api/people/count?on=${on}`)).body.total, said).toBe(expected.length);
}

/** What codes meant on a day. */
async function unitsOn(operator: Asks, on: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const { body } = await operator(`/api/tree?tenant=R&unit=R&on=${on}`);
  for (const code of body.codes) {
    const unit = await operator(`/api/units/${encodeURIComponent(code)}?tenant=R&on=${on}`);
    found.set(code, unit.body.id);
  }
  return found;
}

async function searchHolds(ask: Asks, above: string, { model, mayKnow, isUnder }: Truth, said: string): Promise<void> {
  const found: string[] = [];
  for (const q of ['Nguyễn', 'Trần'])
    found.push(
      ...(await ask(`/api/person-search?q=${encodeURIComponent(q)}&limit=50`)).body.people.map(
        (one: Member) => one.person,
      ),
    );
  for (const person of found) expect(mayKnow(person, above), `${said}: ${person}`).toBe(true);
  for (const [person, { place }] of model.people)
    if (place !== null && 'unit' in place && isUnder(place.unit, above))
      expect(found, `${said}: ${person}`).toContain(person);
}

async function journalHolds(
  ask: Asks,
  acts: readonly ActInput[],
  above: string,
  truth: Truth,
  said: string,
): Promise<void> {
  const { model, isUnder, mayKnow } = truth;
  const seen = await pages<ActSeen>(ask, '/api/acts?', 'acts');
  const whose = (knows: Truth['knows']) =>
    acts.flatMap((act) => {
      const named = JSON.stringify({ ...act, id: undefined }).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? [];
      const isInside = (one: string) =>
        model.units.has(one) ? isUnder(one, above) : model.people.has(one) && knows(one, above);
      return named.some(isInside) ? [act.id as string] : [];
    });
  const told = sorted(seen.map(({ id }) => id));
  expect(
    whose(truth.knows).filter((id) => !told.includes(id)),
    `${said}: missing`,
  ).toEqual([]);
  const allowed = new Set(whose(mayKnow));
  expect(
    told.filter((id) => !allowed.has(id)),
    `${said}: outside`,
  ).toEqual([]);
  for (const { subjects } of seen)
    for (const { type, id, name } of subjects)
      if (type === 'person' && name !== null) expect(mayKnow(id, above), said).toBe(true);
  const inside = new Set(seen.map(({ id }) => id));
  for (const { id } of acts.slice(0, 40)) {
    const status = inside.has(id as string) ? 200 : 404;
    for (const url of [`/api/acts/${id}`, `/api/acts/${id}/story`, `/api/acts/${id}/form`])
      expect((await ask(url)).status, `${said}: ${url}`).toBe(status);
  }
}

async function figureHolds(
  operator: Asks,
  ask: Asks,
  code: string,
  above: string,
  truth: Truth,
  said: string,
): Promise<void> {
  const url = `/api/figures/members?unit=${code}&on=${today}&list=1&byUnit=1`;
  const [whole, own] = [await operator(`${url}&tenant=R`), await ask(url)];
  expect(own.status, said).toBe(200);
  expect(own.body.value, said).toBe(whole.body.value);
  for (const { id, label } of own.body.list) {
    if (truth.knows(id, above)) expect(label, `${said}: ${id}`).not.toBeNull();
    if (!truth.mayKnow(id, above)) expect(label, `${said}: ${id}`).toBeNull();
  }
}

/** A unit that is named is there if it lies under one's place, and for nobody else. */
async function namedUnits(ask: Asks, { model, isUnder }: Truth, above: string, said: string): Promise<void> {
  for (const [unit, { code, ended }] of model.units) {
    if (ended) continue;
    const status = isUnder(unit, above) ? 200 : 404;
    for (const url of [
      `/api/units/${code}?`,
      `/api/unit-pages/${code}?`,
      `/api/people?unit=${code}`,
      `/api/acts?unit=${code}`,
      `/api/units?scope=${code}`,
      `/api/grants?unit=${code}`,
    ])
      expect((await ask(url)).status, `${said}: ${url}`).toBe(status);
  }
}
