import type { Office } from './seats.ts';

/** Makes somebody new who works as this at a unit of A; at commune A.1 unless told. */
export function hire(office: () => Office) {
  let made = 0;
  return async (role: string, unit: string | null = 'A.1', more: object = {}) => {
    const login = `ng-${++made}`;
    const capacity = await office().grant(login, role, unit, { tenant: 'A', ...more });
    return { login, capacity, grantId: capacity.split('/')[1] as string, ask: office().as({ login, capacity }) };
  };
}
