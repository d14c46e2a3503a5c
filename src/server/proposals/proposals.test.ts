import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { uuidv7 } from '#/platform/ids.ts';
import { admission, type Cast, exempted, openCast } from '#test/proposal-cast.ts';
import { id } from '#test/two-communes.ts';

// One proposes, another records.

let office: Cast['office'];
let secretary: Cast['secretary'];
let officer: Cast['officer'];
let proposed: Cast['proposed'];
let look: Cast['look'];
let record: Cast['record'];
let idsIn: Cast['idsIn'];
beforeAll(async () => {
  ({ office, secretary, officer, proposed, look, record, idsIn } = await openCast());
}, 120_000);
afterAll(() => office.close());

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
