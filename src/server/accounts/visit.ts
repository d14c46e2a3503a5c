import type { FastifyReply, FastifyRequest } from 'fastify';
import { deviceOf } from '#/platform/accounts/devices.ts';
import type { Visit } from '#/platform/accounts/visit.ts';
import { clearSession, giveSession } from '../web.ts';

/** Where a request comes from. Host and origin have been judged: they are this machine's, and the same. */
export function visitOf({ headers, protocol, ip }: FastifyRequest): Visit {
  const { host = '', origin = `${protocol}://${host}` } = headers;
  return { address: ip, device: deviceOf(headers['user-agent']), host: host.replace(/:\d+$/, ''), origin };
}

/** Gives the browser the cookie of a session, or takes it away (null). */
export function rememberIn(request: FastifyRequest, reply: FastifyReply): (secret: string | null) => void {
  // A server before ours may hold the certificate; then only the browser says that it came by https.
  const isSecure = visitOf(request).origin.startsWith('https://');
  return (secret) => (secret === null ? clearSession(reply) : giveSession(reply, secret, isSecure));
}
