import { isIP } from 'node:net';
import { Problem } from '#/platform/errors.ts';
import type { Site } from './site.ts';

/** Reads SOTAY_PUBLIC_URL and SOTAY_TRUST_PROXY. Throws `setting.invalid`. */
export function readSite(env: Record<string, string | undefined> = process.env): Site {
  const publicUrl = env.SOTAY_PUBLIC_URL ? readPublicUrl(env.SOTAY_PUBLIC_URL) : undefined;
  const trustProxy = env.SOTAY_TRUST_PROXY ? readProxies(env.SOTAY_TRUST_PROXY) : undefined;
  return { ...(publicUrl && { publicUrl }), ...(trustProxy && { trustProxy }) };
}

function readPublicUrl(text: string): URL {
  const url = URL.parse(text);
  if (url === null || url.protocol !== 'https:')
    throw invalid(
      'SOTAY_PUBLIC_URL',
      `"${text}" is not an address that begins with https://`,
      `"${text}" không phải là địa chỉ bắt đầu bằng https://`,
    );
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '')
    throw invalid('SOTAY_PUBLIC_URL', 'it is a host only, without a path', 'chỉ gồm tên máy chủ, không có đường dẫn');
  return url;
}

/** Addresses and networks by name: whoever trusted every address would let each caller say where it comes from. */
function readProxies(text: string): string[] {
  const proxies = text.split(',').map((one) => one.trim());
  for (const proxy of proxies)
    if (!isNetwork(proxy))
      throw invalid(
        'SOTAY_TRUST_PROXY',
        `"${proxy}" is no address (10.0.0.5), network (10.0.0.0/24) or "loopback"`,
        `"${proxy}" không phải là địa chỉ (10.0.0.5), mạng (10.0.0.0/24) hay "loopback"`,
      );
  return proxies;
}

function isNetwork(text: string): boolean {
  if (text === 'loopback') return true;
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  // A network of everybody is no proxy.
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 8 && Number(bits) <= (version === 4 ? 32 : 128))
  );
}

function invalid(field: string, message: string, vi: string): Problem {
  const fields = [{ field, code: 'setting.invalid', message, vi: `${field}: ${vi}.` }];
  return new Problem('setting.invalid', `${field}: ${message}.`, { status: 400, vi: `${field}: ${vi}.`, fields });
}
