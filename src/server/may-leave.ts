import { isIP } from 'node:net';
import { hasAccounts } from '#/platform/accounts/sessions.ts';
import { Problem } from '#/platform/errors.ts';
import type { Site } from '#/platform/server/site.ts';
import type { Installation } from './installation.ts';

/** Whether the server may answer other machines; if not, why. */
export type MayLeave = { may: true } | { may: false; why: { vi: string; en: string } };

/**
 * Whether an installation may be reached from other machines: as long as it has no account, or keeps the door of whoever
 * started it open, whoever opens the printed link may do everything.
 */
export async function mayLeaveThisMachine(
  { hall }: Pick<Installation, 'hall'>,
  keepsOperator: boolean,
): Promise<MayLeave> {
  if (keepsOperator)
    return {
      may: false,
      why: {
        vi: 'với --operator, ai mở được liên kết cũng làm được mọi việc',
        en: 'with --operator, whoever opens the link may do everything',
      },
    };
  if (await hasAccounts(hall)) return { may: true };
  return {
    may: false,
    why: {
      vi: 'chưa có tài khoản nào: ai mở được liên kết cũng làm được mọi việc. Hãy tạo người quản trị đầu tiên trước',
      en: 'there is no account yet, so that whoever opens the link may do everything. Make the first administrator first',
    },
  };
}

/**
 * The address to listen at: this machine's own, unless another one was asked for, the installation may leave this machine
 * and its public address is known. Throws `address.refused`.
 */
export async function addressToListenAt(
  host: string | undefined,
  { publicUrl }: Site,
  may: () => Promise<MayLeave>,
): Promise<string> {
  if (host === undefined) return '127.0.0.1';
  if (isIP(host) === 0)
    throw refused(
      host,
      `"${host}" không phải là một địa chỉ IP của máy này`,
      `"${host}" is no IP address of this machine`,
    );
  if (/^127\.|^::1$/.test(host)) return host;
  if (publicUrl === undefined)
    throw refused(
      host,
      'chưa đặt địa chỉ công khai SOTAY_PUBLIC_URL (https://…)',
      'its public address SOTAY_PUBLIC_URL (https://…) is not set',
    );
  const answer = await may();
  if (!answer.may) throw refused(host, answer.why.vi, answer.why.en);
  return host;
}

function refused(host: string, vi: string, en: string): Problem {
  const said = { vi: `Không nghe ở ${host}: ${vi}.`, message: `Not listening at ${host}: ${en}.` };
  const fields = [{ field: 'host', code: 'address.refused', ...said }];
  return new Problem('address.refused', said.message, { status: 409, vi: said.vi, fields });
}
