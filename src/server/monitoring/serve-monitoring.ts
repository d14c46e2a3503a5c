import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sha256Hex } from '#/platform/canonical-json.ts';
import { Problem } from '#/platform/errors.ts';
import type { Exports } from '#/platform/files/exports.ts';
import { isOwnHost } from '#/platform/server/site.ts';
import type { Installation } from '../installation.ts';
import { serveHealth } from './health.ts';
import { makeMetrics } from './metrics.ts';
import { takeReadings } from './readings.ts';

interface Watched {
  installation: Installation;
  exports: Pick<Exports, 'running'>;
  /** What another machine has to show to read the metrics; without one, only this machine reads them. */
  token?: string;
}

/** `/healthz` for everybody, `/metrics` for this machine or for whoever has the token. */
export function serveMonitoring(app: FastifyInstance, { installation, exports, token }: Watched): void {
  serveHealth(app, installation.hall);
  const read = makeMetrics(app, () => takeReadings(installation, exports.running()));
  app.get('/metrics', async (request, reply) => {
    if (!isFromHere(request) && !carries(request, token))
      throw new Problem('metrics.elsewhere', 'Metrics are for this machine, or for who has SOTAY_METRICS_TOKEN.', {
        status: 403,
      });
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(await read());
  });
}

/** A request through a proxy on this machine comes from this machine too, but says for whom, or asks for the public name. */
function isFromHere({ socket, headers }: FastifyRequest): boolean {
  const isLoopback = /^(127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? '');
  const isForwarded = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'via'].some((name) => name in headers);
  return isLoopback && isOwnHost(headers.host) && !isForwarded;
}

function carries({ headers }: FastifyRequest, token: string | undefined): boolean {
  const given = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
  if (token === undefined || given === undefined) return false;
  return timingSafeEqual(Buffer.from(sha256Hex(given)), Buffer.from(sha256Hex(token)));
}
