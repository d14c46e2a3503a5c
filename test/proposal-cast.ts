import { expect } from 'vitest';
import { uuidv7 } from '#/platform/ids.ts';
import { type Asks, openOffice } from './seats.ts';
import { id, ofA, ofB } from './two-communes.ts';

const paper = { issuer: 'Đảng ủy A.1', number: '7-QĐ/ĐU', issuedOn: '2026-02-01' };

/** Somebody new in the cell: the grassroots committee's superior is competent, and every test has a person of its own. */
export const admission = (name: string, more: object = {}) => ({
  id: uuidv7(),
  kind: 'member.admitted',
  effectiveOn: '2026-02-03',
  paper,
  person: { name, born: '2000-01-01', sex: 'male', citizenId: '001200000001' },
  cell: 'A.1.1',
  ...more,
});

export const exempted = (more: object = {}) => ({
  id: uuidv7(),
  kind: 'member.exempted',
  effectiveOn: '2026-02-03',
  person: id('person P1'),
  ...more,
});

/** Cell A.1.1 lies under the grassroots committee A.1, which lies under the province A: a secretary and an officer there, and in the other commune. */
export async function openCast() {
  const office = await openOffice(['A', 'B']);
  await office.operator('/api/acts', { tenant: 'A', acts: ofA });
  await office.operator('/api/acts', { tenant: 'B', acts: ofB });
  const capacityOfSecretary = await office.grant('bi-thu', 'cell-secretary', 'A.1.1');
  const capacityOfOfficer = await office.grant('can-bo', 'committee-officer', 'A.1');
  const secretary = office.as({ login: 'bi-thu', capacity: capacityOfSecretary });
  const officer = office.as({ login: 'can-bo', capacity: capacityOfOfficer });
  const stranger = office.as({
    login: 'bi-thu-khac',
    capacity: await office.grant('bi-thu-khac', 'cell-secretary', 'A.2.1'),
  });
  const foreign = office.as({
    login: 'can-bo-khac',
    capacity: await office.grant('can-bo-khac', 'committee-officer', 'A.2'),
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
  return {
    office,
    secretary,
    stranger,
    officer,
    foreign,
    capacityOfSecretary,
    capacityOfOfficer,
    proposed,
    look,
    record,
    idsIn,
  };
}

export type Cast = Awaited<ReturnType<typeof openCast>>;
