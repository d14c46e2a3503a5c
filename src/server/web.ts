import { fileURLToPath } from 'node:url';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pages } from '#/platform/server/pages.ts';
import { isOwnHost } from '#/platform/server/site.ts';
import type { Operator } from './accounts/operator.ts';
import type { Sessions } from './sessions.ts';

const built = fileURLToPath(new URL('../../dist/web', import.meta.url));

/**
 * On this machine there is no TLS, and browsers differ in what they take for safe. Under any other name there is nothing
 * else, and with this prefix they refuse a cookie that not this very host has set over TLS.
 */
const cookieOf = ({ headers }: FastifyRequest) => {
  const isSecure = !isOwnHost(headers.host);
  return { name: isSecure ? '__Host-sotay_session' : 'sotay_session', isSecure };
};

/** The secret of the session that a request carries. */
export function sessionOf(request: FastifyRequest): string | null {
  return request.cookies[cookieOf(request).name] ?? null;
}

/** No script reads the cookie, and no other site sends it. */
export function giveSession(request: FastifyRequest, reply: FastifyReply, secret: string): void {
  const { name, isSecure } = cookieOf(request);
  reply.setCookie(name, secret, { path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure });
}

export function clearSession(request: FastifyRequest, reply: FastifyReply): void {
  const { name, isSecure } = cookieOf(request);
  reply.clearCookie(name, { path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure });
}

interface WebOptions {
  sessions: Sessions;
  operator: Operator;
  folder?: string;
}

/** The pages, and the link that opens them: it sets the cookie of a session and leads to the first page. */
export async function serveWeb(
  app: FastifyInstance,
  { sessions, operator, folder = built }: WebOptions,
): Promise<void> {
  app.get<{ Querystring: { code?: string } }>('/open', async (request, reply) => {
    const { code } = request.query;
    if (!(await operator.mayEnter())) return reply.redirect('/?link=ended', 303);
    const secret = typeof code === 'string' ? sessions.open(code) : null;
    reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
    if (secret !== null) giveSession(request, reply, secret);
    return reply.redirect(secret === null ? '/?link=used' : '/', 303);
  });
  await app.register(pages, { folder });
}
