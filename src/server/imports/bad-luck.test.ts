import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Intake } from '#/exchange/intake/shapes.ts';
import { headers, type ImportServer, importServer, members, type Refusal } from '#test/imports.ts';

let at: ImportServer;
beforeEach(async () => {
  at = await importServer();
});
afterEach(() => at.close());

/** Enough rows that the work takes a while. */
const many = (cell: string, count = 3_000) =>
  members(
    ...Array.from({ length: count }, (_, i) => [`Nguyễn Văn Mẫu ${i}`, '1960', '', cell, 'Chính thức', '01/01/2025']),
  );

async function port(): Promise<number> {
  await at.app.listen({ host: '127.0.0.1', port: 0 });
  return (at.app.server.address() as AddressInfo).port;
}

/** Sends the beginning of a file, then what `then` does to the connection; the answer, or null where there was none. */
async function sendPart(
  length: number,
  pieces: Iterable<Buffer>,
  then: 'end' | 'break',
): Promise<{ status: number; body: Refusal } | null> {
  const options = {
    port: await port(),
    method: 'POST',
    path: '/api/imports?name=a.csv',
    headers: { ...headers, 'content-type': 'application/octet-stream', 'content-length': length },
  };
  return new Promise((resolve) => {
    const sent = request({ host: '127.0.0.1', ...options }, (answer) => {
      let text = '';
      answer.on('data', (piece) => {
        text += piece;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: JSON.parse(text) }));
    });
    sent.on('error', () => resolve(null));
    for (const piece of pieces) sent.write(piece);
    if (then === 'end') sent.end();
    else setTimeout(() => sent.destroy(), 200);
  });
}

test('of an upload that breaks off nothing is kept', async () => {
  await at.register();
  const before = at.uploads();
  expect(await sendPart(1_000_000, [Buffer.alloc(1_000, 'a')], 'break')).toBeNull();
  await expect.poll(() => at.uploads().filter((name) => !before.includes(name))).toEqual([]);
  expect(await at.send('GET', '/api/health')).toMatchObject({ status: 'ok' });
});

test('a file that is announced too large is refused before it comes', async () => {
  const answer = await sendPart(2 * 2 ** 30, [Buffer.alloc(1_000)], 'break');
  expect(answer).toMatchObject({ status: 422, body: { code: 'upload.too-large' } });
  expect(at.uploads()).toEqual([]);
});

test.each([
  ['a.xlsm', 'PK\u0003\u0004', 'table.extension'],
  ['a.docx', 'x', 'table.extension'],
  ['a.xlsx', 'no workbook', 'table.not-xlsx'],
  ['a.csv', '', 'upload.empty'],
])('%s holding "%s" is refused with a reason, and not kept', async (name, content, code) => {
  expect(await at.upload<Refusal>(name, content)).toMatchObject({ status: 422, code });
  expect(at.uploads()).toEqual([]);
});

test('a name that leads elsewhere stays in its folder', async () => {
  await at.register();
  const { id } = await at.upload('../../../tmp/x/đích.csv', many('A.1.1', 1));
  expect(at.uploads().filter((name) => name.endsWith('.csv'))).toEqual([`${id}/file/_.._.._tmp_x_đích.csv`]);
});

test('two imports of a register go one after the other, and the server goes on answering', async () => {
  await at.register();
  const [one, two] = [await at.upload('a.csv', many('A.1.1')), await at.upload('b.csv', many('A.1.2'))];
  await at.send('POST', `/api/imports/${one.id}/check`);
  await at.send('POST', `/api/imports/${two.id}/record`);
  expect(await at.send<Intake>('GET', `/api/imports/${two.id}`)).toMatchObject({
    state: 'recording',
    progress: { step: 'waiting' },
  });
  expect(await at.send('POST', `/api/imports/${one.id}/record`)).toMatchObject({ status: 409, code: 'import.busy' });
  expect(await at.settled(two.id)).toMatchObject({ state: 'recorded', receipt: { added: 3_000 } });
  expect(await at.send<Intake>('GET', `/api/imports/${one.id}`)).toMatchObject({ state: 'checked' });
});

test('a server that is stopped while recording has recorded nothing, and says so when it is back', async () => {
  await at.register();
  const before = await at.facts();
  const { id } = await at.upload('a.csv', many('A.1.1'));
  await at.send('POST', `/api/imports/${id}/record`);
  at = await at.restart();
  expect((await at.facts()).overall).toBe(before.overall);
  const failed = await at.send<Intake>('GET', `/api/imports/${id}`);
  expect(failed).toMatchObject({ state: 'failed', failure: { code: 'import.interrupted' } });
  expect(await at.record(id)).toMatchObject({ state: 'recorded', receipt: { added: 3_000 } });
});

test.each([
  ['recorded', 0],
  ['failed', 5],
])('after a kill the register tells what became of it: %s', async (state, actsBefore) => {
  await at.register();
  const { id } = await at.upload('a.csv', many('A.1.1', 5));
  const done = (await at.record(id)) as Intake;
  // As the session lay on disk while the batch was being recorded; at 5 acts before, nothing came of it.
  const file = join(at.folder, 'uploads', id, 'session.json');
  const recording = { tenant: 'A', import: done.receipt?.import, actsBefore };
  const { receipt: _receipt, ...session } = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, JSON.stringify({ ...session, state: 'recording', recording }));
  at = await at.restart();
  const found = await at.send<Intake>('GET', `/api/imports/${id}`);
  expect(found).toMatchObject(
    state === 'recorded' ? { state, receipt: { added: 5 } } : { state, failure: { code: 'import.interrupted' } },
  );
});

test('what lies a day is removed; a session that was removed is not there', async () => {
  await at.register();
  const { id } = await at.upload('a.csv', many('A.1.1', 1));
  expect(await at.send('POST', `/api/imports/${id}/discard`)).toEqual({ status: 200 });
  expect(await at.send('GET', `/api/imports/${id}`)).toMatchObject({ status: 404, code: 'import.unknown' });
  expect(at.uploads().filter((name) => name.startsWith(id))).toEqual([]);
});
