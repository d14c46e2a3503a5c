import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountOf, type Office, openOffice } from '#test/seats.ts';
import { ofA, ofB } from '#test/two-communes.ts';
import { seatOf } from '../capacity.ts';
import { liesWithin } from './within.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice(['A', 'B']);
  await office.operator('/api/acts', { tenant: 'A', acts: ofA });
  await office.operator('/api/acts', { tenant: 'B', acts: ofB });
});
afterAll(() => office.close());

test('an account is managed by whoever has all that it holds under their place, and by nobody else', async () => {
  const { installation, grant } = office;
  const chosen = await grant('quan-tri', 'administrator', 'A.1');
  const seat = await seatOf(
    installation,
    { accountId: accountOf('quan-tri'), login: 'quan-tri', hasSecondFactor: true },
    chosen,
    { session: null, choose: async () => {} },
  );
  const isTheirs = (login: string) => liesWithin(installation, seat, accountOf(login));
  expect(await isTheirs('moi')).toBe(true); // holds nothing yet
  await grant('duoi', 'cell-secretary', 'A.1.1');
  expect(await isTheirs('duoi')).toBe(true);
  const wide = await grant('duoi', 'leader', 'A', { from: '2027-01-01' }); // not yet, but it will
  expect(await isTheirs('duoi')).toBe(false);
  await office.operator(`/api/grants/${wide.split('/')[1]}/end`, { tenant: 'A', reason: 'x' });
  expect(await isTheirs('duoi')).toBe(true);
  await grant('ben', 'leader', 'A.2');
  await grant('o-xa', 'leader', 'B');
  await grant('ca-so', 'leader', null, { tenant: 'A' });
  for (const login of ['ben', 'o-xa', 'ca-so']) expect(await isTheirs(login), login).toBe(false);
});
