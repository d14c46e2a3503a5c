import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Route } from '#/platform/contract/route.ts';
import { type FieldProblem, Problem } from '#/platform/errors.ts';
import type { AppOptions } from './app.ts';

/** Signed in? → input as declared → handler → output as declared. What leaves is what the route promises, and nothing more. */
export async function answer<Context>(
  options: AppOptions<Context>,
  route: Route<Context>,
  given: Record<string, unknown>,
  request: FastifyRequest,
): Promise<unknown> {
  const actor = options.signIn(request);
  if (route.permission !== 'public' && actor === null)
    throw new Problem('sign-in.needed', 'Sign in first: send the token as "Authorization: Bearer …".', { status: 401 });
  const input = route.input.safeParse(given, { reportInput: true });
  if (!input.success) {
    const fields = input.error.issues.flatMap(faultsOf);
    const first = fields[0] as FieldProblem;
    throw new Problem('request.invalid', `${first.field ?? ''}: ${first.message}`, { status: 400, fields });
  }
  return route.output.parse(await route.handler(input.data, options.context(actor)));
}

function faultsOf(issue: z.core.$ZodIssue): FieldProblem[] {
  const field = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      field: key,
      code: 'field.unknown',
      message: `There is no field "${key}" here.`,
    }));
  if (issue.input === undefined) return [{ field, code: 'field.missing', message: 'This field is needed.' }];
  return [{ field, code: 'field.invalid', message: issue.message }];
}
