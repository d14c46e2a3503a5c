import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';

const broken: Readonly<Record<string, readonly [status: number, code: string, vi: string, en: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'request.timeout', 'Yêu cầu đến quá chậm.', 'The request came too slowly.'],
  HPE_HEADER_OVERFLOW: [431, 'request.header-too-large', 'Phần đầu của yêu cầu quá lớn.', 'The header is too large.'],
};
const other = [400, 'request.invalid', 'Yêu cầu không hợp lệ.', 'This is no request of HTTP.'] as const;

/**
 * Answers what is no request of HTTP, before anything of it is known: not even the language that it would accept. The
 * connection ends; where a wrong request stops, the next one begins nowhere.
 */
export function refuseBroken(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const [status, code, vi, en] = broken[error.code ?? ''] ?? other;
  const body = JSON.stringify({ type: `urn:sotay:problem:${code}`, title: `${vi} (${en})`, status, code });
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'x-content-type-options: nosniff',
    'cache-control: no-store',
    'connection: close',
  ];
  if (socket.writable) socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`);
  else socket.destroy();
}
