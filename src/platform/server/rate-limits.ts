import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sha256Hex } from '#/platform/canonical-json.ts';
import { Problem } from '#/platform/errors.ts';
import { networkOf } from './network-of.ts';

/** Requests a minute. */
export interface RateLimits {
  /** From one address: an office behind one router has many desks. */
  address: number;
  /** With one session or token. */
  session: number;
  /** Ways in (signing in, codes, links), from one address. */
  signIn: number;
}

/** A desk asks about ten things a page; a quick hand opens a page a second. */
export const usualLimits: RateLimits = { address: 6_000, session: 1_200, signIn: 60 };

const minute = 60_000;
const waysIn = /^\/(api\/sign-in|api\/me\/prove|open)(?![\w-])/;
/** Callers that are counted at a time. */
const mostKnown = 50_000;

/**
 * Refuses whoever asks too often, before anything is read: by the address always, and by the session or token that is
 * presented as well. It need not be a right one; that is why the address counts beside it, whatever is presented.
 */
export async function rateLimits(app: FastifyInstance, limits: RateLimits): Promise<void> {
  await app.register(rateLimit, { global: false, cache: mostKnown });
  const byAddress = bucket(app, limits.address, addressOf);
  const bySession = bucket(app, limits.session, (request) => credentialOf(request) ?? addressOf(request));
  const bySignIn = bucket(app, limits.signIn, (request) => `in ${addressOf(request)}`);
  app.addHook('onRequest', async (request, reply) => {
    await byAddress(request, reply);
    if (credentialOf(request) !== null) await bySession(request, reply);
    if (isWayIn(request)) await bySignIn(request, reply);
  });
}

type Bucket = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

function bucket(app: FastifyInstance, max: number, keyGenerator: (request: FastifyRequest) => string): Bucket {
  const take = app.createRateLimit({ max, timeWindow: minute, keyGenerator });
  return async (request, reply) => {
    const taken = await take(request);
    if (taken.isAllowed || !taken.isExceeded) return;
    reply.header('retry-after', taken.ttlInSeconds);
    throw new Problem('request.too-many', `Too many requests; try again in ${taken.ttlInSeconds} seconds.`, {
      status: 429,
      vi: `Yêu cầu dồn dập quá; hãy thử lại sau ${taken.ttlInSeconds} giây.`,
    });
  };
}

/** Whether it tries a secret: what is told about signing in before that is read like any page. */
function isWayIn({ method, url }: FastifyRequest): boolean {
  return waysIn.test(url) && (method === 'POST' || url.startsWith('/open'));
}

function addressOf({ ip }: FastifyRequest): string {
  return networkOf(ip);
}

/** Hashed: the memory of the process keeps no secret. */
function credentialOf({ headers }: FastifyRequest): string | null {
  const given = headers.authorization ?? headers.cookie;
  return given === undefined ? null : sha256Hex(given);
}
