import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Intake, PreviewPage } from '#/exchange/intake/shapes.ts';
import { type Digest, digest } from '#/kernel/journal/digest.ts';
import { type Installation, openInstallation } from '#/server/installation.ts';
import { makeServer } from '#/server/server.ts';
import { makeSessions } from '#/server/sessions.ts';
import { bareDatabase } from './database.ts';

export interface Refusal {
  status: number;
  code: string;
  errors?: { code: string; message: string; cell?: string }[];
}

/** A server over an empty installation, for tests of imports over HTTP. */
export interface ImportServer {
  installation: Installation;
  app: FastifyInstance;
  folder: string;
  send: <T>(method: 'GET' | 'POST', url: string, payload?: object) => Promise<T>;
  upload: <T = Intake>(name: string, content: string | Uint8Array, more?: string) => Promise<T>;
  /** The session when its work is done. */
  settled: (id: string) => Promise<Intake>;
  check: (id: string) => Promise<Intake>;
  record: (id: string, goodRowsOnly?: boolean) => Promise<Intake | Refusal>;
  rowsOf: (id: string, query?: string) => Promise<PreviewPage>;
  /** Records the four units of `units`. */
  register: () => Promise<void>;
  facts: () => Promise<Digest>;
  /** Names of files that lie among the uploads. */
  uploads: () => string[];
  /** Closes this server, and opens another one over the same database and folder. */
  restart: () => Promise<ImportServer>;
  close: () => Promise<void>;
}

export const headers = { authorization: 'Bearer the-token' };

export async function importServer(): Promise<ImportServer> {
  const folder = mkdtempSync(join(tmpdir(), 'sotay-imports-'));
  const database = await bareDatabase();
  return serve({ folder, url: database.adminUrl, closers: [() => database.close()] });
}

interface Place {
  folder: string;
  url: string;
  closers: (() => Promise<unknown>)[];
}

async function serve({ folder, url, closers }: Place): Promise<ImportServer> {
  const installation = await openInstallation({ env: { DATABASE_URL: url, SOTAY_DATA: folder } });
  const app = await makeServer(installation, { token: 'the-token', sessions: makeSessions(installation.clock) });
  const shut = async () => {
    await app.close();
    await installation.close();
  };
  return {
    ...asking(app),
    installation,
    app,
    folder,
    facts: async () => {
      const room = await installation.room('A');
      return room.read({ actor: 'test' }, (tx) => digest(tx, installation.register.tables));
    },
    uploads: () => readdirSync(join(folder, 'uploads'), { recursive: true, encoding: 'utf8' }),
    restart: async () => {
      await shut();
      return serve({ folder, url, closers });
    },
    close: async () => {
      await shut();
      for (const close of closers) await close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

type Asking = Pick<ImportServer, 'send' | 'upload' | 'settled' | 'check' | 'record' | 'rowsOf' | 'register'>;

function asking(app: FastifyInstance): Asking {
  const send: Asking['send'] = async (method, url, payload) => {
    const answer = await app.inject({ method, url, headers, payload });
    return { status: answer.statusCode, ...answer.json() };
  };
  const upload: Asking['upload'] = async (name, content, more = '') => {
    const answer = await app.inject({
      method: 'POST',
      url: `/api/imports?name=${encodeURIComponent(name)}${more}`,
      headers: { ...headers, 'content-type': 'application/octet-stream' },
      payload: Buffer.from(content),
    });
    return { status: answer.statusCode, ...answer.json() };
  };
  const settled: Asking['settled'] = async (id) => {
    for (let tries = 0; tries < 1_500; tries++) {
      const intake = await send<Intake>('GET', `/api/imports/${id}`);
      if (intake.progress === undefined && intake.state !== 'checking' && intake.state !== 'recording') return intake;
      await sleep(20);
    }
    throw new Error('the work never came to an end');
  };
  const record: Asking['record'] = async (id, goodRowsOnly = false) => {
    const begun = await send<Intake & Refusal>('POST', `/api/imports/${id}/record`, { goodRowsOnly });
    return begun.status === 200 ? settled(id) : begun;
  };
  return {
    send,
    upload,
    settled,
    record,
    check: async (id) => {
      await send('POST', `/api/imports/${id}/check`);
      return settled(id);
    },
    rowsOf: (id, query = '') => send<PreviewPage>('GET', `/api/imports/${id}/rows?${query}`),
    register: async () => {
      const { id } = await upload('units.csv', units);
      const done = await record(id);
      if (!('state' in done) || done.state !== 'recorded') throw new Error(JSON.stringify(done));
    },
  };
}

export const csv = (rows: readonly (readonly string[])[]): string => rows.map((row) => `${row.join(';')}\n`).join('');

export const units = csv([
  ['Mã', 'Tên', 'Loại', 'Loại hình', 'Mã cấp trên', 'Ngày thành lập'],
  ['A', 'Đảng bộ huyện A', 'district', '', '', '01/01/2000'],
  ['A.1', 'Đảng bộ xã M', 'grassroots-body', 'Xã', 'A', '01/01/2000'],
  ['A.1.1', 'Chi bộ thôn Một', 'cell', '', 'A.1', '01/01/2000'],
  ['A.1.2', 'Chi bộ thôn Hai', 'cell', '', 'A.1', '01/01/2000'],
]);

const heading = ['Họ và tên', 'Ngày sinh', 'Số CCCD', 'Mã chi bộ', 'Tình trạng', 'Ngày mở sổ'];
export const members = (...rows: string[][]): string => csv([heading, ...rows]);
export const mau = ['Nguyễn Văn Mẫu', '03/02/1960', '001060000001', 'A.1.1', 'Chính thức', '01/01/2025'];
export const vi = ['Trần Thị Ví Dụ', '04/05/1998', '001198000002', 'A.1.1', 'Dự bị', '01/01/2025'];
