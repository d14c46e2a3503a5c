import helmet from '@fastify/helmet';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { Logger } from 'pino';
import { pathParameters, type Route } from '#/platform/contract/route.ts';
import { Problem, type Rfc9457, toRfc9457 } from '#/platform/errors.ts';
import { answer } from './pipeline.ts';

export interface AppOptions<Context> {
  routes: readonly Route<Context>[];
  log: Logger;
  /** Who calls, or null when nobody is signed in. */
  signIn: (request: FastifyRequest) => string | null;
  /** What handlers get; `actor` is null only on public routes. */
  context: (actor: string | null) => Context;
  /** The problem in the language that the caller accepts. */
  say?: (problem: Problem, languages: string) => Rfc9457;
}

/** A journal batch of 5,000 acts with long records. */
const bodyLimit = 32 * 2 ** 20;

/** The one pipeline that every request goes through. */
export async function makeApp<Context>(options: AppOptions<Context>): Promise<FastifyInstance> {
  const app: FastifyInstance = Fastify({
    loggerInstance: options.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
    routerOptions: { maxParamLength: 200 },
  });
  await app.register(helmet);
  app.addHook('onRequest', async (request) => refuseForeignHost(request));
  // Paths only: a query may name people.
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions, id } = request;
    const ms = Math.round(reply.elapsedTime);
    options.log.info({ id, method, route: routeOptions.url, status: reply.statusCode, ms }, 'answered');
  });
  app.setErrorHandler<FastifyError>((error, request, reply) => refuse(options, error, request, reply));
  app.setNotFoundHandler((request, reply) =>
    refuse(options, new Problem('route.unknown', 'There is nothing at this address.', { status: 404 }), request, reply),
  );
  for (const route of options.routes) {
    const url = route.path.replaceAll(/\{([^}]+)\}/g, ':$1');
    app.route({
      method: route.method,
      url,
      handler: async (request) => answer(options, route, given(route, request), request),
    });
  }
  return app;
}

function given(route: Route<never>, request: FastifyRequest): Record<string, unknown> {
  const names = new Set(pathParameters(route.path));
  const params = Object.fromEntries(Object.entries(request.params as object).filter(([name]) => names.has(name)));
  if (route.method === 'GET') return { ...(request.query as object), ...params };
  const body = request.body ?? {};
  if (typeof body !== 'object' || Array.isArray(body))
    throw new Problem('request.body', 'The body is an object.', { status: 400 });
  return { ...body, ...params };
}

const ownHosts: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

// A page on the web may point its own name at 127.0.0.1 (DNS rebinding); then the browser says that name here.
function refuseForeignHost(request: FastifyRequest): void {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  if (!ownHosts.has(host))
    throw new Problem('request.host', 'This server answers on this machine only.', { status: 421 });
}

function refuse<Context>(
  { log, say }: AppOptions<Context>,
  error: FastifyError | Problem,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const problem = asProblem(error);
  if (problem === null) log.error({ id: request.id, err: error, route: request.routeOptions.url }, 'a fault');
  const shown =
    problem ??
    new Problem('fault', 'Something went wrong here; the log has it under this request id.', { status: 500 });
  const languages = request.headers['accept-language'] ?? '';
  const body = say?.(shown, languages) ?? toRfc9457(shown);
  if (shown.status === 401) reply.header('www-authenticate', 'Bearer realm="sotay"');
  return reply
    .code(shown.status)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem === null ? { ...body, requestId: request.id } : body));
}

/** What Fastify itself refuses (a body that is no JSON, or too large) is the caller's to mend; null: a bug of ours. */
function asProblem(error: FastifyError | Problem): Problem | null {
  if (error instanceof Problem) return error;
  const { statusCode = 500, code = '' } = error;
  if (statusCode >= 500) return null;
  const name = code
    .replace(/^FST_ERR_(CTP_)?/, '')
    .toLowerCase()
    .replaceAll('_', '-');
  return new Problem(`request.${name || 'invalid'}`, error.message, { status: statusCode });
}
