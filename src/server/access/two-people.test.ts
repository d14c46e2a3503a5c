import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hire } from '#test/officers.ts';
import { type Asks, accountOf, type Office, openOffice } from '#test/seats.ts';
import { ofA } from '#test/two-communes.ts';

// Decision 20: a role that reads personal data, or that grants roles, takes two people, and neither is the other's creature.

let office: Office;
let at = Date.parse('2026-06-15T03:00:00Z');
const clock = { now: () => new Date(at) };
const fresh = hire(() => office);
let first: Somebody;
let second: Somebody;
type Somebody = Awaited<ReturnType<typeof fresh>>;

beforeAll(async () => {
  office = await openOffice(['A'], clock);
  await office.operator('/api/acts', { tenant: 'A', acts: ofA });
}, 120_000);
afterAll(() => office.close());

const admin = (unit: string | null = 'A.1') => fresh('administrator', unit);
let wished = 0;
const wish = (more: object = {}) => ({ login: `moi-${++wished}`, role: 'leader', unit: 'A.1.1', reason: 'x', ...more });
const ask = async (asks: Asks, more: object = {}) => {
  const { status, body, text } = await asks('/api/grants', wish(more));
  expect(status, text).toBe(200);
  return body;
};
const approve = (asks: Asks, id: string) => asks(`/api/grants/${id}/approve`, {});
const works = async (login: string, id: string) =>
  (await office.as({ login, capacity: `A/${id}` })('/api/people')).status;
/** An administrator whom another one alone has invited, or made one. */
const creature = async (of: Somebody, how: 'invited' | 'invited anew' | 'tied' | 'granted'): Promise<Somebody> => {
  const somebody = await admin();
  const account = accountOf(somebody.login);
  if (how === 'invited') await owner('update account set created_by = $1 where login = $2', [of.login, somebody.login]);
  else if (how === 'invited anew')
    await owner(
      `insert into account_code (account_id, hash, purpose, drops_factors, made_at, made_by, expires_at, used_at)
       values ($1, $3, 'invitation', false, now(), $2, now(), now())`,
      [account, of.login, account],
    );
  else if (how === 'tied')
    await owner(
      `insert into account_identity (account_id, issuer, subject, tied_at, tied_by) values ($1, 'x', $3, now(), $2)`,
      [account, of.login, account],
    );
  else
    await owner('update role_grant set granted_by = $1, giver_account = $2 where id = $3', [
      ...[of.login, accountOf(of.login), somebody.grantId],
    ]);
  return somebody;
};
/** As the owner of the tables, who may do anything. */
async function owner(text: string, values: unknown[]): Promise<void> {
  const client = new Client({ connectionString: office.installation.adminUrl });
  await client.connect();
  const { schemaName } = (await office.installation.room('A')).tenant;
  await client.query(`set search_path = "${schemaName}", public`);
  const { rowCount } = await client.query(text, values);
  expect(rowCount).toBe(1);
  await client.end();
}
/** What was there before is older than what comes. */
beforeEach(async () => {
  at += 60_000;
});

test('as long as nobody else grants at a place, one administrator’s grant holds at once, and is told to be of one', async () => {
  const alone = await admin('A.2');
  const { body: told } = await alone.ask('/api/grants');
  expect(told).toMatchObject({ waiting: [], isAlone: true });
  const grant = await ask(alone.ask, { login: 'mot-minh', unit: 'A.2.1' });
  expect(grant).toMatchObject({ state: 'active', byOne: true, approvedBy: null, holds: true });
  expect(await works('mot-minh', grant.id)).toBe(200);
});

