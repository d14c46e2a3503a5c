import { isIP } from 'node:net';
import { Problem } from '#/platform/errors.ts';

/** Where a request comes from, and which address it names. */
export interface Visit {
  /** Of the network. */
  address: string;
  /** Browser and system. */
  device: string;
  /** The host that the browser asked, without a port. */
  host: string;
  /** Scheme, host and port of the page. */
  origin: string;
}

/** Whether a passkey can be bound to the host: browsers bind none to an address of numbers. */
export function canHavePasskeys(host: string): boolean {
  return isIP(host.replaceAll(/[[\]]/g, '')) === 0;
}

/** Throws `passkey.host`. */
export function checkHost({ host }: Visit): void {
  if (canHavePasskeys(host)) return;
  throw new Problem('passkey.host', `A passkey cannot be bound to ${host}: open the page by the name localhost.`, {
    vi: `Không gắn được khóa truy cập với địa chỉ ${host}: hãy mở trang bằng tên localhost.`,
  });
}
