import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import type { Config } from '#/platform/config.ts';
import { Problem } from '#/platform/errors.ts';

// An identity provider is told in a file, not in ten variables: it has names in two languages and lists of levels.

const words = z.array(z.string().min(1)).default([]);
const shape = z.strictObject({
  issuer: z.url().refine(isSafe, 'has to be https; http is for this machine only'),
  clientId: z.string().min(1),
  /** Beside the file unless absolute; without it the client is a public one, which PKCE alone protects. */
  secretFile: z.string().min(1).optional(),
  scope: z
    .string()
    .regex(/\bopenid\b/, 'has to name openid')
    .default('openid profile'),
  /** The claim by which people know the person again; no account is found by it. */
  loginClaim: z.string().min(1).default('preferred_username'),
  name: z.strictObject({ vi: z.string().min(1).max(60), en: z.string().min(1).max(60) }),
  /** What the provider says of how it has checked the person that counts as a second factor here. Nothing does unless told. */
  secondFactor: z.strictObject({ acr: words, amr: words }).default({ acr: [], amr: [] }),
});

export type ProviderConfig = Omit<z.output<typeof shape>, 'secretFile'> & { secret: string | null };

/** Reads the file of the provider; null: there is none, and nothing ever leaves this machine for it. Throws `provider.config`. */
export function readProviderConfig({ dataDir, providerFile }: Config): ProviderConfig | null {
  const file = providerFile ?? join(dataDir, 'provider.json');
  // A file that was named and is not there is a mistake; the usual one is there or not.
  if (!existsSync(file) && providerFile === undefined) return null;
  const read = shape.safeParse(parsed(file));
  if (!read.success) {
    const [{ path, message }] = read.error.issues as [z.core.$ZodIssue];
    throw bad(file, `${path.join('.') || 'the file'}: ${message}`);
  }
  const { secretFile, ...config } = read.data;
  return { ...config, secret: secretFile === undefined ? null : secretIn(resolve(dirname(file), secretFile)) };
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw bad(file, existsSync(file) ? 'is no JSON' : 'is not there', cause);
  }
}

function secretIn(file: string): string {
  const secret = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  if (secret === '') throw bad(file, 'the file of the secret is missing or empty');
  return secret;
}

/** What goes to the provider goes encrypted; a provider on this machine is one for trying out. */
export function isSafe(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname));
}

function bad(file: string, what: string, cause?: unknown): Problem {
  return new Problem('provider.config', `The identity provider in ${file}: ${what}.`, { cause });
}
