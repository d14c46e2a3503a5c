import { fileURLToPath } from 'node:url';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { pages } from '#/platform/server/pages.ts';
import type { Operator } from './accounts/operator.ts';
import type { Sessions } from './sessions.ts';

const cookie = 'sotay_session';
const built = fileURLToPath(new URL('../../dist/web', import.meta.url));

/** The secret of the session that a request carries. */
export function sessionOf({ cookies }: FastifyRequest): string | null {
  return cookies[cookie] ?? null;
}

/** No script reads the cookie, and no other site sends it. On this machine there is no TLS, and browsers differ in what they take for safe. */
export function giveSession(reply: FastifyReply, secret: string, isSecure: boolean): void {
  reply.setCookie(cookie, secret, { path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure });
}

export function clearSession(reply: FastifyReply): void {
  reply.clearCookie(cookie, { path: '/', httpOnly: true, sameSite: 'strict' });
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
    if (secret !== null) giveSession(reply, secret, false);
    return reply.redirect(secret === null ? '/?link=used' : '/', 303);
  });
  await app.register(pages, { folder });
}
