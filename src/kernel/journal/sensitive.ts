import type { z } from 'zod';
import { Problem } from '#/platform/errors.ts';
import { derivedId, isUuid } from '#/platform/ids.ts';
import type { Sealed } from './refs.ts';
import { type SchemaPath, schemaPaths, visitPath } from './schema-paths.ts';
import type { Vault } from './vault.ts';

type Body = Record<string, unknown>;

/** A row of sensitive_value, without its scope. */
export interface SensitiveRow {
  ref: string;
  actId: string;
  /** Whose value it is: the person or unit that the act brings in around it, else the act's own subject. */
  subjectId: string;
  field: string;
  cipher: Buffer;
  lookup: Buffer | null;
  keyId: string;
}

/** What revealing needs of a row; cipher is null once the value is erased. */
export interface SealedValue {
  ref: string;
  cipher: Uint8Array | null;
}

interface SensitivePath {
  path: readonly string[];
  field: string;
  /** How deep the innermost new person or unit around the value lies; 0: there is none. */
  owner: number;
}

const compiled = new WeakMap<z.ZodType, readonly SensitivePath[]>();

function sensitivePaths(schema: z.ZodType): readonly SensitivePath[] {
  let paths = compiled.get(schema);
  if (paths === undefined) {
    const all = schemaPaths(schema);
    const introduced = all.filter(({ meta }) => meta.introduces !== undefined);
    paths = all.flatMap(({ path, meta }) =>
      meta.sensitive === undefined ? [] : [{ path, field: meta.sensitive, owner: ownerDepth(path, introduced) }],
    );
    compiled.set(schema, paths);
  }
  return paths;
}

function ownerDepth(path: readonly string[], introduced: readonly SchemaPath[]): number {
  const around = introduced.filter((owner) => owner.path.every((step, depth) => step === path[depth]));
  return Math.max(0, ...around.map((owner) => owner.path.length));
}

/**
 * Takes the plain sensitive values out of a body: the body with {ref, commitment} in their places, and the rows that
 * keep them. Values that are sealed already stay. `subjectId` is the act's first subject.
 */
export function concealBody(
  schema: z.ZodType,
  body: Body,
  act: { id: string; subjectId: string },
  vault: Vault,
): { body: Body; rows: SensitiveRow[] } {
  const rows: SensitiveRow[] = [];
  const changed = replaceEach(schema, body, (value, { path, owner, field }) => {
    if (isSealed(value)) return value;
    const ref = derivedId(act.id, 'sensitive', path.join('.'));
    const { sealed, cipher, lookup } = vault.conceal(value, ref, field);
    const subjectId = owner ?? act.subjectId;
    rows.push({ ref, actId: act.id, subjectId, field, cipher, lookup, keyId: vault.keyId });
    return sealed;
  });
  return { body: changed, rows };
}

/**
 * Puts the plain values back where the rows still hold them; erased and unknown ones stay sealed.
 * Give it the rows of this act only: a line could name the ref of somebody else's value.
 * Throws `value.changed` when a value is not the one that the journal vouches for.
 */
export function revealBody(schema: z.ZodType, body: Body, rows: Iterable<SealedValue>, vault: Vault): Body {
  const ciphers = new Map<string, Uint8Array>();
  for (const { ref, cipher } of rows) if (cipher !== null) ciphers.set(ref, cipher);
  if (ciphers.size === 0) return body;
  return replaceEach(schema, body, (value) => {
    const cipher = isSealed(value) ? ciphers.get(value.ref) : undefined;
    return cipher === undefined ? value : openValue(value as Sealed, cipher, vault);
  });
}

/** The value behind a sealed field, checked against what the journal vouches for. */
export function openValue(sealed: Sealed, cipher: Uint8Array, vault: Vault): unknown {
  const { value, salt } = vault.reveal(cipher, sealed.ref);
  if (vault.commitmentOf(value, salt) === sealed.commitment) return value;
  throw new Problem('value.changed', `The sensitive value ${sealed.ref} is not the one that was recorded.`);
}

/** Whether a field holds a reference and commitment in place of its value. */
export function isSealed(value: unknown): value is Sealed {
  if (typeof value !== 'object' || value === null) return false;
  const { ref, commitment } = value as Partial<Sealed>;
  return isUuid(ref) && typeof commitment === 'string' && Object.keys(value).length === 2;
}

interface Found {
  path: readonly string[];
  field: string;
  /** The id of the new person or unit around the value. */
  owner: string | undefined;
}

function replaceEach(schema: z.ZodType, body: Body, replace: (value: unknown, found: Found) => unknown): Body {
  let copy: Body | undefined;
  for (const { path, field, owner } of sensitivePaths(schema)) {
    // Most bodies of most kinds hold none, and are handed back as they are.
    let isThere = copy !== undefined;
    if (!isThere)
      visitPath(body, path, () => {
        isThere = true;
      });
    if (!isThere) continue;
    copy ??= copyOf(body) as Body;
    const root = copy;
    visitPath(root, path, (value, place) => {
      place.container[place.key] = replace(value, {
        path: place.path,
        field,
        owner: idAt(root, place.path.slice(0, owner)),
      });
    });
  }
  return copy ?? body;
}

function idAt(body: Body, path: readonly string[]): string | undefined {
  if (path.length === 0) return undefined;
  let node: unknown = body;
  for (const step of path) node = (node as Body)[step];
  return (node as { id?: string }).id;
}

/** structuredClone costs ten times as much, and acts hold nothing but JSON. */
function copyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf);
  const copy: Body = {};
  for (const key in value) copy[key] = copyOf((value as Body)[key]);
  return copy;
}
