import { fileURLToPath } from 'node:url';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { pages } from '#/platform/server/pages.ts';
import type { Sessions } from './sessions.ts';

const cookie = 'sotay_session';
const built = fileURLToPath(new URL('../../dist/web', import.meta.url));

/** The secret of the session that a request carries. */
export function sessionOf({ cookies }: FastifyRequest): string | null {
  return cookies[cookie] ?? null;
}

/** The pages, and the link that opens them: it sets the cookie of a session and leads to the first page. */
export async function serveWeb(
  app: FastifyInstance,
  { sessions, folder = built }: { sessions: Sessions; folder?: string },
): Promise<void> {
  app.get<{ Querystring: { code?: string } }>('/open', async (request, reply) => {
    const { code } = request.query;
    const secret = typeof code === 'string' ? sessions.open(code) : null;
    reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
    // Without `Secure`: on this machine there is no TLS, and browsers differ in what they take for safe.
    if (secret !== null) reply.setCookie(cookie, secret, { path: '/', httpOnly: true, sameSite: 'strict' });
    return reply.redirect(secret === null ? '/?link=used' : '/', 303);
  });
  await app.register(pages, { folder });
}
