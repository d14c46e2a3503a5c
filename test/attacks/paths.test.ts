import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backup } from '#/exchange/backup/backup.ts';
import { type Frame, readContainer, writeContainer } from '#/exchange/backup/container.ts';
import { restore } from '#/exchange/backup/restore.ts';
import { emptyDatabase } from '#test/database.ts';
import { type Attacked, attackedServer, token } from './attacked.ts';
import { pathTexts } from './hostile-texts.ts';

// Names that lead elsewhere: of uploads, attachments, templates, reports, and of what a backup says it holds.

let at: Attacked;
beforeAll(async () => {
  at = await attackedServer();
});
afterAll(() => at.close());

const names = [...pathTexts, '....//....//etc/passwd', 'file:///etc/passwd', '\u202egnp.exe', 'CON', '.', '..'];
const bytes = { ...token, 'content-type': 'application/octet-stream' };
const beside = () => readdirSync(dirname(at.folder)).toSorted();

test('no name of a file that is sent makes or reads a file outside', async () => {
  for (const name of names) {
    const file = encodeURIComponent(name);
    for (const url of [
      `/api/imports?name=${file}.csv`,
      `/api/imports?name=${file}`,
      `/api/attachments?act=${at.ids.act}&purpose=scan&declaredUnclassified&name=${file}`,
      `/api/templates/form-1?unit=A&fileName=${file}`,
      `/api/templates/${file}?unit=A&fileName=x.docx`,
      `/api/templates/${file}/check`,
    ]) {
      const payload = Buffer.from('%PDF-1.7\n%%EOF\n');
      const { statusCode, body } = await at.app.inject({ method: 'POST', url, headers: bytes, payload });
      expect(statusCode, `${url} ${body}`).toBeLessThan(500);
      expect(body, url).not.toMatch(/root:|\/tmp\/|\[fonts\]/);
    }
  }
  expect(beside()).toEqual(['data']);
  const made = readdirSync(at.folder, { recursive: true, encoding: 'utf8' });
  // Whatever an upload is called, it lies in the folder of its own session.
  for (const path of made.filter((one) => one.startsWith('uploads/')))
    expect(path).toMatch(/^uploads\/[\w-]+(\/[\w.-]+)?(\/[^/]+)?$/);
});

test('an attachment comes back under a name that is no path and breaks no header', async () => {
  for (const name of names) {
    const url = `/api/attachments?act=${at.ids.act}&purpose=scan&declaredUnclassified&name=${encodeURIComponent(name)}`;
    const payload = Buffer.from('%PDF-1.7\n1 0 obj\nendobj\ntrailer\n<<>>\nstartxref\n0\n%%EOF\n');
    const sent = await at.app.inject({ method: 'POST', url, headers: bytes, payload });
    if (sent.statusCode !== 200) continue;
    const { headers } = await at.app.inject({ url: `/api/attachments/${sent.json().id}`, headers: token });
    expect(headers['content-disposition'], name).toMatch(/^attachment; filename\*=UTF-8''[\w%.!~*()-]*$/);
    expect(headers, name).not.toHaveProperty('set-cookie');
  }
});

test('no address leads out of what is served', async () => {
  for (const path of names.slice(0, 5).flatMap((name) => [name, encodeURIComponent(name)]))
    for (const start of ['/assets/', '/api/', '/api/reports/', '/api/templates/', '/api/import-templates/', '/']) {
      const url = `${start}${path.replaceAll(/[\r\n]/g, '')}`;
      const { body, statusCode } = await at.app.inject({ url, headers: token });
      expect(statusCode, url).toBeLessThan(500);
      expect(body, url).not.toMatch(/root:|\[fonts\]/);
    }
});

test('a backup cannot say that it holds a table or a tenant that is none', { timeout: 120_000 }, async () => {
  const file = join(at.folder, 'a.backup');
  await backup({ adminUrl: at.installation.adminUrl, tenant: 'A', file, clock: at.installation.clock });
  const frames: Frame[] = [];
  for await (const frame of readContainer(file)) frames.push(frame);
  const [{ json: manifest }] = frames as [{ type: 'json'; json: Record<string, unknown> }];
  const tenant = manifest.tenant as object;
  const sections = manifest.sections as { table: string; columns: string[] }[];
  const [first] = sections as [{ table: string; columns: string[] }];
  const forged: Record<string, unknown>[] = [
    { ...manifest, tenant: { ...tenant, code: 'A"; drop schema public cascade; --' } },
    { ...manifest, tenant: { ...tenant, code: '../public' } },
    { ...manifest, tenant: { ...tenant, createdAt: "now'; drop table act; --" } },
    { ...manifest, sections: [{ ...first, table: 'public.account' }, ...sections.slice(1)] },
    { ...manifest, sections: [{ ...first, table: 'act"; drop schema public cascade; --' }, ...sections.slice(1)] },
    {
      ...manifest,
      sections: [{ ...first, columns: [...first.columns, 'x) from program $$id$$ --'] }, ...sections.slice(1)],
    },
    { ...manifest, sequences: [{ name: 'pg_catalog.x"; drop schema public; --', lastValue: 1, isCalled: true }] },
  ];
  const target = await emptyDatabase();
  try {
    for (const [i, json] of forged.entries()) {
      const path = join(at.folder, `forged-${i}.backup`);
      await writeContainer(path, ReadableStream.from([{ type: 'json', json }, ...frames.slice(1)] as Frame[]));
      await expect(restore({ adminUrl: target.adminUrl, file: path }), String(i)).rejects.toThrow();
    }
    // The database is as good as new: the true file can be restored there.
    await restore({ adminUrl: target.adminUrl, file });
  } finally {
    await target.close();
  }
  expect(existsSync(join(at.folder, '..', 'public'))).toBe(false);
});
