import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { uuidv7 } from '#/platform/ids.ts';
import { admission, type Cast, exempted, openCast } from '#test/proposal-cast.ts';
import { id } from '#test/two-communes.ts';

// What somebody may try who would rather record alone.

let office: Cast['office'];
let secretary: Cast['secretary'];
let stranger: Cast['stranger'];
let officer: Cast['officer'];
let foreign: Cast['foreign'];
let proposed: Cast['proposed'];
let look: Cast['look'];
let record: Cast['record'];
let idsIn: Cast['idsIn'];
beforeAll(async () => {
  ({ office, secretary, stranger, officer, foreign, proposed, look, record, idsIn } = await openCast());
}, 120_000);
afterAll(() => office.close());

describe('attacks', () => {
  test('the proposer does not record or return it: not as the same role, not in another capacity, not by a passed-on grant', async () => {
    const which = await proposed(admission('Phạm Văn Năm'));
    const wide = await office.grant('bi-thu', 'committee-officer', 'A.1');
    const other = office.as({ login: 'bi-thu', capacity: wide });
    for (const asks of [secretary, other]) {
      expect(await record(asks, which), 'record').toMatchObject({ status: 403, code: 'proposal.same-person' });
      const back = await asks(`/api/proposals/${which}/return`, { reason: 'x' });
      expect(back, 'return').toMatchObject({ status: 403, code: 'proposal.same-person' });
    }
    // Their officer's role, passed on to a deputy who would then act in their name.
    const { body: passed } = await other('/api/grants/delegate', { login: 'pho', to: '2027-12-31', reason: 'x' });
    const deputy = office.as({ login: 'pho', capacity: `A/${passed.id}` });
    expect(await record(deputy, which)).toMatchObject({ status: 403, code: 'proposal.same-person' });
    // The officer's role, passed on to the proposer.
    const { body: given } = await officer('/api/grants/delegate', { login: 'bi-thu', to: '2027-12-31', reason: 'x' });
    const delegate = office.as({ login: 'bi-thu', capacity: `A/${given.id}` });
    expect(await record(delegate, which)).toMatchObject({ status: 403, code: 'proposal.same-person' });
    expect((await look(officer, which)).state).toBe('open');
  });

  test('what was proposed in somebody’s name is not recorded by them', async () => {
    const { body: passed } = await officer('/api/grants/delegate', { login: 'thay', to: '2027-12-31', reason: 'x' });
    const inTheirName = office.as({ login: 'thay', capacity: `A/${passed.id}` });
    const which = await proposed(admission('Phạm Văn Sáu'), inTheirName);
    expect(await record(officer, which)).toMatchObject({ status: 403, code: 'proposal.same-person' });
  });

  test('the operator is one person by whichever door, and no second one', async () => {
    const act = admission('Phạm Văn Bảy');
    expect((await office.operator('/api/proposals', { tenant: 'A', act })).status).toBe(200);
    const { seenAt } = (await office.operator(`/api/proposals/${act.id}?tenant=A`)).body;
    const answer = await office.operator(`/api/proposals/${act.id}/record`, { tenant: 'A', seenAt });
    expect(answer).toMatchObject({ status: 403, code: 'proposal.same-person' });
  });

  test('a kind that one may neither record nor propose is not proposed, also not to withdraw one', async () => {
    for (const kind of ['member.expelled', 'unit.dissolved', 'target.assigned'])
      expect(await secretary('/api/proposals', { act: { ...exempted(), kind } }), kind).toMatchObject({
        status: 403,
        code: 'act.not-yours',
      });
    const { register } = office.installation;
    expect(register.kinds.has('member.expelled')).toBe(true);
    const withdrawal = {
      id: uuidv7(),
      kind: 'act.withdrawn',
      effectiveOn: '2026-01-01',
      withdraws: id('A.1.1'),
      reason: 'x',
    };
    const answer = await secretary('/api/proposals', { act: withdrawal });
    expect([422, 403, 404], answer.text).toContain(answer.status);
    expect(answer.text).toMatch(/act\.not-yours|scope\.outside/);
  });

  test('proposing opens no way to record: the act is not there, and posting it is refused as before', async () => {
    const act = admission('Phạm Văn Tám');
    await proposed(act);
    expect((await officer(`/api/acts/${act.id}`)).status).toBe(404);
    expect(await secretary('/api/acts', { acts: [act] })).toMatchObject({ status: 403, code: 'act.not-yours' });
    expect(await record(secretary, act.id)).toMatchObject({ status: 403, code: 'proposal.same-person' });
  });

  test('naming a foreign unit as the acting one sends the proposal to nobody else: competent is who the kind says', async () => {
    const act = admission('Phạm Văn Chín', { actor: { unit: 'A.2', body: 'committee' } });
    await proposed(act);
    expect((await look(officer, act.id)).to.code).toBe('A');
    expect(await idsIn(foreign, 'in')).not.toContain(act.id);
    expect(await record(foreign, act.id, '2027-01-01T00:00:00Z')).toMatchObject({
      status: 404,
      code: 'proposal.unknown',
    });
    expect(await secretary('/api/proposals', { act: { ...act, id: uuidv7(), competent: 'A.2' } })).toMatchObject({
      status: 422,
    });
  });

  test('people of another place are not proposed about', async () => {
    const answer = await secretary('/api/proposals', { act: exempted({ person: id('person P2') }) });
    expect(answer).toMatchObject({ status: 404 });
    expect(answer.text).not.toMatch(/Ngoài/);
  });

  test('the id of somebody else’s proposal opens nothing: to others it is not there', async () => {
    const which = await proposed(admission('Phạm Văn Mười'));
    const leader = office.as({ login: 'lanh-dao', capacity: await office.grant('lanh-dao', 'leader', 'A.1') });
    const mate = office.as({
      login: 'pho-bi-thu',
      capacity: await office.grant('pho-bi-thu', 'cell-secretary', 'A.1.1'),
    });
    for (const asks of [stranger, foreign, mate]) {
      expect(await asks(`/api/proposals/${which}`)).toMatchObject({ status: 404, code: 'proposal.unknown' });
      expect(await record(asks, which, '2027-01-01T00:00:00Z')).toMatchObject({
        status: 404,
        code: 'proposal.unknown',
      });
      expect(await asks(`/api/proposals/${which}/return`, { reason: 'x' })).toMatchObject({ status: 404 });
      expect(await asks(`/api/proposals/${which}/withdraw`, {})).toMatchObject({ status: 404 });
      expect(await idsIn(asks, 'in')).not.toContain(which);
    }
    expect(await leader(`/api/proposals/${which}`)).toMatchObject({ status: 403, code: 'permission.missing' });
    expect(await officer(`/api/proposals/${which}/withdraw`, {})).toMatchObject({ status: 404 });
    const stolen = await stranger('/api/proposals', { act: { ...exempted({ person: id('person P2') }), id: which } });
    expect(stolen).toMatchObject({ status: 409, code: 'proposal.id-reused' });
  });

  test('the body is not edited while recording: nothing but the id and what was seen is taken', async () => {
    const which = await proposed(admission('Phạm Văn Xưa'));
    const { seenAt } = await look(officer, which);
    for (const more of [
      { act: admission('Kẻ Khác') },
      { acts: [] },
      { effectiveOn: '2020-01-01' },
      { proposedBy: 'x' },
    ])
      expect(await officer(`/api/proposals/${which}/record`, { seenAt, ...more })).toMatchObject({
        status: 400,
        code: 'request.invalid',
      });
    expect((await look(officer, which)).about).toBe('Phạm Văn Xưa');
  });

  test('it is decided once: not recorded twice, not after it was withdrawn or returned, not by two at the same time', async () => {
    const first = await proposed(admission('Phạm Văn Một'));
    const second = office.as({
      login: 'can-bo-2',
      capacity: await office.grant('can-bo-2', 'committee-officer', 'A.1'),
    });
    const { seenAt } = await look(officer, first);
    const both = await Promise.all([record(officer, first, seenAt), record(second, first, seenAt)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await record(officer, first)).toMatchObject({ status: 409, code: 'proposal.decided' });
    expect(await officer(`/api/proposals/${first}/return`, { reason: 'x' })).toMatchObject({ status: 409 });
    expect(await secretary(`/api/proposals/${first}/withdraw`, {})).toMatchObject({ status: 409 });

    const withdrawn = await proposed(admission('Phạm Văn Rút'));
    expect((await secretary(`/api/proposals/${withdrawn}/withdraw`, {})).body.state).toBe('withdrawn');
    expect(await record(officer, withdrawn)).toMatchObject({ status: 409, code: 'proposal.decided' });
    expect((await officer(`/api/acts/${withdrawn}`)).status).toBe(404);
  });

  test('sensitive values of a proposal are shown to who typed them, and to nobody else', async () => {
    const which = await proposed(
      admission('Phạm Văn Kín', {
        person: { name: 'Phạm Văn Kín', born: '2000-01-01', sex: 'male', citizenId: '001200009999' },
      }),
    );
    expect((await secretary(`/api/proposals/${which}`)).text).toContain('001200009999');
    expect((await officer(`/api/proposals/${which}`)).text).not.toContain('001200009999');
    const room = await office.installation.room('A');
    const { rows } = await room.pool
      .query('select 1')
      .then(() =>
        room.read({ actor: 'x' }, ({ client }) =>
          client.query('select p::text as row from proposal p where id = $1', [which]),
        ),
      );
    expect(rows[0].row).not.toMatch(/Kín|001200009999/);
  });

  test('a row of the table is decided by nobody but a second person, also past the server', async () => {
    const which = await proposed(admission('Phạm Văn Bảng'));
    const room = await office.installation.room('A');
    const decide = (by: string) =>
      room.write({ actor: by }, ({ client }) =>
        client.query("update proposal set state = 'recorded', decided_by = $2, decided_at = now() where id = $1", [
          which,
          by,
        ]),
      );
    await expect(decide('bi-thu')).rejects.toThrow('proposal_two_people_check');
    await expect(room.write({ actor: 'x' }, ({ client }) => client.query('delete from proposal'))).rejects.toThrow(
      'permission denied',
    );
  });
});
