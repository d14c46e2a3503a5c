import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uuidv7 } from '#/platform/ids.ts';
import { type Asks, type Office, openOffice } from '#test/seats.ts';
import { id, ofA } from '#test/two-communes.ts';

// The rule act.two-people switched on for a kind that officers record: now it takes two of them.

let office: Office;
let first: Asks;
let second: Asks;

beforeAll(async () => {
  office = await openOffice(['A'], undefined, async ({ adminUrl }) => {
    const client = new Client({ connectionString: adminUrl });
    await client.connect();
    const { rowCount } = await client.query(
      `update public.rule set value = '["member.transferred", "badge.*"]' where key = 'act.two-people'`,
    );
    await client.end();
    expect(rowCount).toBe(1);
  });
  await office.operator('/api/acts', { acts: ofA });
  const as = async (login: string) =>
    office.as({ login, capacity: await office.grant(login, 'committee-officer', 'A.1') });
  [first, second] = [await as('mot'), await as('hai')];
}, 120_000);
afterAll(() => office.close());

const transferred = () => ({
  id: uuidv7(),
  kind: 'member.transferred',
  effectiveOn: '2026-05-01',
  person: id('person P1'),
  to: 'A.1.2',
});

test('a kind of the rule is no longer recorded alone: not by posting, not from a file, and trying it out says so', async () => {
  const act = transferred();
  expect(await first('/api/acts', { acts: [act] })).toMatchObject({ status: 403, code: 'proposal.needed' });
  expect((await first('/api/acts/rehearse', { acts: [act] })).text).toContain('proposal.needed');
  expect((await first('/api/acts/rehearse', { acts: [act], asProposal: true })).body.isPossible).toBe(true);
  const file = await first('/api/imports?name=x.ndjson', Buffer.from(`${JSON.stringify(act)}\n`));
  await first(`/api/imports/${file.body.id}/record`, {});
  for (let i = 0; i < 200; i += 1) {
    if ((await first(`/api/imports/${file.body.id}`)).body.state !== 'recording') break;
    await new Promise((done) => setTimeout(done, 20));
  }
  expect((await first(`/api/acts/${act.id}`)).status).toBe(404);
});

test('the session says which kinds are proposed in place of being recorded', async () => {
  const { records, proposes } = (await first('/api/session')).body;
  expect(proposes).toContain('member.transferred');
  expect(proposes).toContain('badge.awarded');
  expect(records).not.toContain('member.transferred');
  expect(records).toContain('member.admitted');
});

test('two officers record it together, and neither takes it back alone', async () => {
  const act = transferred();
  expect((await first('/api/proposals', { act })).status).toBe(200);
  const { seenAt } = (await second(`/api/proposals/${act.id}`)).body;
  expect(await first(`/api/proposals/${act.id}/record`, { seenAt })).toMatchObject({ code: 'proposal.same-person' });
  expect((await second(`/api/proposals/${act.id}/record`, { seenAt })).body.state).toBe('recorded');
  const withdrawal = {
    id: uuidv7(),
    kind: 'act.withdrawn',
    effectiveOn: '2026-06-01',
    withdraws: act.id,
    reason: 'Ghi nhầm',
  };
  expect(await second('/api/acts', { acts: [withdrawal] })).toMatchObject({ status: 403, code: 'proposal.needed' });
  expect((await second('/api/proposals', { act: withdrawal })).status).toBe(200);
  const again = (await first(`/api/proposals/${withdrawal.id}`)).body;
  expect((await first(`/api/proposals/${withdrawal.id}/record`, { seenAt: again.seenAt })).body.state).toBe('recorded');
});

test('two accounts of one person are one, also when the tie of one was ended since', async () => {
  const act = { ...transferred(), effectiveOn: '2026-05-03' };
  expect((await first('/api/proposals', { act })).status).toBe(200);
  const { seenAt } = (await second(`/api/proposals/${act.id}`)).body;
  const tie = (login: string) =>
    office.operator(`/api/people/${id('person P1')}/account`, { login, reason: 'x', tenant: 'A' });
  expect((await tie('mot')).status).toBe(200);
  await office.operator(`/api/people/${id('person P1')}/account/end`, { reason: 'x', tenant: 'A' });
  expect((await tie('hai')).status).toBe(200);
  expect(await second(`/api/proposals/${act.id}/record`, { seenAt })).toMatchObject({ code: 'proposal.same-person' });
  await first(`/api/proposals/${act.id}/withdraw`, {});
});

test('other kinds are recorded as before, and the operator is held to nothing', async () => {
  const act = {
    kind: 'member.updated',
    effectiveOn: '2026-05-02',
    person: id('person P1'),
    record: { religion: 'none' },
  };
  expect((await first('/api/acts', { acts: [act] })).status).toBe(200);
  expect((await office.operator('/api/acts', { acts: [{ ...transferred(), effectiveOn: '2026-06-02' }] })).status).toBe(
    200,
  );
});
