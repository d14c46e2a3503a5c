import type { z } from 'zod';

/** Who may call: anybody, whoever is signed in, or whoever holds a permission (`noun.verb`). */
export type Permission = 'public' | 'signed-in' | `${string}.${string}`;

/** The answer is a file to save, not JSON. */
export type FileOutput = 'file';

/**
 * One way in, declared once: the server, the screens' client, the OpenAPI document and the permission matrix follow from it.
 * `input` holds path parameters, query and body in one object. Safe for a browser: a file of contracts imports no server code.
 */
export interface Contract<
  I extends z.ZodObject = z.ZodObject,
  O extends z.ZodType | FileOutput = z.ZodType | FileOutput,
> {
  method: 'GET' | 'POST';
  /** Parameters in braces, as OpenAPI writes them: '/api/figures/{name}'. */
  path: `/api/${string}`;
  summary: { vi: string; en: string };
  permission: Permission;
  input: I;
  output: O;
  /** stream: the body is a file as it is (application/octet-stream), and `input` stands in path and query. */
  body?: 'stream';
  /** The answer is long and names nobody, so it may be compressed (docs/security.md, "Compression"): catalogues, the tree, numbers. */
  isCompressed?: true;
}

/** Declares a contract. */
export function contract<I extends z.ZodObject, O extends z.ZodType | FileOutput>(
  declared: Contract<I, O>,
): Contract<I, O> {
  return declared;
}

/** The names of the parameters in a path. */
export function pathParameters(path: string): string[] {
  return [...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] as string);
}
