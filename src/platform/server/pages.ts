import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import staticFiles from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '#/platform/errors.ts';

const nonceMark = '__CSP_NONCE__';

const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** The built pages: files with a hash in their name for ever, and for every other address the one document, its policy fresh. */
export async function pages(app: FastifyInstance, { folder }: { folder: string }): Promise<void> {
  const file = join(folder, 'index.html');
  let read: { text: string; at: number } | undefined;
  const text = (): string => {
    const at = statSync(file).mtimeMs; // built anew while the server runs: the names of its files have changed
    if (read?.at !== at) read = { text: readFileSync(file, 'utf8'), at };
    return read.text;
  };
  if (existsSync(folder))
    await app.register(staticFiles, {
      root: join(folder, 'assets'),
      prefix: '/assets/',
      decorateReply: false,
      index: false,
      maxAge: '365d',
      immutable: true,
      preCompressed: true, // by the build, once and as small as can be: they hold nothing that is anybody's
    });
  app.get('/*', (request, reply) => document(request, reply, file, text));
}

function document({ url }: FastifyRequest, reply: FastifyReply, file: string, text: () => string): FastifyReply {
  if (url.startsWith('/api/') || url.startsWith('/assets/'))
    throw new Problem('route.unknown', 'There is nothing at this address.', { status: 404 });
  if (!existsSync(file))
    throw new Problem('web.not-built', 'The pages are not built yet: run "npm run build".', { status: 503 });
  const nonce = randomBytes(18).toString('base64');
  return reply
    .header('content-security-policy', policy(nonce))
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(text().replaceAll(nonceMark, nonce));
}
