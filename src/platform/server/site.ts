import type { FastifyRequest } from 'fastify';
import { Problem } from '#/platform/errors.ts';

/** Where this server is reached. Without a public address, it answers on its own machine only. */
export interface Site {
  /** As browsers elsewhere see it, through a proxy that does TLS. */
  publicUrl?: URL;
  /** Addresses or networks of the proxies whose word about the caller's address is taken. */
  trustProxy?: string[];
}

const ownHosts: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a `Host` header names this machine itself, where there is no TLS. */
export function isOwnHost(host = ''): boolean {
  return ownHosts.has(host.toLowerCase().replace(/:\d+$/, ''));
}

/** A page on the web may point its own name at 127.0.0.1 (DNS rebinding); then the browser says that name here. Throws `request.host`. */
export function refuseForeignHost({ headers }: FastifyRequest, { publicUrl }: Site): void {
  const isPublic = publicUrl !== undefined && headers.host?.toLowerCase() === publicUrl.host;
  if (isOwnHost(headers.host) || isPublic) return;
  throw new Problem(
    'request.host',
    `This server answers ${publicUrl ? 'under its own name' : 'on this machine'} only.`,
    {
      status: 421,
    },
  );
}

/**
 * A page of another server, also of one on another port of this machine, must not act in the name of whoever is signed in.
 * Throws `request.origin`.
 */
export function refuseForeignPage({ method, headers }: FastifyRequest, { publicUrl }: Site): void {
  const site = headers['sec-fetch-site'] ?? 'none';
  const { origin, host = '' } = headers;
  // Under the public name only https counts: a page over http may be anybody's between here and there.
  const own = host.toLowerCase() === publicUrl?.host ? publicUrl.origin : `http://${host}`;
  const isForeign = origin !== undefined && origin !== own;
  const isReading = method === 'GET' || method === 'HEAD';
  if (isForeign || (!isReading && site !== 'none' && site !== 'same-origin'))
    throw new Problem('request.origin', 'This request comes from a page of another address.', { status: 403 });
}

const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST']);

/** Nothing here answers to another method; TRACE would hand a cookie back. Throws `request.method`. */
export function refuseOddMethod({ method }: FastifyRequest): void {
  if (!methods.has(method))
    throw new Problem('request.method', 'This server knows GET, HEAD and POST.', { status: 405 });
}
