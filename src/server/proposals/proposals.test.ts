import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { uuidv7 } from '#/platform/ids.ts';
import { type Asks, type Office, openOffice } from '#test/seats.ts';
import { id, ofA, ofB } from '#test/two-communes.ts';

// One proposes, another records. Cell A.1.1 lies under the grassroots committee A.1, which lies under the province A.

let office: Office;
/** Secretary of cell A.1.1, and of A.2.1 in the other commune. */
let secretary: Asks;
let stranger: Asks;
/** Officers of A.1 and A.2. */
let officer: Asks;
let foreign: Asks;
let capacityOfSecretary: string;
let capacityOfOfficer: string;

beforeAll(async () => {
  office = await openOffice(['A', 'B']);
  await office.operator('/api/acts', { tenant: 'A', acts: ofA });
  await office.operator('/api/acts', { tenant: 'B', acts: ofB });
  capacityOfSecretary = await office.grant('bi-thu', 'cell-secretary', 'A.1.1');
  capacityOfOfficer = await office.grant('can-bo', 'committee-officer', 'A.1');
  secretary = office.as({ login: 'bi-thu', capacity: capacityOfSecretary });
  officer = office.as({ login: 'can-bo', capacity: capacityOfOfficer });
  stranger = office.as({
    login: 'bi-thu-khac',
    capacity: await office.grant('bi-thu-khac', 'cell-secretary', 'A.2.1'),
  });
  foreign = office.as({
    login: 'can-bo-khac',
    capacity: await office.grant('can-bo-khac', 'committee-officer', 'A.2'),
  });
}, 120_000);
afterAll(() => office.close());

const paper = { issuer: 'Đảng ủy A.1', number: '7-QĐ/ĐU', issuedOn: '2026-02-01' };

/** Somebody new in the cell: the grassroots committee's superior is competent, and every test has a person of its own. */
const admission = (name: string, more: object = {}) => ({
  id: uuidv7(),
  kind: 'member.admitted',
  effectiveOn: '2026-02-03',
  paper,
  person: { name, born: '2000-01-01', sex: 'male', citizenId: '001200000001' },
  cell: 'A.1.1',
  ...more,
});

const exempted = (more: object = {}) => ({
  id: uuidv7(),
  kind: 'member.exempted',
  effectiveOn: '2026-02-03',
  person: id('person P1'),
  ...more,
});

const proposed = async (act: { id: string }, asks = secretary) => {
  const answer = await asks('/api/proposals', { act });
  expect(answer.status, answer.text).toBe(200);
  return act.id;
};
const look = async (asks: Asks, which: string) => (await asks(`/api/proposals/${which}`)).body;
const record = async (asks: Asks, which: string, seenAt?: string) =>
  asks(`/api/proposals/${which}/record`, {
    seenAt: seenAt ?? (await look(asks, which)).seenAt ?? '2026-01-01T00:00:00Z',
  });
const idsIn = async (asks: Asks, box: 'in' | 'out') =>
  (await asks(`/api/proposals?box=${box}`)).body.proposals.map((one: { id: string }) => one.id);

