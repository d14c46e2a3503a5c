import cookies from '@fastify/cookie';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { Logger } from 'pino';
import type { Route } from '#/platform/contract/route.ts';
import { Problem, type Rfc9457, toRfc9457 } from '#/platform/errors.ts';
import { refuseBroken } from './broken-requests.ts';
import { compressed, compression } from './compression.ts';
import { securityHeaders } from './headers.ts';
import { answer, letIn } from './pipeline.ts';
import { type RateLimits, rateLimits } from './rate-limits.ts';
import { refuseForeignHost, refuseForeignPage, refuseOddMethod, type Site } from './site.ts';

/** Who calls: by a token, or by the session of a browser. */
export interface Caller {
  actor: string;
  /** The secret of the session; null where a token carries the request. */
  session: string | null;
  /** Whether the capacity that the caller works in holds a permission (`noun.verb`). */
  may: (permission: string) => boolean;
  /** What to tell whoever lacks a permission; without it, its bare name. */
  refuse?: (permission: string) => Problem;
}

export interface AppOptions<Context, Who extends Caller = Caller> {
  routes: readonly Route<Context>[];
  log: Logger;
  /** Who calls, or null when nobody is signed in. */
  signIn: (request: FastifyRequest) => Promise<Who | null> | Who | null;
  /** What handlers get; the caller is null only on public routes. */
  context: (caller: Who | null, request: FastifyRequest, reply: FastifyReply) => Context;
  /** The problem in the language that the caller accepts. */
  say?: (problem: Problem, languages: string) => Rfc9457;
  /** Where it is reached; on this machine only, unless told. */
  site?: Site;
  /** How often one may ask; as often as one likes, unless told. */
  limits?: RateLimits;
}

/** A journal batch of 5,000 acts with long records. */
const bodyLimit = 32 * 2 ** 20;
/** What no ways in need: whoever is not signed in yet sends a name, a password, an answer of a passkey. */
const openBodyLimit = 64 * 2 ** 10;
const headerLimit = 16 * 2 ** 10;
/** The largest upload over a slow line; whoever only dribbles is cut off. */
const requestTimeout = 15 * 60_000;
const headersTimeout = 20_000;

/** The one pipeline that every request goes through. */
export async function makeApp<Context, Who extends Caller = Caller>(
  options: AppOptions<Context, Who>,
): Promise<FastifyInstance> {
  const { site = {} } = options;
  const app: FastifyInstance = Fastify({
    loggerInstance: options.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: openBodyLimit, // at an address where there is nothing, too
    requestTimeout,
    http: { maxHeaderSize: headerLimit, headersTimeout },
    trustProxy: site.trustProxy ?? false,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (error, request, reply) => refuse(options, error, request, reply),
    clientErrorHandler: refuseBroken,
  });
  await securityHeaders(app, site);
  await compression(app);
  app.addHook('onRequest', async (request) => {
    refuseOddMethod(request);
    refuseForeignHost(request, site);
    refuseForeignPage(request, site);
  });
  if (options.limits !== undefined) await rateLimits(app, options.limits);
  await app.register(cookies);
  // JSON and files only: a form of another site can send text as well without asking first.
  app.removeContentTypeParser('text/plain');
  // A file comes as it is, and goes on as a stream: nothing of it is kept here.
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
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
  serveRoutes(app, options);
  return app;
}

function serveRoutes<Context, Who extends Caller>(app: FastifyInstance, options: AppOptions<Context, Who>): void {
  const callers = new WeakMap<FastifyRequest, Who | null>();
  for (const route of options.routes) {
    const url = route.path.replaceAll(/\{([^}]+)\}/g, ':$1');
    app.route({
      method: route.method,
      url,
      bodyLimit: route.permission === 'public' ? openBodyLimit : bodyLimit,
      ...(route.isCompressed === true ? compressed : {}),
      // Whoever may not ask is told so before a byte of the body is read.
      preParsing: async (request) => void callers.set(request, await letIn(options, route, request)),
      handler: async (request, reply) => answer(options, route, callers.get(request) ?? null, request, reply),
    });
  }
}

function refuse(
  { log, say }: Pick<AppOptions<never>, 'log' | 'say'>,
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
  if (shown.status === 405) reply.header('allow', 'GET, HEAD, POST');
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
