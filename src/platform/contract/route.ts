import type { z } from 'zod';

/** Who may call: anybody, whoever is signed in, or whoever holds a permission (`noun.verb`). */
export type Permission = 'public' | 'signed-in' | `${string}.${string}`;

/**
 * One way in, declared once: the server, the OpenAPI document and the permission matrix follow from it.
 * `input` holds path parameters, query and body in one object; `Context` is what the pipeline gives to handlers.
 */
export interface Route<Context, I extends z.ZodObject = z.ZodObject, O extends z.ZodType = z.ZodType> {
  method: 'GET' | 'POST';
  /** Parameters in braces, as OpenAPI writes them: '/api/figures/{name}'. */
  path: `/api/${string}`;
  summary: { vi: string; en: string };
  permission: Permission;
  input: I;
  output: O;
  handler: (input: z.infer<I>, context: Context) => Promise<z.input<O>> | z.input<O>;
}

/** Declares a route; keeps the types of input and output for its handler. */
export function route<Context, I extends z.ZodObject, O extends z.ZodType>(
  declared: Route<Context, I, O>,
): Route<Context> {
  return declared as unknown as Route<Context>;
}

/** The names of the parameters in a path. */
export function pathParameters(path: string): string[] {
  return [...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] as string);
}