describe('proposing and recording', () => {
  test('what the secretary proposes stands in the box of the competent unit, and is recorded word for word by somebody else', async () => {
    const act = admission('Phạm Văn Mới');
    const which = await proposed(act);
    expect(await idsIn(officer, 'in')).toContain(which);
    expect(await idsIn(secretary, 'out')).toContain(which);
    const seen = await look(officer, which);
    expect(seen).toMatchObject({
      about: 'Phạm Văn Mới',
      state: 'open',
      isOurs: true,
      isOwn: false,
      act: null,
      news: [],
    });
    expect([seen.from.code, seen.to.code]).toEqual(['A.1.1', 'A']);
    expect(seen.rehearsed.isPossible).toBe(true);
    expect((await record(officer, which)).body).toMatchObject({ state: 'recorded', decided: { by: 'can-bo' } });
    const { body: line } = await officer(`/api/acts/${which}`);
    expect(line).toMatchObject({ kind: 'member.admitted', recordedBy: 'can-bo', effectiveOn: '2026-02-03' });
    expect(line.source.proposal).toMatchObject({ by: 'bi-thu', unit: id('unit A.1.1') });
    expect((await officer(`/api/acts/${which}/story`)).body.source.proposal.by).toBe('bi-thu');
    expect(await idsIn(officer, 'in')).not.toContain(which);
  });

  test('sending a proposal twice proposes it once; another act under its id is refused', async () => {
    const act = admission('Phạm Văn Hai');
    await proposed(act);
    await proposed(act);
    expect((await idsIn(secretary, 'out')).filter((one: string) => one === act.id)).toHaveLength(1);
    const other = await secretary('/api/proposals', { act: { ...act, effectiveOn: '2026-02-04' } });
    expect(other).toMatchObject({ status: 409, code: 'proposal.id-reused' });
    const recorded = id('registered P1');
    expect(await secretary('/api/proposals', { act: { ...act, id: recorded } })).toMatchObject({ status: 422 });
  });

  test('what cannot be recorded is not proposed: the proposer is told what stands against it', async () => {
    const { text, status, code } = await secretary('/api/proposals', { act: exempted({ person: 'NOBODY' }) });
    expect([status, code], text).toEqual([422, 'proposal.impossible']);
  });

  test('a returned proposal says why, and is taken up again by a new one', async () => {
    const act = admission('Phạm Văn Ba');
    const which = await proposed(act);
    expect(await officer(`/api/proposals/${which}/return`, { reason: ' ' })).toMatchObject({ status: 400 });
    const { body } = await officer(`/api/proposals/${which}/return`, { reason: 'Thiếu ngày quyết định' });
    expect(body).toMatchObject({ state: 'returned', decided: { by: 'can-bo', reason: 'Thiếu ngày quyết định' } });
    const own = await look(secretary, which);
    expect(own).toMatchObject({ can: { again: true }, act: { person: { citizenId: '001200000001' } } });
    const again = { ...act, id: uuidv7(), effectiveOn: '2026-02-05' };
    const { body: next } = await secretary('/api/proposals', { act: again, follows: which });
    expect(next.follows).toBe(which);
    expect((await record(officer, again.id)).status).toBe(200);
    expect((await look(secretary, which)).state).toBe('returned');
  });

  test('what was recorded about the same person since is shown, and has to be seen before the proposal is recorded', async () => {
    const which = await proposed(exempted());
    const { seenAt } = await look(officer, which);
    const update = {
      kind: 'member.updated',
      effectiveOn: '2026-01-05',
      person: id('person P1'),
      record: { religion: 'none' },
    };
    expect((await officer('/api/acts', { acts: [update] })).status).toBe(200);
    expect(await record(officer, which, seenAt)).toMatchObject({ status: 409, code: 'proposal.moved' });
    const seen = await look(officer, which);
    expect(seen.news.map((one: { kind: string }) => one.kind)).toEqual(['member.updated']);
    expect((await record(officer, which, seen.seenAt)).status).toBe(200);
  });

  test('a proposal that has become impossible is rehearsed anew, and recording it is refused with the reason', async () => {
    const twice = [exempted({ effectiveOn: '2026-05-01', person: id('person P1') })];
    const died = { id: uuidv7(), kind: 'member.died', effectiveOn: '2026-03-01', person: id('person P1') };
    const newcomer = admission('Phạm Văn Bốn', {
      person: { id: uuidv7(), name: 'Phạm Văn Bốn', born: '1999-01-01', sex: 'male' },
    });
    expect((await officer('/api/acts', { acts: [newcomer] })).status).toBe(200);
    const person = (newcomer.person as { id?: string }).id;
    const which = await proposed({ ...twice[0], id: uuidv7(), person } as never);
    expect((await officer('/api/acts', { acts: [{ ...died, person }] })).status).toBe(200);
    const seen = await look(officer, which);
    expect(seen.rehearsed.isPossible).toBe(false);
    expect(seen.rehearsed.problems.length).toBeGreaterThan(0);
    expect((await record(officer, which)).status).toBe(422);
    expect((await look(officer, which)).state).toBe('open');
  });
});

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
