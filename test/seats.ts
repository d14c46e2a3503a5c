import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { GrantShown } from '#/kernel/access/grant-contract.ts';
import type { Clock } from '#/platform/clock.ts';
import { derivedId } from '#/platform/ids.ts';
import { operatorSeat, type Seat, seatOf } from '#/server/capacity.ts';
import { type Installation, openInstallation } from '#/server/installation.ts';
import { makeServer } from '#/server/server.ts';
import { makeSessions } from '#/server/sessions.ts';
import { bareDatabase } from './database.ts';

export interface Answer {
  status: number;
  code: string | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into what came
  body: any;
  text: string;
}

/** How somebody asks: a path, and a body that makes it a POST. */
export type Asks = (url: string, payload?: object | Buffer) => Promise<Answer>;

/** Who signs in, and as what; without a capacity, as the session has chosen. */
export interface Who {
  login: string;
  capacity?: string;
  /** Signed in with a password only. */
  isWeak?: boolean;
}

/** A server whose callers say in a header who they are. From the seat on everything is as in production. */
export interface Office {
  installation: Installation;
  app: FastifyInstance;
  operator: Asks;
  nobody: Asks;
  as: (who: Who) => Asks;
  /** Grants as the operator does, and says as what the account now works. */
  grant: (login: string, role: string, unit: string | null, more?: object) => Promise<string>;
  close: () => Promise<void>;
}

export const accountOf = (login: string): string => derivedId('account', login);

/** `first`: what is done to the installation before anybody can ask, such as another rule. */
export async function openOffice(
  tenants: readonly string[],
  clock?: Clock,
  first?: (installation: Installation) => Promise<void>,
): Promise<Office> {
  const folder = mkdtempSync(join(tmpdir(), 'sotay-office-'));
  const database = await bareDatabase();
  const installation = await openInstallation({
    env: { DATABASE_URL: database.adminUrl, SOTAY_DATA: folder },
    ...(clock === undefined ? {} : { clock }),
  });
  for (const code of tenants) await installation.addTenant({ code, name: `Đảng bộ ${code}` });
  await first?.(installation);
  const app = await makeServer(installation, {
    token: 'the-token',
    sessions: makeSessions(installation.clock),
    signIn: signInByHeader(installation),
    accountNamed: async (login) => (login.startsWith('khong-') ? null : madeAccount(installation, login)),
  });
  const asks =
    (headers: Record<string, string>): Asks =>
    async (url, payload) => {
      const isFile = Buffer.isBuffer(payload);
      const answer = await app.inject({
        url,
        headers: isFile ? { ...headers, 'content-type': 'application/octet-stream' } : headers,
        ...(payload === undefined ? {} : { method: 'POST', payload }),
      });
      const isJson = String(answer.headers['content-type']).includes('json');
      const body = isJson ? answer.json() : null;
      return { status: answer.statusCode, code: body?.code, body, text: answer.body };
    };
  const operator = asks({ authorization: 'Bearer the-token' });
  return {
    installation,
    app,
    operator,
    nobody: asks({}),
    as: (who) => asks({ 'x-who': JSON.stringify(who) }),
    grant: async (login, role, unit, more = {}) => {
      const { status, body } = await operator('/api/grants', { login, role, unit, reason: 'phân công', ...more });
      if (status !== 200) throw new Error(JSON.stringify(body));
      const { id, tenant } = body as GrantShown;
      return `${tenant}/${id}`;
    },
    close: async () => {
      await app.close();
      await installation.close();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Whoever is granted something has an account, made by nobody who works here. */
export async function madeAccount(
  { hall, clock }: Installation,
  login: string,
): Promise<{ id: string; login: string; name: string }> {
  const id = accountOf(login);
  const name = `Tên ${login}`;
  await hall.query(
    `insert into account (id, login, name, created_at, created_by) values ($1, $2, $4, $3, 'cli:test') on conflict do nothing`,
    [id, login, clock.now(), name],
  );
  return { id, login, name };
}

/** In place of password and session: the header is believed. What follows from it is not. */
export function signInByHeader(installation: Installation): (request: FastifyRequest) => Promise<Seat | null> {
  const chosen = new Map<string, string>();
  return async ({ headers }) => {
    if (headers.authorization === 'Bearer the-token') return operatorSeat('api', null);
    const told = headers['x-who'];
    if (typeof told !== 'string') return null;
    const { login, capacity, isWeak = false }: Who = JSON.parse(told);
    const person = { accountId: accountOf(login), login, hasSecondFactor: !isWeak };
    return seatOf(installation, person, capacity ?? chosen.get(login) ?? null, {
      session: `session of ${login}`,
      choose: async (id) => {
        chosen.set(login, id);
      },
    });
  };
}
