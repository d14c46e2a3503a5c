import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleFile } from '#/cli/docs/sample-file.ts';
import type { ActForm, DraftLine } from '#/kernel/journal/draft-contract.ts';
import { uuidv7 } from '#/platform/ids.ts';
import { type ImportServer, importServer } from '#test/imports.ts';
import { draftsOf } from './drafts.ts';

let at: ImportServer;
beforeAll(async () => {
  at = await importServer();
  await at.installation.addTenant({ code: 'A', name: 'Đảng bộ tỉnh A' });
  await at.send('POST', '/api/acts', { acts: sampleFile });
});
afterAll(() => at.close());

const body = { person: { name: 'Đỗ Văn Thêm', citizenId: '001098000001', born: '03/02/199' }, cell: 'A.H.01.1' };
const save = (more: object) =>
  at.send<DraftLine>('POST', '/api/act-drafts', { kind: 'member.admitted', title: 'Đỗ Văn Thêm', body, ...more });

test('a draft is kept encrypted, seen by its writer alone, and thrown away', async () => {
  const id = uuidv7();
  expect(await save({ id })).toMatchObject({ id, isOwn: true, isShared: false });
  expect(await at.send('GET', `/api/act-drafts/${id}`)).toMatchObject({ title: 'Đỗ Văn Thêm', body });
  const room = await at.installation.room('A');
  const kept = await room.read({ actor: 'api' }, ({ client }) => client.query('select * from act_draft'));
  expect(JSON.stringify(kept.rows.map((row) => row.cipher.toString('latin1')))).not.toContain('001098');
  expect(await draftsOf(room, { actor: 'another', scope: '|' })).toEqual([]);
  expect(await at.send('POST', `/api/act-drafts/${id}/delete`, {})).toMatchObject({ deleted: true });
  expect(await at.send('GET', `/api/act-drafts/${id}`)).toMatchObject({ status: 404, code: 'draft.unknown' });
});

test('a shared draft is seen by others and holds no sensitive value', async () => {
  const id = uuidv7();
  await save({ id, isShared: true });
  const room = await at.installation.room('A');
  expect(await draftsOf(room, { actor: 'another', scope: '|' })).toMatchObject([{ id, isOwn: false }]);
  const read = await at.send<{ body: typeof body }>('GET', `/api/act-drafts/${id}`);
  expect(read.body.person).toEqual({ name: 'Đỗ Văn Thêm', born: '03/02/199' });
});

test('a draft of a list says of how many, and may hold thousands of them', async () => {
  const id = uuidv7();
  const rows = Array.from({ length: 5_000 }, () => ({ id: uuidv7(), key: uuidv7(), own: {} }));
  const list = { effectiveOn: '01/10/2026', list: { ownNames: [], rows } };
  const saved = await save({ id, kind: 'member.commended', title: '5.000 đồng chí', many: 5_000, body: list });
  expect(saved).toMatchObject({ id, many: 5_000 });
  expect(await at.send('GET', `/api/act-drafts/${id}`)).toMatchObject({ many: 5_000, body: list });
  const { drafts } = await at.send<{ drafts: DraftLine[] }>('GET', '/api/act-drafts');
  expect(drafts.find((one) => one.id === id)?.many).toBe(5_000);
  expect(drafts.find((one) => one.id !== id)?.many).toBeUndefined();
});

test('whoever corrects an act neither sees nor loses what it keeps sealed', async () => {
  const id = uuidv7();
  const person = { code: 'P9', name: 'Đỗ Văn Thêm', born: '1998-02-03', sex: 'male', citizenId: '001098000001' };
  const paper = { issuer: 'Huyện ủy H', number: '9-QĐ/HU', issuedOn: '2024-05-04' };
  const act = { id, kind: 'member.admitted', effectiveOn: '2024-05-19', paper, person, cell: 'A.H.01.1' };
  expect(await at.send('POST', '/api/acts', { acts: [act] })).toMatchObject({ status: 200 });
  const { line } = await at.send<ActForm>('GET', `/api/acts/${id}/form`);
  expect(line.cell).toBe('A.H.01.1');
  expect(JSON.stringify(line)).not.toContain('001098000001');
  const correction = {
    ...line,
    id: uuidv7(),
    withdraws: id,
    note: 'sai ngày sinh',
    source: undefined,
    recordedAt: undefined,
    recordedBy: undefined,
  };
  const mended = { ...correction, person: { ...(line.person as object), born: '1998-02-04' } };
  expect(await at.send('POST', '/api/acts/rehearse', { acts: [mended] })).toMatchObject({ isPossible: true });
  expect(await at.send('POST', '/api/acts', { acts: [mended] })).toMatchObject({ status: 200, added: 1 });
  const room = await at.installation.room('A');
  const { vault } = await room.journal();
  const { rows } = await room.read({ actor: 'test' }, ({ client }) =>
    client.query('select ref, cipher from sensitive_value where act_id = $1', [correction.id]),
  );
  expect(rows.map(({ ref, cipher }) => vault.reveal(cipher, ref).value)).toEqual(['001098000001']);
});
