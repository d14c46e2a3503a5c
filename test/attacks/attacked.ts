import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { z } from 'zod';
import { sampleFile } from '#/cli/docs/sample-file.ts';
import { type Digest, digest } from '#/kernel/journal/digest.ts';
import { type Contract, pathParameters } from '#/platform/contract/contract.ts';
import { type Installation, openInstallation } from '#/server/installation.ts';
import { makeServer } from '#/server/server.ts';
import { makeSessions } from '#/server/sessions.ts';
import { bareDatabase } from '#test/database.ts';

/** The real server over a small register, for whoever would like to break it. */
export interface Attacked {
  app: FastifyInstance;
  installation: Installation;
  /** The data folder; it lies alone in another one, so that whatever is made beside it is seen. */
  folder: string;
  /** Of the acts and persons of the register. */
  ids: { act: string; person: string };
  /** Sends an input to a route, as its contract says where each field goes. */
  ask: (route: Contract, input: Json, sent?: Record<string, string>) => Promise<LightMyRequestResponse>;
  post: (acts: readonly object[]) => Promise<LightMyRequestResponse>;
  /** Journal, facts and what was believed before: whether anything of it has changed. */
  facts: () => Promise<Digest>;
  /** The cookie of a session opened by a link. */
  cookie: () => Promise<string>;
  close: () => Promise<void>;
}

export type Json = Record<string, unknown>;

export const token = { authorization: 'Bearer the-token' };

export async function attackedServer(acts: readonly object[] = sampleFile): Promise<Attacked> {
  const outside = mkdtempSync(join(tmpdir(), 'sotay-attacked-'));
  const folder = join(outside, 'data');
  const database = await bareDatabase();
  const installation = await openInstallation({ env: { DATABASE_URL: database.adminUrl, SOTAY_DATA: folder } });
  await installation.addTenant({ code: 'A', name: 'Đảng bộ tỉnh A' });
  const sessions = makeSessions(installation.clock);
  const app = await makeServer(installation, { token: 'the-token', sessions });
  const post = (list: readonly object[]) =>
    app.inject({ method: 'POST', url: '/api/acts', headers: token, payload: { tenant: 'A', acts: list } });
  const posted = await post(acts);
  if (posted.statusCode !== 200) throw new Error(posted.body);
  const room = await installation.room('A');
  const ids = await room.read({ actor: 'test' }, async ({ client }) => {
    const { rows } = await client.query(
      'select (select id from act order by id limit 1) as act, (select person_id from member_event order by person_id limit 1) as person',
    );
    return rows[0];
  });
  return {
    app,
    installation,
    folder,
    ids,
    ask: (route, input, sent = token) => app.inject(requestOf(route, input, sent)),
    post,
    facts: () => room.read({ actor: 'test' }, (tx) => digest(tx, installation.register.tables)),
    cookie: async () => {
      const { headers } = await app.inject({ url: `/open?code=${sessions.invite()}` });
      return String(headers['set-cookie']).replace(/;.*$/, '');
    },
    close: async () => {
      await app.close();
      await installation.close();
      await database.close();
      rmSync(outside, { recursive: true, force: true });
    },
  };
}

/** A request that a route may get: path parameters, query and body in their places. */
export function requestOf(route: Contract, input: Json, sent: Record<string, string>) {
  const inPath = new Set(pathParameters(route.path));
  const url = route.path.replaceAll(/\{([^}]+)\}/g, (_all, name) => encodeURIComponent(String(input[name] ?? '')));
  const others = Object.entries(input).filter(([name]) => !inPath.has(name));
  const isQuery = route.method === 'GET' || route.body === 'stream';
  const query = isQuery
    ? others.flatMap(([name, value]) => [value].flat().map((one) => `${name}=${encodeURIComponent(String(one))}`))
    : [];
  const isStream = route.body === 'stream';
  const payload = isStream ? Buffer.from('%PDF-1.7 x') : Object.fromEntries(others);
  return {
    method: route.method,
    url: query.length > 0 ? `${url}?${query.join('&')}` : url,
    headers: isStream ? { ...sent, 'content-type': 'application/octet-stream' } : sent,
    ...(route.method === 'GET' ? {} : { payload }),
  };
}

/** The fields of a route's input, as JSON Schema has them. */
export function fieldsOf({ input }: Contract): Record<string, Json> {
  const schema = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Json;
  return (schema.properties ?? {}) as Record<string, Json>;
}

/** An input that fits: what must be there, and a unit and days where they may be. */
export function usualInput(route: Contract, ids: Attacked['ids']): Json {
  const schema = z.toJSONSchema(route.input, { io: 'input', unrepresentable: 'any' }) as Json;
  const needed = new Set((schema.required ?? []) as string[]);
  const isReport = /\/(reports|templates)\//.test(route.path);
  const known: Json = {
    unit: 'A.H',
    code: 'A.H.01',
    scope: 'A',
    on: '2020-12-31',
    name: isReport ? 'form-1' : 'members',
    figure: 'members',
    row: 'D',
    id: ids.act,
    act: ids.act,
    person: ids.person,
    q: 'một',
    format: 'docx',
    kind: route.path.includes('import-templates') ? 'members' : 'member.died',
    title: 'Nháp',
    reason: 'thử',
    purpose: 'scan',
    fileName: 'mau.docx',
    view: {},
    body: {},
    sign: [],
    columns: ['name'],
    plan: {},
    acts: [{ kind: 'member.died', effectiveOn: '2020-12-01', person: 'P2' }],
  };
  const spans = needed.has('from') || isReport ? { from: '2020-01-02', to: '2020-12-31' } : {};
  const fields = Object.keys((schema.properties ?? {}) as Json);
  const chosen = { ...known, ...spans };
  const picked = fields.filter((field) => needed.has(field) || ['unit', 'on', 'from', 'to'].includes(field));
  return Object.fromEntries(
    picked
      .filter((field) => field in chosen && !(isReport && field === 'on'))
      .map((field) => [field, chosen[field as keyof typeof chosen]]),
  );
}
