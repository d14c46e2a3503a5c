import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

// A passkey made of software, for tests that need one which lies: wrong origin, holder not checked, signed twice.

interface Asked {
  challenge: string;
  rpId?: string;
  rp?: { id: string };
}

interface Ways {
  origin?: string;
  isVerified?: boolean;
}

/** Answers as a browser does after it has asked the authenticator. */
export interface Authenticator {
  create: (options: unknown, ways?: Ways) => Record<string, unknown>;
  get: (options: unknown, ways?: Ways) => Record<string, unknown>;
}

const url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
const sha256 = (data: string | Uint8Array): Buffer => createHash('sha256').update(data).digest();

export function makeAuthenticator({ origin: own = 'http://localhost:4020' } = {}): Authenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(32);
  let counter = 0;
  const clientData = (type: string, { challenge }: Asked, origin: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const dataFor = (host: string, isVerified: boolean, more: Uint8Array = Buffer.alloc(0)) => {
    counter += 1;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const flags = 0x01 | (isVerified ? 0x04 : 0) | (more.length > 0 ? 0x40 : 0);
    return Buffer.concat([sha256(host), Buffer.from([flags]), count, more]);
  };
  const answer = (response: object) => ({
    id: url(id),
    rawId: url(id),
    type: 'public-key',
    clientExtensionResults: {},
    response,
  });
  return {
    create: (options, { origin = own, isVerified = true } = {}) => {
      const asked = options as Asked;
      const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, coseOf(publicKey)]);
      const authData = dataFor(asked.rp?.id ?? '', isVerified, credential);
      return answer({
        clientDataJSON: url(clientData('webauthn.create', asked, origin)),
        attestationObject: url(attestation(authData)),
        transports: ['internal'],
      });
    },
    get: (options, { origin = own, isVerified = true } = {}) => {
      const asked = options as Asked;
      const data = clientData('webauthn.get', asked, origin);
      const authenticatorData = dataFor(asked.rpId ?? '', isVerified);
      const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(data)]), privateKey);
      return answer({
        clientDataJSON: url(data),
        authenticatorData: url(authenticatorData),
        signature: url(signature),
      });
    },
  };
}

/** CBOR of { fmt: 'none', attStmt: {}, authData }. */
function attestation(authData: Uint8Array): Buffer {
  const text = (word: string) => Buffer.concat([Buffer.from([0x60 + word.length]), Buffer.from(word)]);
  const length = Buffer.from([0x59, authData.length >> 8, authData.length & 0xff]);
  const pairs = [text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0]), text('authData'), length, authData];
  return Buffer.concat([Buffer.from([0xa3]), ...pairs]);
}

/** The public key as COSE: EC2, ES256, P-256, x, y. */
function coseOf(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' }) as { x?: string; y?: string };
  const bytes = (text: string) => Buffer.concat([Buffer.from([0x58, 32]), Buffer.from(text, 'base64url')]);
  const head = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]);
  return Buffer.concat([head, bytes(x), Buffer.from([0x22]), bytes(y)]);
}
