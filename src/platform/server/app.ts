import cookies from '@fastify/cookie';
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
import type { Route } from '#/platform/contract/route.ts';
import { Problem, type Rfc9457, toRfc9457 } from '#/platform/errors.ts';
import { answer } from './pipeline.ts';

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
}

/** A journal batch of 5,000 acts with long records. */
const bodyLimit = 32 * 2 ** 20;

/** The one pipeline that every request goes through. */
export async function makeApp<Context, Who extends Caller = Caller>(
  options: AppOptions<Context, Who>,
): Promise<FastifyInstance> {
  const app: FastifyInstance = Fastify({
    loggerInstance: options.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
    routerOptions: { maxParamLength: 200 },
  });
  await app.register(helmet, { contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"] } } });
  await app.register(cookies);
  app.addHook('onRequest', async (request) => {
    refuseForeignHost(request);
    refuseForeignPage(request);
  });
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
  for (const route of options.routes) {
    const url = route.path.replaceAll(/\{([^}]+)\}/g, ':$1');
    app.route({
      method: route.method,
      url,
      handler: async (request, reply) => answer(options, route, request, reply),
    });
  }
  return app;
}

const ownHosts: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

// A page on the web may point its own name at 127.0.0.1 (DNS rebinding); then the browser says that name here.
function refuseForeignHost(request: FastifyRequest): void {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  if (!ownHosts.has(host))
    throw new Problem('request.host', 'This server answers on this machine only.', { status: 421 });
}

// A page of another server, also of one on another port of this machine, must not act in the name of whoever is signed in.
function refuseForeignPage({ method, headers }: FastifyRequest): void {
  const site = headers['sec-fetch-site'] ?? 'none';
  const { origin } = headers;
  const isForeign = origin !== undefined && origin.replace(/^https?:\/\//, '') !== headers.host;
  const isReading = method === 'GET' || method === 'HEAD';
  if (isForeign || (!isReading && site !== 'none' && site !== 'same-origin'))
    throw new Problem('request.origin', 'This request comes from a page of another address.', { status: 403 });
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
