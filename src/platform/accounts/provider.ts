import * as oidc from 'openid-client';
import { Problem } from '#/platform/errors.ts';
import { isSafe, type ProviderConfig } from './provider-config.ts';

// OpenID Connect with the well-kept library: authorization code, PKCE, state, nonce, and the signature of the ID token.

/** Who somebody is at the provider. */
export interface Identity {
  issuer: string;
  subject: string;
  /** As the provider calls them; nothing is decided by it. */
  name: string | null;
  /** The provider has checked what counts as a second factor here. */
  isStrong: boolean;
}

/** What is kept here while somebody is at the provider. */
export interface Away {
  state: string;
  nonce: string;
  verifier: string;
  /** The page that the provider sends them back to. */
  back: string;
}

/** An identity provider of this installation. */
export interface Provider {
  name: { vi: string; en: string };
  /** The issuer, as the ID tokens name it. Throws `provider.down`. */
  issuer: () => Promise<string>;
  /** Where the browser goes. Throws `provider.down`. */
  begin: (back: string) => Promise<{ address: string; away: Away }>;
  /** Who came back with the answer in the address. Throws `provider.refused`, `provider.answer`, `provider.down`. */
  finish: (away: Away, answer: string) => Promise<Identity>;
  /** Where the browser goes to be signed out there too; null: the provider has no such page, or is not reached. */
  leaveAt: (back: string) => Promise<string | null>;
}

const SECOND = 1_000;
/** Seconds: somebody waits before the screen. */
const patience = 8;
/** What it says of itself is asked anew after so long: nobody is sent off to a provider that is down. */
const knownFor = 30 * SECOND;

export function makeProvider(config: ProviderConfig, now: () => number = Date.now): Provider {
  const known = keepKnown(config, now);
  const { name, scope, secondFactor } = config;
  return {
    name,
    issuer: async () => (await known()).serverMetadata().issuer,
    begin: async (back) => {
      const at = await known();
      const away = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
        back,
      };
      const address = oidc.buildAuthorizationUrl(at, {
        redirect_uri: back,
        scope,
        state: away.state,
        nonce: away.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(away.verifier),
        code_challenge_method: 'S256',
        ...(secondFactor.acr.length === 0 ? {} : { acr_values: secondFactor.acr.join(' ') }),
      });
      return { address: address.href, away };
    },
    finish: async ({ state, nonce, verifier, back }, answer) => {
      const came = new URL(back);
      came.search = answer;
      const at = await known();
      const tokens = await oidc
        .authorizationCodeGrant(at, came, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        })
        .catch(inWords);
      return identityOf(config, tokens.claims() as oidc.IDToken);
    },
    leaveAt: async (back) => {
      const at = await known().catch(() => null); // one is signed out here all the same
      if (at?.serverMetadata().end_session_endpoint === undefined) return null;
      return oidc.buildEndSessionUrl(at, { post_logout_redirect_uri: back }).href;
    },
  };
}

/** What the provider says of itself, asked when it is needed: a server starts without it. */
function keepKnown(config: ProviderConfig, now: () => number): () => Promise<oidc.Configuration> {
  let kept: { at: number; what: Promise<oidc.Configuration> } | undefined;
  return () => {
    if (kept === undefined || now() - kept.at > knownFor) {
      const what = discover(config).catch((cause: unknown) => {
        kept = undefined; // it may answer the next one
        throw isDown(cause);
      });
      kept = { at: now(), what };
    }
    return kept.what;
  };
}

async function discover({ issuer, clientId, secret }: ProviderConfig): Promise<oidc.Configuration> {
  const isPlain = issuer.startsWith('http:');
  const found = await oidc.discovery(
    new URL(issuer),
    clientId,
    undefined,
    secret === null ? oidc.None() : oidc.ClientSecretBasic(secret),
    {
      timeout: patience,
      execute: [oidc.enableNonRepudiationChecks, ...(isPlain ? [oidc.allowInsecureRequests] : [])],
    },
  );
  // The browser is sent there: to no address that the provider's own rule would not allow.
  const { authorization_endpoint: there = '' } = found.serverMetadata();
  if (!isSafe(there)) throw new Error(`no safe authorization_endpoint: ${there}`);
  return found;
}

function identityOf({ loginClaim, secondFactor }: ProviderConfig, claims: oidc.IDToken): Identity {
  const { iss, sub, acr, amr } = claims;
  const called = claims[loginClaim];
  const ways = Array.isArray(amr) ? amr : [];
  return {
    issuer: iss,
    subject: sub,
    name: typeof called === 'string' && called.trim() !== '' ? called.trim().slice(0, 200) : null,
    isStrong:
      (typeof acr === 'string' && secondFactor.acr.includes(acr)) ||
      ways.some((way) => typeof way === 'string' && secondFactor.amr.includes(way)),
  };
}

/** The provider has refused, has answered what is not to be believed, or has not answered. */
function inWords(cause: unknown): never {
  if (cause instanceof oidc.AuthorizationResponseError)
    throw new Problem('provider.refused', `The provider has not let you in (${cause.error}).`, {
      vi: `Nhà cung cấp không cho vào (${cause.error}).`,
      cause,
    });
  if (isUnreached(cause)) throw isDown(cause);
  throw new Problem(
    'provider.answer',
    'What came back from the provider is not the answer to this sign-in: begin again.',
    {
      cause,
    },
  );
}

function isUnreached(error: unknown): boolean {
  if (error instanceof TypeError && error.message === 'fetch failed') return true;
  const { code, cause } = error as { code?: string; cause?: unknown };
  if (code === 'OAUTH_TIMEOUT' || code === 'OAUTH_RESPONSE_IS_NOT_CONFORM') return true;
  return cause instanceof Error && isUnreached(cause);
}

function isDown(cause: unknown): Problem {
  return new Problem(
    'provider.down',
    'The identity provider does not answer: sign in by password, or try again later.',
    {
      status: 503,
      cause,
    },
  );
}
