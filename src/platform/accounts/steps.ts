// Signing in, as what has been shown so far. Nothing here knows of the network or the database.

/** The second factors that an account may have. */
export type Factor = 'totp' | 'passkey' | 'printed';

/** What may be shown first and leave a second factor to be asked for. */
export type First = 'password' | 'code' | 'provider';

/** What somebody has just shown, and it was right. */
export type Proof =
  | 'password'
  /** A one-time code, with a new password set by it. */
  | 'code'
  | 'totp'
  /** A code of a printed sheet. */
  | 'printed'
  /** A passkey; `verified`: its holder was checked too (finger, face, PIN), so that it is two factors in one. */
  | { passkey: 'present' | 'verified' }
  /** An identity provider has said who it is; `strong`: and has checked what counts as a second factor here. */
  | { provider: 'plain' | 'strong' };

export type Stage =
  | { at: 'start' }
  | { at: 'second-factor'; first: First; factors: readonly Factor[] }
  | { at: 'signed-in'; method: string; hasSecondFactor: boolean };

/** Where a proof leads; null: it is none at this stage. `factors` are those that the account has. */
export function advance(stage: Stage, proof: Proof, factors: readonly Factor[]): Stage | null {
  if (stage.at === 'signed-in') return null;
  if (stage.at === 'second-factor') return completed(stage.first, proof, stage.factors);
  if (proof === 'password' || proof === 'code') return afterFirst(proof, factors);
  if (typeof proof !== 'object') return null;
  if ('provider' in proof)
    return proof.provider === 'strong'
      ? { at: 'signed-in', method: 'provider', hasSecondFactor: true }
      : afterFirst('provider', factors);
  return proof.passkey === 'verified' ? { at: 'signed-in', method: 'passkey', hasSecondFactor: true } : null;
}

function afterFirst(first: First, factors: readonly Factor[]): Stage {
  return factors.length > 0
    ? { at: 'second-factor', first, factors }
    : { at: 'signed-in', method: first, hasSecondFactor: false };
}

function completed(first: First, proof: Proof, factors: readonly Factor[]): Stage | null {
  if (typeof proof === 'object' && 'provider' in proof) return null;
  const factor = typeof proof === 'object' ? 'passkey' : proof;
  if (factor === 'password' || factor === 'code' || !factors.includes(factor)) return null;
  return { at: 'signed-in', method: `${first}+${factor}`, hasSecondFactor: true };
}
