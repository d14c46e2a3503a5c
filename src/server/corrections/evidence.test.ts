import { afterAll, beforeAll, expect, test } from 'vitest';
import { mostEvidence } from '#/domain/members/correction-evidence-contract.ts';
import { wholeTenant } from '#/platform/db/transaction.ts';
import { type Answer, type Asks, type Office, openOffice } from '#test/seats.ts';
import { id, ofA } from '#test/two-communes.ts';

// A scan beside a request for correction: who puts it there, who opens it, what is left of it.

let office: Office;
const asks = {} as Record<'member' | 'secretary' | 'cellOfficer' | 'officer' | 'department' | 'stranger', Asks>;
const p1 = id('person P1');

beforeAll(async () => {
  office = await openOffice(['A']);
  const { operator } = office;
  expect((await operator('/api/acts', { tenant: 'A', acts: ofA })).status).toBe(200);
  const seated = async (login: string, role: string, unit: string) =>
    office.as({ login, capacity: await office.grant(login, role, unit) });
  for (const [name, role, unit] of [
    ['member', 'member', 'A.1.1'],
    ['secretary', 'cell-secretary', 'A.1.1'],
    ['cellOfficer', 'committee-officer', 'A.1.1'],
    ['officer', 'committee-officer', 'A.1'],
    ['department', 'organisation-department', 'A'],
    ['stranger', 'committee-officer', 'A.2'],
  ] as const)
    asks[name] = await seated(name.toLowerCase(), role, unit);
  expect((await asks.officer(`/api/people/${p1}/account`, { login: 'member', reason: 'x' })).status).toBe(200);
});
afterAll(() => office.close());

const pdf = (text: string) => Buffer.from(`%PDF-1.7\n${text}\n%%EOF\n`);
const ask = async (who: Asks, field = 'birthPlace') => {
  const wish = { person: p1, field, after: field === 'health' ? 'Tốt' : 'Xã Mẫu', reason: 'x' };
  const { body, text } = await who('/api/corrections', wish);
  expect(body.id, text).toBeDefined();
  return body.id as string;
};
const put = (who: Asks, request: string, file = pdf('x'), query = 'name=Giấy khai sinh.pdf&declaredUnclassified=1') =>
  who(`/api/corrections/${request}/evidence?${query}`, file);
const open = (who: Asks, request: string, file: string) => who(`/api/corrections/${request}/evidence/${file}`);
const codeOf = ({ status, code }: Answer) => `${status} ${code}`;
const read = async (who: Asks, request: string) => (await who(`/api/corrections/${request}`)).body;

test('who asked and who decides open it, each look in the log first; to all others it is not there', async () => {
  const request = await ask(asks.member);
  const kept = await put(asks.member, request, pdf('Giấy khai sinh'));
  expect(kept.body, kept.text).toMatchObject({ name: 'Giấy khai sinh.pdf', mediaType: 'application/pdf', act: null });
  const file = kept.body.id as string;
  for (const who of ['member', 'officer', 'department'] as const) {
    const { status, text } = await open(asks[who], request, file);
    expect([status, text.includes('Giấy khai sinh')], who).toEqual([200, true]);
    const [line] = (await office.operator('/api/access-log?tenant=A')).body.accesses;
    expect(line).toMatchObject({ action: 'attachment.opened', actor: who, persons: [{ id: p1 }] });
    expect(line.says.vi).toBe('Mở giấy tờ kèm đề nghị sửa hồ sơ');
    expect(await read(asks[who], request)).toMatchObject({ evidenceCount: 1, evidence: [{ id: file }] });
  }
  for (const who of ['secretary', 'cellOfficer'] as const) {
    expect(codeOf(await open(asks[who], request, file)), who).toBe('404 attachment.unknown');
    expect(await read(asks[who], request)).toMatchObject({
      evidenceCount: 1,
      evidence: [],
      can: { openEvidence: false },
    });
  }
  expect(codeOf(await open(asks.stranger, request, file))).toBe('404 correction.unknown');
  const room = await office.installation.room('A');
  const { rows } = await room.read({ actor: 'x' }, ({ client }) =>
    client.query('select cipher from attachment where id = $1', [file]),
  );
  expect(rows[0].cipher.includes('khai sinh')).toBe(false);
});

test('a file is reached by its own request only, and by no route of attachments', async () => {
  const [own, other] = [await ask(asks.member), await ask(asks.secretary)];
  const { body } = await put(asks.secretary, other, pdf('của bí thư'));
  expect(codeOf(await open(asks.member, other, body.id))).toBe('404 attachment.unknown');
  expect(codeOf(await open(asks.member, own, body.id))).toBe('404 attachment.unknown');
  expect(codeOf(await open(asks.officer, own, body.id))).toBe('404 attachment.unknown');
  for (const who of ['secretary', 'officer'] as const) {
    expect(codeOf(await asks[who](`/api/attachments/${body.id}`)), who).toBe('404 attachment.unknown');
    expect(codeOf(await asks[who](`/api/attachments/${body.id}/remove`, { reason: 'x' })), who).toBe(
      '404 attachment.unknown',
    );
  }
  const listed = await asks.officer(`/api/attachments?person=${p1}`);
  expect(listed.body.attachments).toEqual([]);
  expect((await open(asks.officer, other, body.id)).status).toBe(200);
});

