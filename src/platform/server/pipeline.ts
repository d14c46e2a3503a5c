import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type Permission, pathParameters } from '#/platform/contract/contract.ts';
import { wordsOf } from '#/platform/contract/issue.ts';
import type { FileAnswer, Route } from '#/platform/contract/route.ts';
import { type FieldProblem, Problem } from '#/platform/errors.ts';
import type { AppOptions, Caller } from './app.ts';
import { refuseStrange } from './strange-values.ts';

/** Signed in? → permission held? Who calls, then. Throws `sign-in.needed` and `permission.missing`. */
export async function letIn<Context, Who extends Caller>(
  options: AppOptions<Context, Who>,
  route: Route<Context>,
  request: FastifyRequest,
): Promise<Who | null> {
  const caller = await options.signIn(request);
  refuseWithoutRight(route.permission, caller);
  return caller;
}

/** Who was let in → input as declared → handler → output as declared. What leaves is what the route promises, and nothing more. */
export async function answer<Context, Who extends Caller>(
  options: AppOptions<Context, Who>,
  route: Route<Context>,
  caller: Who | null,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const asked = given(route, request);
  refuseStrange(asked);
  const input = route.input.safeParse(asked, { reportInput: true });
  if (!input.success) {
    const fields = input.error.issues.flatMap(faultsOf);
    const first = fields[0] as FieldProblem;
    throw new Problem('request.invalid', `${first.field ?? ''}: ${first.message}`, { status: 400, fields });
  }
  const body = request.body instanceof Readable ? request.body : Readable.from([]);
  const answered = await route.handler(input.data, options.context(caller, request, reply), body);
  if (route.output === 'file') return sendFile(reply, answered as FileAnswer);
  reply.header('cache-control', 'no-store');
  return route.output.parse(answered);
}

/** Throws `sign-in.needed` (401) and `permission.missing` (403). */
function refuseWithoutRight(permission: Permission, caller: Caller | null): void {
  if (permission === 'public') return;
  if (caller === null)
    throw new Problem('sign-in.needed', 'Sign in first: send the token as "Authorization: Bearer …".', { status: 401 });
  if (permission === 'signed-in' || caller.may(permission)) return;
  const { refuse = missing } = caller;
  throw refuse(permission);
}

function missing(permission: string): Problem {
  return new Problem('permission.missing', `This needs the permission ${permission}.`, { status: 403 });
}

function given(route: Route<never>, request: FastifyRequest): Record<string, unknown> {
  const names = new Set(pathParameters(route.path));
  const params = Object.fromEntries(Object.entries(request.params as object).filter(([name]) => names.has(name)));
  const isStream = request.body instanceof Readable;
  if (isStream !== (route.body === 'stream') && request.body !== undefined)
    throw new Problem('request.media-type', isStream ? 'The body is JSON.' : 'The body is a file as it is.', {
      status: 415,
    });
  if (route.method === 'GET' || route.body === 'stream') return { ...(request.query as object), ...params };
  const body = request.body ?? {};
  if (typeof body !== 'object' || Array.isArray(body))
    throw new Problem('request.body', 'The body is an object.', { status: 400 });
  return { ...body, ...params };
}

function sendFile(reply: FastifyReply, { name, type, body }: FileAnswer): FastifyReply {
  return reply
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`)
    .header('cache-control', 'no-store')
    .type(type)
    .send(body instanceof Readable ? body : Buffer.from(body));
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
  return [{ field, code: 'field.invalid', ...wordsOf(issue) }];
}
