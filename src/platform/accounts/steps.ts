// Signing in, as what has been shown so far. Nothing here knows of the network or the database.

/** The second factors that an account may have. */
export type Factor = 'totp' | 'passkey';

/** What somebody has just shown, and it was right. */
export type Proof =
  | 'password'
  /** A one-time code, with a new password set by it. */
  | 'code'
  | 'totp'
  /** A passkey; `verified`: its holder was checked too (finger, face, PIN), so that it is two factors in one. */
  | { passkey: 'present' | 'verified' };

export type Stage =
  | { at: 'start' }
  | { at: 'second-factor'; first: 'password' | 'code'; factors: readonly Factor[] }
  | { at: 'signed-in'; method: string; hasSecondFactor: boolean };

/** Where a proof leads; null: it is none at this stage. `factors` are those that the account has. */
export function advance(stage: Stage, proof: Proof, factors: readonly Factor[]): Stage | null {
  if (stage.at === 'signed-in') return null;
  if (stage.at === 'second-factor') return completed(stage.first, proof, stage.factors);
  if (proof === 'password' || proof === 'code')
    return factors.length > 0
      ? { at: 'second-factor', first: proof, factors }
      : { at: 'signed-in', method: proof, hasSecondFactor: false };
  if (typeof proof === 'object' && proof.passkey === 'verified')
    return { at: 'signed-in', method: 'passkey', hasSecondFactor: true };
  return null;
}

function completed(first: string, proof: Proof, factors: readonly Factor[]): Stage | null {
  const factor = typeof proof === 'object' ? 'passkey' : proof;
  if (factor === 'password' || factor === 'code' || !factors.includes(factor)) return null;
  return { at: 'signed-in', method: `${first}+${factor}`, hasSecondFactor: true };
}
