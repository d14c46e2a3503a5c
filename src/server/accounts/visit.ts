import type { FastifyReply, FastifyRequest } from 'fastify';
import { deviceOf } from '#/platform/accounts/devices.ts';
import type { Visit } from '#/platform/accounts/visit.ts';
import { isOwnHost } from '#/platform/server/site.ts';
import { clearSession, giveSession } from '../web.ts';

/** Where a request comes from. Host and origin have been judged: they are this machine's, and the same. */
export function visitOf({ headers, protocol, ip }: FastifyRequest): Visit {
  // A server before ours holds the certificate of a public name: only it sees TLS.
  const { host = '', origin = `${isOwnHost(headers.host) ? protocol : 'https'}://${host}` } = headers;
  return { address: ip, device: deviceOf(headers['user-agent']), host: host.replace(/:\d+$/, ''), origin };
}

/** Gives the browser the cookie of a session, or takes it away (null). */
export function rememberIn(request: FastifyRequest, reply: FastifyReply): (secret: string | null) => void {
  return (secret) => (secret === null ? clearSession(request, reply) : giveSession(request, reply, secret));
}
