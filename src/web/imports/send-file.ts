import { uploadImport } from '#/exchange/intake/contract.ts';
import type { Intake } from '#/exchange/intake/shapes.ts';
import { Problem, type Rfc9457 } from '#/platform/errors.ts';
import { spokenLanguage } from '#/platform/i18n/texts.ts';
import { fileAddress } from '../ask.ts';

interface Sending {
  tenant: string | undefined;
  /** From 0 to 1; 1: all of it is there, and is being read. */
  progress: (share: number) => void;
  signal: AbortSignal;
}

/** Sends a file as it is, declared not to be classified: the page asks before. By XMLHttpRequest: fetch does not tell how much of a body has gone. Throws Problem, or AbortError. */
export function sendFile(file: File, { tenant, progress, signal }: Sending): Promise<Intake> {
  const { promise, resolve, reject } = Promise.withResolvers<Intake>();
  const request = new XMLHttpRequest();
  request.open(
    'POST',
    fileAddress({ ...uploadImport, output: null }, { name: file.name, tenant, declaredUnclassified: '1' }),
  );
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.setRequestHeader('accept', 'application/json');
  request.setRequestHeader('accept-language', spokenLanguage());
  request.upload.onprogress = ({ loaded, total }) => progress(total === 0 ? 1 : loaded / total);
  request.upload.onload = () => progress(1);
  request.onload = () => {
    if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText) as Intake);
    else reject(problemOf(request));
  };
  request.onerror = () => reject(new Problem('network.gone', 'The server cannot be reached.', { status: 503 }));
  request.onabort = () => reject(new DOMException('broken off by the user', 'AbortError'));
  signal.addEventListener('abort', () => request.abort());
  request.send(file);
  return promise;
}

function problemOf({ status, statusText, responseText }: XMLHttpRequest): Problem {
  try {
    const { code, title, errors = [] } = JSON.parse(responseText) as Rfc9457;
    return new Problem(code, title, { status, fields: errors });
  } catch {
    return new Problem('answer.unreadable', `${status} ${statusText}`, { status }); // a proxy between, not our server
  }
}
