// What was typed and is not recorded yet has to survive a reload of the tab, and may hold citizen ids and addresses. It lies
// in sessionStorage encrypted (AES-GCM) under a key that the browser keeps in IndexedDB and lets no script read out. Where
// the page has no such cryptography (plain http from another machine) nothing is kept: it then lives as long as the page.

let opened: Promise<CryptoKey | null> | undefined;

const prefix = 'sotay.sealed.';

/** Keeps a value under a name until the tab is closed. */
export async function keepSealed(name: string, value: unknown): Promise<void> {
  const key = await storeKey();
  if (key === null) return;
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = new TextEncoder().encode(JSON.stringify(value));
  const cipher = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, data));
  try {
    sessionStorage.setItem(prefix + name, `${base64(iv)}.${base64(cipher)}`);
  } catch {
    // full or forbidden: what was typed lives as long as the page
  }
}

/** What was kept under the name, or null: never kept, or not to be opened any more. */
export async function readSealed<T>(name: string): Promise<T | null> {
  const [iv, cipher] = (stored(name) ?? '').split('.');
  const key = await storeKey();
  if (key === null || iv === undefined || cipher === undefined) return null;
  try {
    const data = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytes(iv) }, key, bytes(cipher));
    return JSON.parse(new TextDecoder().decode(data)) as T;
  } catch {
    return null; // the key was cleared away with the browser's data
  }
}

export function dropSealed(name: string): void {
  try {
    sessionStorage.removeItem(prefix + name);
  } catch {
    // a browser that keeps nothing has nothing to drop
  }
}

function stored(name: string): string | null {
  try {
    return sessionStorage.getItem(prefix + name);
  } catch {
    return null;
  }
}

function storeKey(): Promise<CryptoKey | null> {
  opened ??= findKey().catch(() => null);
  return opened;
}

async function findKey(): Promise<CryptoKey | null> {
  if (globalThis.crypto?.subtle === undefined || globalThis.indexedDB === undefined) return null;
  const database = await answer(indexedDB.open('sotay', 1), (request) => {
    (request as IDBOpenDBRequest).onupgradeneeded = () =>
      (request as IDBOpenDBRequest).result.createObjectStore('keys');
  });
  const store = () => database.transaction('keys', 'readwrite').objectStore('keys');
  const known = await answer<CryptoKey | undefined>(store().get('typed'));
  if (known !== undefined) return known;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  await answer(store().put(made, 'typed'));
  return made;
}

function answer<T>(request: IDBRequest<T>, prepare?: (request: IDBRequest<T>) => void): Promise<T> {
  prepare?.(request);
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

const base64 = (data: Uint8Array): string => btoa(Array.from(data, (byte) => String.fromCharCode(byte)).join(''));
const bytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
