import compress from '@fastify/compress';
import type { FastifyInstance, FastifyRequest, RouteShorthandOptions } from 'fastify';

/** Below this, what is saved is less than a packet. */
const threshold = 1_400;

/**
 * Routes that say so may be compressed, and nothing else is: the length of a compressed answer tells whether what a stranger
 * puts into it stands there already (BREACH), so answers with names, values or codes stay as they are.
 */
export async function compression(app: FastifyInstance): Promise<void> {
  await app.register(compress, {
    global: false,
    // A small body that unpacks to a large one would go by the limit of bodies.
    globalDecompression: false,
    threshold,
    encodings: ['br', 'gzip'],
  });
}

/** What a route that may be compressed adds to its options. */
export const compressed: RouteShorthandOptions = { compress: {}, onRequest: onlyForOwnPages };

/**
 * A page of another server can make a browser ask, not a page of ours: only then could a stranger choose what is asked and
 * watch the lengths. Browsers say who makes them ask; whoever says nothing of it carries a token, which no page can add.
 */
async function onlyForOwnPages({ headers }: FastifyRequest): Promise<void> {
  const isOwn = headers['sec-fetch-site'] === 'same-origin';
  const isProgram = headers['sec-fetch-site'] === undefined && headers.authorization !== undefined;
  if (!isOwn && !isProgram) headers['x-no-compression'] = '';
}