describe('where there are two', () => {
  beforeAll(async () => {
    [first, second] = [await admin(), await admin()];
  });

  test('a role that shows people waits, gives nothing until another approves it, and holds from then on', async () => {
    const grant = await ask(first.ask, { login: 'cho-duyet' });
    expect(grant).toMatchObject({ state: 'waiting', holds: false, grantedBy: first.login });
    expect(await works('cho-duyet', grant.id)).toBe(403);
    const seen = async (asks: Asks) => {
      const { body } = await asks('/api/grants');
      expect(body.grants.map(({ id }: { id: string }) => id)).not.toContain(grant.id);
      return body.waiting.find(({ id }: { id: string }) => id === grant.id);
    };
    expect(await seen(first.ask)).toMatchObject({
      mayApprove: false,
      whyNot: { vi: expect.stringContaining('người thứ hai') },
    });
    expect(await seen(second.ask)).toMatchObject({ mayApprove: true, mayRefuse: true, whyNot: null });
    expect((await approve(second.ask, grant.id)).body).toMatchObject({
      ...{ id: grant.id, state: 'active', holds: true, grantedBy: first.login, approvedBy: second.login, byOne: false },
    });
    expect(await works('cho-duyet', grant.id)).toBe(200);
    expect(await approve(second.ask, grant.id)).toMatchObject({ status: 409, code: 'grant.decided' });
    const { rows } = await office.installation.hall.query(
      `select event, actor, note from account_event where account_id = $1 order by recorded_at`,
      [accountOf('cho-duyet')],
    );
    expect(rows).toEqual([
      { event: 'role-asked', actor: first.login, note: 'leader A/A.1.1' },
      { event: 'role-approved', actor: second.login, note: 'leader A/A.1.1' },
    ]);
  });

  test.each(['administrator', 'auditor', 'cell-secretary', 'organisation-department'])('%s waits', async (role) => {
    expect(await ask(first.ask, { role })).toMatchObject({ state: 'waiting' });
  });

  test('a member’s role, which shows nobody else, does not wait; nor what the operator gives', async () => {
    expect(await ask(first.ask, { role: 'member' })).toMatchObject({ state: 'active', byOne: false });
    expect(await ask(office.operator, { tenant: 'A' })).toMatchObject({ state: 'active', byOne: false });
  });

  test('is not approved by who asked, in whatever capacity, nor by who is granted it', async () => {
    const grant = await ask(first.ask, { login: second.login });
    expect(await approve(first.ask, grant.id)).toMatchObject({ status: 403, code: 'grant.same-person' });
    expect(await approve(second.ask, grant.id)).toMatchObject({ status: 403, code: 'grant.same-person' });
    const wider = office.as({
      login: first.login,
      capacity: await office.grant(first.login, 'administrator', 'A', { tenant: 'A' }),
    });
    expect(await approve(wider, grant.id)).toMatchObject({ status: 403, code: 'grant.same-person' });
    at += 60_000;
    expect(await approve((await admin()).ask, grant.id)).toMatchObject({ code: 'grant.same-person' }); // came after it was asked for
  });

  test.each(['invited', 'invited anew', 'tied', 'granted'] as const)(
    'is not approved by an account that who asked has %s, nor the other way round',
    async (how) => {
      const puppet = await creature(first, how);
      const again = await creature(puppet, how);
      at += 60_000;
      const [asked, askedByIt] = [await ask(first.ask), await ask(puppet.ask)];
      expect(await approve(puppet.ask, asked.id)).toMatchObject({ status: 403, code: 'grant.same-person' });
      expect(await approve(again.ask, asked.id)).toMatchObject({ status: 403, code: 'grant.same-person' });
      expect(await approve(first.ask, askedByIt.id)).toMatchObject({ status: 403, code: 'grant.same-person' });
      expect((await approve(second.ask, asked.id)).status).toBe(200);
      expect((await approve(second.ask, askedByIt.id)).status).toBe(200);
    },
  );

  test('is not approved by a right that was only passed on, nor by who is not over the place', async () => {
    const third = await admin();
    const { body } = await third.ask('/api/grants/delegate', { login: 'thay-mat', to: '2026-12-31', reason: 'x' });
    at += 60_000;
    const grant = await ask(first.ask);
    const deputy = office.as({ login: 'thay-mat', capacity: `A/${body.id}` });
    expect(await approve(deputy, grant.id)).toMatchObject({ status: 403, code: 'grant.same-person' });
    const beside = await admin('A.2');
    expect(await approve(beside.ask, grant.id)).toMatchObject({ status: 404, code: 'grant.unknown' });
    const asked = await ask(deputy);
    expect(await approve(third.ask, asked.id)).toMatchObject({ status: 403, code: 'grant.same-person' });
    expect((await approve(second.ask, asked.id)).status).toBe(200);
  });

  test('whoever ends the other’s right is not alone by that', async () => {
    const [one, other] = [await fresh('administrator', 'A.2.1'), await fresh('administrator', 'A.2.1')];
    await one.ask(`/api/grants/${other.grantId}/end`, { reason: 'x' });
    expect(await ask(one.ask, { unit: 'A.2.1' })).toMatchObject({ state: 'waiting' });
  });

  test('what somebody asked for whose right has ended since is not approved', async () => {
    const gone = await admin();
    const grant = await ask(gone.ask);
    await office.operator(`/api/grants/${gone.grantId}/end`, { tenant: 'A', reason: 'x' });
    expect(await approve(second.ask, grant.id)).toMatchObject({ status: 409, code: 'grant.asker-gone' });
  });

  test('is refused with a reason, or taken back; asked for twice it waits once', async () => {
    const more = { login: 'hai-lan', role: 'auditor' };
    const grant = await ask(first.ask, more);
    expect(await first.ask('/api/grants', wish(more))).toMatchObject({ status: 409, code: 'grant.asked' });
    expect(await second.ask(`/api/grants/${grant.id}/refuse`, {})).toMatchObject({ status: 400 });
    const refused = await second.ask(`/api/grants/${grant.id}/refuse`, { reason: 'không quen' });
    expect(refused.body).toMatchObject({ state: 'refused', holds: false });
    expect(await approve(second.ask, grant.id)).toMatchObject({ status: 409, code: 'grant.decided' });
    expect((await first.ask(`/api/grants/${(await ask(first.ask, more)).id}/refuse`, { reason: 'nhầm' })).status).toBe(
      200,
    );
  });

  test('two accounts of one person are one', async () => {
    const other = await admin();
    at += 60_000;
    const grant = await ask(first.ask);
    const person = '00000000-0000-7000-8000-000000000001';
    const tie = (login: string, ended: boolean) =>
      owner(
        `insert into person_account (account_id, login, person_id, tied_at, tied_by, reason, untied_at, untied_by, untie_reason)
         values ($1, $2, $3, now(), 'x', 'x', case when $4 then now() end, case when $4 then 'x' end, case when $4 then 'x' end)`,
        [accountOf(login), login, person, ended],
      );
    await tie(first.login, true); // also when the tie was ended since
    await tie(other.login, false);
    expect(await approve(other.ask, grant.id)).toMatchObject({ status: 403, code: 'grant.same-person' });
    expect((await approve(second.ask, grant.id)).status).toBe(200);
  });

  test('the database takes no grant that says it was approved and was not asked for so', async () => {
    const grant = await ask(first.ask, { login: 'lach-luat' });
    const room = await office.installation.room('A');
    const write = (role: string) =>
      room.write({ actor: second.login }, async ({ client }) => {
        await client.query(
          'update grant_request set decided_at = now(), decided_by = $2, is_approved = true where id = $1',
          [grant.id, second.login],
        );
        await client.query(
          `insert into role_grant (id, account_id, login, role, unit_id, valid, granted_by, giver_account, granted_at, reason, approved_by, approved_at)
           select id, account_id, login, $2, unit_id, valid, asked_by, asker_account, now(), reason, $3, now() from grant_request where id = $1`,
          [grant.id, role, second.login],
        );
      });
    await expect(write('administrator')).rejects.toThrow(/row-level security/);
    await expect(
      room.write({ actor: first.login }, ({ client }) =>
        client.query(`update grant_request set decided_at = now(), decided_by = $2, is_approved = true where id = $1`, [
          grant.id,
          first.login,
        ]),
      ),
    ).rejects.toThrow(/two_people/);
    await write('leader');
  });
});
