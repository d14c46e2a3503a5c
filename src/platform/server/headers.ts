import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import type { Site } from './site.ts';

/** What no page here needs; passkeys are asked for by our own pages. */
const permissions = [
  ...['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'magnetometer', 'microphone', 'midi'],
  ...['payment', 'usb', 'serial', 'hid', 'screen-wake-lock', 'idle-detection', 'browsing-topics'],
].map((name) => `${name}=()`);
const permissionsPolicy = [
  ...permissions,
  'publickey-credentials-get=(self)',
  'publickey-credentials-create=(self)',
].join(', ');

const twoYears = 63_072_000;

/** What every answer says about itself. Pages then put their own content policy in place of the one here, which allows nothing. */
export async function securityHeaders(app: FastifyInstance, { publicUrl }: Site): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    // On this machine there is no TLS, and another program may serve the same name over http.
    strictTransportSecurity: publicUrl === undefined ? false : { maxAge: twoYears, includeSubDomains: true },
  });
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('permissions-policy', permissionsPolicy);
    // Nothing is kept by a browser or a proxy, unless an answer says so of itself: built files do.
    reply.header('cache-control', 'no-store');
  });
}
