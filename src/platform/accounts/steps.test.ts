import fc from 'fast-check';
import { expect, test } from 'vitest';
import { advance, type Factor, type Proof, type Stage } from './steps.ts';

const proof = fc.constantFrom<Proof>('password', 'code', 'totp', { passkey: 'present' }, { passkey: 'verified' });
const factors = fc.subarray<Factor>(['totp', 'passkey']);

/** All that is shown one after the other; what is no proof at its stage changes nothing. */
function shown(proofs: readonly Proof[], has: readonly Factor[]): Stage {
  return proofs.reduce<Stage>((stage, one) => advance(stage, one, has) ?? stage, { at: 'start' });
}

test('whatever is shown in whatever order, nobody comes in without password or verified passkey, nor past a factor that the account has', () => {
  fc.assert(
    fc.property(fc.array(proof, { maxLength: 6 }), factors, (proofs, has) => {
      const end = shown(proofs, has);
      if (end.at !== 'signed-in') return;
      const isPasskeyAlone = end.method === 'passkey';
      if (isPasskeyAlone) expect(proofs).toContainEqual({ passkey: 'verified' });
      else expect(proofs.includes('password') || proofs.includes('code')).toBe(true);
      if (has.length > 0) expect(end.hasSecondFactor).toBe(true);
      if (end.hasSecondFactor && !isPasskeyAlone)
        expect(has).toContain(end.method.replace(/^(password|code)\+/, '') as Factor);
      if (!end.hasSecondFactor) expect(has).toEqual([]);
    }),
  );
});

test('password and then any factor of the account lead in; the session tells how', () => {
  expect(shown(['password'], [])).toEqual({ at: 'signed-in', method: 'password', hasSecondFactor: false });
  expect(shown(['password', 'totp'], ['totp'])).toMatchObject({ method: 'password+totp', hasSecondFactor: true });
  expect(shown(['code', { passkey: 'present' }], ['passkey'])).toMatchObject({ method: 'code+passkey' });
  expect(shown([{ passkey: 'verified' }], ['totp', 'passkey'])).toMatchObject({
    method: 'passkey',
    hasSecondFactor: true,
  });
});

test('a passkey whose holder was not checked, or the code of an app, is no beginning', () => {
  expect(advance({ at: 'start' }, { passkey: 'present' }, ['passkey'])).toBeNull();
  expect(advance({ at: 'start' }, 'totp', ['totp'])).toBeNull();
});

test('the password again is no second factor, and a factor that the account lacks is none either', () => {
  const second: Stage = { at: 'second-factor', first: 'password', factors: ['passkey'] };
  expect(advance(second, 'password', ['passkey'])).toBeNull();
  expect(advance(second, 'code', ['passkey'])).toBeNull();
  expect(advance(second, 'totp', ['passkey'])).toBeNull();
});
