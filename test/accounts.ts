import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { Secret, TOTP } from 'otpauth';
import { expect } from 'vitest';
import { createAccount } from '#/platform/accounts/accounts.ts';
import { grantHere } from '#/server/access/grant-here.ts';
import { type Installation, openInstallation } from '#/server/installation.ts';
import { linkPath } from '#/server/routes/session.ts';
import { makeServer } from '#/server/server.ts';
import { makeSessions } from '#/server/sessions.ts';
import { bareDatabase } from './database.ts';

// Long enough, and in no list of those that are guessed.
export const goodPassword = 'chín quả cam dưới gốc đa';

export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: what a route answers, read by a test that expects something of it
  body: any;
}

/** A browser of somebody: it keeps the cookie it is given. */
export interface Browser {
  get: (path: string) => Promise<Answer>;
  post: (path: string, body?: object) => Promise<Answer>;
  /** The header that it sends; empty when it has none. */
  cookie: string;
  /** The cookie as the server set it last, with its attributes. */
  setCookie: string;
}

/** A server with accounts, over a database of its own, on a clock that the test moves. */
export interface House {
  installation: Installation;
  app: FastifyInstance;
  now: () => Date;
  pass: (milliseconds: number) => void;
  browser: (headers?: Record<string, string>) => Browser;
  /** An invited account. */
  invite: (login: string) => Promise<{ id: string; code: string }>;
  /** A browser in which somebody with a new account is signed in. */
  join: (login: string, headers?: Record<string, string>) => Promise<Browser & { id: string }>;
  /** As `join`, with an app as second step, and the role of an administrator over the whole register. */
  administrator: (login: string) => Promise<Browser & { id: string }>;
  /** The path of a link of the operator. */
  link: () => string;
  close: () => Promise<void>;
}

/** Where the house is reached from other machines. */
export const publicOrigin = 'https://sotay.example.vn';

export const minute = 60_000;
export const hour = 60 * minute;

interface HouseOptions {
  keepsOperator?: boolean;
  /** Puts files into the data folder before the server starts. */
  furnish?: (folder: string) => void;
}

export async function openHouse({ keepsOperator = false, furnish }: HouseOptions = {}): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'sotay-accounts-'));
  furnish?.(folder);
  const database = await bareDatabase();
  let at = Date.parse('2026-11-30T02:00:00Z');
  const clock = { now: () => new Date(at) };
  const env = { DATABASE_URL: database.adminUrl, SOTAY_DATA: folder };
  const installation = await openInstallation({ env, clock });
  const sessions = makeSessions(clock);
  const site = { publicUrl: new URL(publicOrigin) };
  const app = await makeServer(installation, { token: 'the-token', sessions, keepsOperator, site });
  const browser: House['browser'] = (headers) => makeBrowser(app, headers);
  const invite: House['invite'] = (login) =>
    createAccount(installation.hall, { login, name: `Người thử ${login}` }, { actor: 'cli:test', now: clock.now() });
  await installation.addTenant({ code: 'T', name: 'Đảng bộ tỉnh T' });
  const joined: House['join'] = async (login, headers) => {
    const [{ id, code }, own] = [await invite(login), browser(headers)];
    const answer = await own.post('/api/sign-in/code/password', { code, password: goodPassword });
    expect(answer, login).toMatchObject({ status: 200, body: { next: 'signed-in' } });
    return Object.assign(own, { id });
  };
  return {
    installation,
    app,
    now: clock.now,
    pass: (milliseconds) => {
      at += milliseconds;
    },
    browser,
    invite,
    join: joined,
    administrator: async (login) => {
      const own = await joined(login);
      const { secret } = (await own.post('/api/me/totp/start')).body;
      const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at });
      expect((await own.post('/api/me/totp/confirm', { code })).status).toBe(200);
      await grantHere(installation, { id: own.id, login }, { role: 'administrator', reason: 'thử' });
      return own;
    },
    link: () => linkPath(sessions.invite()),
    close: async () => {
      await app.close();
      await installation.close();
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function makeBrowser(app: FastifyInstance, headers: Record<string, string> = {}): Browser {
  const own: Browser = {
    get: (path) => send('GET', path),
    post: (path, body = {}) => send('POST', path, body),
    cookie: '',
    setCookie: '',
  };
  async function send(method: 'GET' | 'POST', url: string, payload?: object): Promise<Answer> {
    const sent = { host: 'localhost:4020', ...headers, ...(own.cookie === '' ? {} : { cookie: own.cookie }) };
    const answer = await app.inject({ method, url, payload, headers: sent });
    const [given] = [answer.headers['set-cookie'] ?? []].flat();
    if (given !== undefined) {
      own.setCookie = given;
      own.cookie = given.replace(/;.*$/, '').replace(/^sotay_session=$/, '');
    }
    return { status: answer.statusCode, body: answer.body.startsWith('{') ? answer.json() : answer.body };
  }
  return own;
}
