import { normalizeIP } from '@fastify/rate-limit';

/** What counts as one address: one of IPv6 with its neighbours of a /64, of which a home has as many as it likes. */
export function networkOf(ip: string): string {
  return normalizeIP(ip, 64);
}