test('only who asked adds and removes, and only until it is decided', async () => {
  const request = await ask(asks.member);
  const { body } = await put(asks.member, request, pdf('một'));
  for (const who of ['secretary', 'officer'] as const) {
    expect(codeOf(await put(asks[who], request)), who).toBe('403 correction.not-asker');
    const tried = await asks[who](`/api/corrections/${request}/evidence/${body.id}/remove`, { reason: 'x' });
    expect(codeOf(tried), who).toBe('403 correction.not-asker');
  }
  const second = await put(asks.member, request, pdf('hai'));
  const gone = await asks.member(`/api/corrections/${request}/evidence/${second.body.id}/remove`, { reason: 'nhầm' });
  expect(gone.body, gone.text).toMatchObject({ removed: { by: 'member', reason: 'nhầm' } });
  expect(codeOf(await open(asks.member, request, second.body.id))).toBe('410 attachment.removed');
  expect(await read(asks.officer, request)).toMatchObject({ evidenceCount: 1 });
  const decided = await asks.officer(`/api/corrections/${request}/decide`, { isAccepted: true, reason: 'x' });
  expect(decided.status, decided.text).toBe(200);
  expect(codeOf(await put(asks.member, request, pdf('ba')))).toBe('409 correction.decided');
  const late = await asks.member(`/api/corrections/${request}/evidence/${body.id}/remove`, { reason: 'x' });
  expect(codeOf(late)).toBe('409 correction.decided');
  // It stays with the request: everybody who sees the act would open an attachment of the act.
  const { act } = decided.body.decision;
  expect((await asks.officer(`/api/attachments?act=${act}`)).body.attachments).toEqual([]);
  expect((await open(asks.officer, request, body.id)).status).toBe(200);
});

test('the database itself lets nobody but who asked add to a request, nor after it was decided', async () => {
  const request = await ask(asks.member);
  const insert = async (actor: string, correction = request) => {
    const room = await office.installation.room('A');
    return room
      .write({ actor, scope: wholeTenant }, ({ client }) =>
        client.query(
          `insert into attachment (id, correction_id, purpose, name, media_type, size, sha256, cipher, key_id, recorded_at, recorded_by)
           values (gen_random_uuid(), $1, 'scan', 'x.pdf', 'application/pdf', 1, $3, 'x', 'x', now(), $2)`,
          [correction, actor, actor],
        ),
      )
      .then(
        () => 'added',
        (error: { code: string }) => error.code,
      );
  };
  expect(await insert('officer')).toBe('42501');
  expect(await insert('member')).toBe('added');
  await asks.officer(`/api/corrections/${request}/decide`, { isAccepted: false, reason: 'x' });
  expect(await insert('member')).toBe('42501');
});

test('it is judged as every attachment: what it is, how large, declared, not classified, and how many', async () => {
  const request = await ask(asks.member);
  expect(codeOf(await put(asks.member, request, Buffer.from('MZ')))).toBe('422 attachment.type');
  expect(codeOf(await put(asks.member, request, pdf('x').subarray(0, 9)))).toBe('422 attachment.cut-off');
  expect(codeOf(await put(asks.member, request, pdf('x'), 'name=a.pdf'))).toBe('422 attachment.not-declared');
  const marked = `name=${encodeURIComponent('Tuyệt mật.pdf')}&declaredUnclassified=1`;
  expect(codeOf(await put(asks.member, request, pdf('x'), marked))).toBe('422 attachment.classified');
  expect(codeOf(await put(asks.member, request, Buffer.alloc(20 * 2 ** 20 + 1)))).toBe('422 upload.too-large');
  for (let i = 0; i < mostEvidence; i += 1) expect((await put(asks.member, request, pdf(`${i}`))).status).toBe(200);
  expect((await put(asks.member, request, pdf('0'))).status).toBe(200); // the same again is the one that is there
  expect(codeOf(await put(asks.member, request, pdf('mười một')))).toBe('422 correction.evidence-full');
  expect(await read(asks.member, request)).toMatchObject({ evidenceCount: mostEvidence });
});

test('of a sensitive field it is opened by those alone whose role may reveal its class', async () => {
  const request = await ask(asks.member, 'health');
  const { body } = await put(asks.member, request, pdf('Giấy khám sức khỏe'));
  expect(codeOf(await open(asks.officer, request, body.id))).toBe('404 attachment.unknown');
  expect((await read(asks.officer, request)).can).toMatchObject({ decide: true, openEvidence: false, reveal: false });
  expect((await open(asks.department, request, body.id)).status).toBe(200);
  expect((await read(asks.department, request)).can).toMatchObject({ openEvidence: true, reveal: true });
});

test('one’s own copy names the papers that stand beside requests about oneself', async () => {
  const copy = await asks.member('/api/my-record/copy', { format: 'json' });
  const { corrections } = JSON.parse(copy.text);
  const names = corrections.flatMap(({ evidence }: { evidence: { name: string }[] }) =>
    evidence.map(({ name }) => name),
  );
  expect(names).toContain('Giấy khai sinh.pdf');
});
