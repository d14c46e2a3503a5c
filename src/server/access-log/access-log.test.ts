import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AccessRow } from '#/kernel/access/log-contract.ts';
import { sealedAccesses } from '#/kernel/access/sealed-accesses.ts';
import { verifySeals } from '#/kernel/seals/verify-seals.ts';
import { type Asks, type Office, openOffice } from '#test/seats.ts';
import { id, ofA } from '#test/two-communes.ts';
import { startSealers } from '../server.ts';

// What is sealed is opened one by one, for a reason, and everybody whom it concerns can read that it was.

let office: Office;
let operator: Asks;
const callers = new Map<string, Asks>();
const citizenIds = { P1: '001070000001', P2: '001070000002' };
const [inside, outside] = [id('person P1'), id('person P2')];
const reason = 'Xác minh lý lịch';

const as = (who: string): Asks => callers.get(who) as Asks;

beforeAll(async () => {
  office = await openOffice(['A']);
  operator = office.operator;
  const updated = (code: 'P1' | 'P2') => ({
    kind: 'member.updated',
    effectiveOn: '2021-01-01',
    person: code,
    record: {
      citizenId: citizenIds[code],
      hometown: { detail: 'Thôn 1', commune: 'Xã B', province: 'Tỉnh A' },
      family: [{ relation: 'Vợ', name: 'Nguyễn Thị Mẫu', born: '1972' }],
    },
  });
  const petition = {
    id: id('petition'),
    kind: 'petition.received',
    effectiveOn: '2022-01-01',
    unit: 'A.1',
    code: 'Đ1',
    sort: 'complaint',
    complainant: 'Trần Thị Gửi Đơn',
  };
  const posted = await operator('/api/acts', { acts: [...ofA, updated('P1'), updated('P2'), petition] });
  expect(posted.status, posted.text).toBe(200);
  for (const [who, role, unit] of [
    ['secretary', 'cell-secretary', 'A.1.1'],
    ['officer', 'committee-officer', 'A.1'],
    ['department', 'organisation-department', 'A'],
    ['inspector', 'inspection-commission', 'A.1'],
    ['leader', 'leader', 'A.1'],
    ['auditor', 'auditor', 'A.1'],
    ['other-auditor', 'auditor', 'A.2'],
  ] as const)
    callers.set(who, office.as({ login: who, capacity: await office.grant(who, role, unit) }));
}, 120_000);
afterAll(() => office?.close());

const ask = (who: string, person: string, field: string, why: string = reason) =>
  as(who)(`/api/people/${person}/reveal`, { field, reason: why });
const logOf = async (who = 'auditor', query = ''): Promise<AccessRow[]> => {
  const { status, body, text } = await as(who)(`/api/access-log?${query}`);
  expect(status, text).toBe(200);
  return body.accesses;
};
const lines = async () => {
  const room = await office.installation.room('A');
  const { rows } = await room.read({ actor: 'test' }, ({ client }) => client.query('select id from access_log'));
  return rows.length;
};

describe('one field', () => {
  test('is told in plain for a reason, and its line says who, as what, where, which field and why', async () => {
    const { status, body } = await ask('secretary', inside, 'phone');
    expect([status, body.value, body.lines]).toEqual([200, '0900000001', ['0900000001']]);
    const [line] = await logOf('auditor', 'actor=secretary');
    expect(line).toMatchObject({
      ...{ id: body.access, actor: 'secretary', action: 'field.revealed', reason },
      role: { vi: 'Bí thư chi bộ' },
      place: { code: 'A.1.1' },
      says: { vi: 'Xem: Số điện thoại', en: 'Saw: Phone' },
      persons: [{ id: inside, name: 'Nguyễn Thị Trong' }],
      personCount: 1,
    });
    expect(JSON.stringify(line)).not.toContain('0900000001');
  });

  test('is read as lines: an address from the house upwards, each relative by itself', async () => {
    expect((await ask('officer', inside, 'hometown')).body.lines).toEqual(['Thôn 1, Xã B, Tỉnh A']);
    expect((await ask('officer', inside, 'family')).body.lines).toEqual(['Vợ: Nguyễn Thị Mẫu, 1972']);
  });

  test('of a class that the role does not hold is refused by the names of both, and nothing is logged', async () => {
    const before = await lines();
    const refused = await ask('secretary', inside, 'citizenId');
    expect([refused.status, refused.code]).toEqual([403, 'field.not-yours']);
    expect(refused.body.title).toMatch(/Cell secretary.*identity-number/);
    expect((await ask('secretary', inside, 'health')).code).toBe('field.not-yours');
    expect((await ask('leader', inside, 'phone')).code).toBe('permission.missing');
    expect(await lines()).toBe(before);
  });

  test('of somebody elsewhere is not there, nor what no record has; without a reason nothing is told', async () => {
    const before = await lines();
    for (const [answer, expected] of [
      [await ask('officer', outside, 'phone'), [404, 'person.unknown']],
      [await ask('officer', id('nobody'), 'phone'), [404, 'person.unknown']],
      [await ask('officer', inside, 'email'), [404, 'field.empty']],
      [await ask('officer', inside, 'name'), [422, 'field.unknown']],
      [await ask('officer', inside, 'constructor'), [422, 'field.unknown']],
      [await ask('officer', inside, 'phone', '  '), [422, 'reveal.reason']],
    ] as const) {
      expect([answer.status, answer.code]).toEqual(expected);
      expect(answer.text).not.toMatch(/09000000|Ngoài/);
    }
    expect(await lines()).toBe(before);
  });

  test('is offered on the page to those alone who may see it', async () => {
    const offered = async (who: string) => {
      const { body } = await as(who)(`/api/members/${inside}`);
      return body.sheet.flatMap((item: { lines: { reveal: string | null }[] }) =>
        item.lines.flatMap((line) => line.reveal ?? []),
      );
    };
    expect(await offered('leader')).toEqual([]);
    expect((await offered('secretary')).toSorted()).toEqual(['family', 'hometown', 'phone']);
    expect((await offered('department')).toSorted()).toEqual(['citizenId', 'family', 'health', 'hometown', 'phone']);
  });
});

test('no line, no answer: when the log cannot be written, neither a field nor a file nor a sheet leaves', async () => {
  const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb004300ffd9', 'hex');
  const put = await operator(`/api/attachments?person=${inside}&purpose=photo&name=a.jpg&declaredUnclassified=1`, jpeg);
  const file = `/api/attachments/${put.body.id}`;
  const sheet = `/api/members/${inside}/sheet?format=docx`;
  const { Client } = await import('pg');
  const admin = new Client({ connectionString: office.installation.adminUrl });
  await admin.connect();
  const { schemaName } = (await office.installation.room('A')).tenant;
  try {
    await admin.query(`revoke insert on ${schemaName}.access_log from sotay_app`);
    for (const answer of [await ask('officer', inside, 'phone'), await as('officer')(file), await as('officer')(sheet)])
      expect([answer.status, answer.text.includes('0900000001')]).toEqual([500, false]);
  } finally {
    await admin.query(`grant insert on ${schemaName}.access_log to sotay_app`);
    await admin.end();
  }
  expect((await as('officer')(file)).status).toBe(200);
  expect((await as('officer')(sheet)).status).toBe(200);
  const said = (await logOf('auditor', `person=${inside}`)).slice(0, 2).map(({ says }) => says.vi);
  expect(said).toEqual(['In phiếu đảng viên', 'Xem ảnh']);
});

describe('what is sealed', () => {
  const glass = (who: string, why: string, field = 'complainant') =>
    as(who)(`/api/acts/${id('petition')}/unseal`, { field, reason: why });
  const long = 'Đơn có dấu hiệu giả mạo, phải gặp người gửi';

  test('is opened by who holds the right and the class, for a reason worth reading, and a notice tells of it', async () => {
    expect((await glass('inspector', 'ngắn quá')).code).toBe('reveal.reason');
    expect((await glass('officer', long)).code).toBe('permission.missing');
    expect((await glass('department', long)).body).toMatchObject({ code: 'field.not-yours' });
    expect((await glass('inspector', long, 'code')).code).toBe('field.unknown');
    expect(await logOf('inspector', 'notice=1')).toEqual([]);
    expect((await glass('inspector', long)).body).toMatchObject({ value: 'Trần Thị Gửi Đơn' });
    expect(await logOf('inspector', 'notice=1')).toMatchObject([
      { action: 'sealed.opened', notice: 'complainant', reason: long, unit: { code: 'A.1' } },
    ]);
    expect(await logOf('other-auditor', 'notice=1')).toEqual([]);
  });

  test('is offered on the act to those alone who may open it', async () => {
    const offered = async (who: string) => {
      const { body } = await as(who)(`/api/acts/${id('petition')}/story`);
      return body.fields.filter((one: { unseal: boolean }) => one.unseal).map((one: { field: string }) => one.field);
    };
    expect(await offered('inspector')).toEqual(['complainant']);
    for (const who of ['department', 'officer', 'leader', 'auditor']) expect(await offered(who), who).toEqual([]);
  });
});

describe('who looked', () => {
  beforeEach(async () => {
    expect((await ask('department', outside, 'phone', 'Việc của tỉnh')).status).toBe(200);
  });

  test('is told to the auditor of the place of whoever looked, and of whoever was looked at; to nobody else', async () => {
    expect((await ask('department', inside, 'health', 'Từ cấp trên')).status).toBe(200);
    const told = async (who: string) => (await logOf(who, 'actor=department&limit=200')).map((row) => row.reason);
    expect(await told('auditor')).toContain('Từ cấp trên');
    expect(await told('auditor')).not.toContain('Việc của tỉnh');
    expect(await told('other-auditor')).toContain('Việc của tỉnh');
    expect(await told('other-auditor')).not.toContain('Từ cấp trên');
    expect((await as('officer')('/api/access-log')).code).toBe('permission.missing');
    expect((await as('auditor')('/api/access-log?unit=A.2')).status).toBe(404);
  });

  test('a list taken out in plain names to each auditor those of the own place only, and counts all', async () => {
    const answer = await as('department')('/api/members/file', { unit: 'A', reason: 'Đối chiếu toàn tỉnh' });
    expect(answer.status, answer.text.slice(0, 200)).toBe(200);
    const of = async (who: string) =>
      (await logOf(who, 'action=members.exported')).map(({ persons, personCount }) => [
        persons.map((one) => one.id),
        personCount,
      ]);
    expect(await of('auditor')).toEqual([[[inside], 2]]);
    expect(await of('other-auditor')).toEqual([[[outside], 2]]);
  });

  test('is narrowed by person, actor, action and day, and read by pages without gaps', async () => {
    const all = await logOf('auditor', 'limit=200');
    expect(all.length).toBeGreaterThan(3);
    for (const row of await logOf('auditor', 'action=field.revealed')) expect(row.action).toBe('field.revealed');
    for (const row of await logOf('auditor', `person=${inside}`)) expect(row.personCount).toBeGreaterThan(0);
    expect(await logOf('auditor', `person=${outside}&limit=200`)).toEqual(
      all.filter(({ action }) => action === 'members.exported'),
    );
    expect(await logOf('auditor', 'to=2020-01-01')).toEqual([]);
    const pages: AccessRow[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const { body } = await as('auditor')(`/api/access-log?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
      pages.push(...body.accesses);
      cursor = body.next;
    }
    expect(pages).toEqual(all);
    expect((await as('auditor')('/api/access-log?cursor=x')).code).toBe('cursor.invalid');
  });

  test('stands with the person, for whoever may see the record: also those from above, and never a value', async () => {
    const of = (who: string, person: string) => as(who)(`/api/people/${person}/accesses`);
    const told = (await of('leader', inside)).body.accesses;
    expect(told.map((one: AccessRow) => one.actor)).toContain('department');
    expect(told[0]).toHaveProperty('reason');
    expect(JSON.stringify(told)).not.toMatch(/0900000001|Sức khỏe P1/);
    expect((await of('leader', outside)).code).toBe('person.unknown');
    expect((await of('auditor', inside)).code).toBe('permission.missing');
  });
});

describe('a citizen id', () => {
  const check = (who: string, citizenId: string) => as(who)('/api/duplicate-check', { citizenId });

  test('is known here by the person, elsewhere only by the unit to ask, and the question is a line of the log', async () => {
    expect((await check('secretary', '001 070 000 001')).body).toEqual({ here: inside, elsewhere: [] });
    const other = await check('secretary', citizenIds.P2);
    expect(other.body).toEqual({ here: null, elsewhere: ['Đơn vị A.2'] });
    expect(other.text).not.toMatch(new RegExp(`${outside}|Ngoài`));
    expect((await check('secretary', '001070000009')).body).toEqual({ here: null, elsewhere: [] });
    expect((await check('secretary', '12')).code).toBe('citizen-id.invalid');
    expect((await check('leader', citizenIds.P1)).code).toBe('permission.missing');
    const asked = await logOf('auditor', 'action=duplicate.checked');
    expect(asked).toHaveLength(3);
    expect(JSON.stringify(asked)).not.toMatch(/0010700|Ngoài/);
    // Whose number it was reads that somebody asked for it.
    expect(await logOf('other-auditor', 'action=duplicate.checked')).toHaveLength(1);
  });

  test('leads no further: what the answer tells opens nothing of the other record', async () => {
    for (const url of [`/api/members/${outside}`, `/api/people/${outside}/accesses`, `/api/people/${outside}/seen-by`])
      expect((await as('secretary')(url)).status, url).toBe(404);
    expect((await ask('secretary', outside, 'phone')).status).toBe(404);
  });

  test('is not guessed number by number', async () => {
    let last = await check('officer', '001070000100');
    for (let tries = 0; last.status === 200 && tries < 200; tries += 1) last = await check('officer', '001070000100');
    expect([last.status, last.code]).toEqual([429, 'duplicate.too-many']);
    expect((await check('secretary', citizenIds.P1)).status).toBe(200);
  });
});

test('the server seals what was looked at, as it seals what was recorded', async () => {
  const stop = await startSealers(office.installation);
  const room = await office.installation.room('A');
  const report = () => room.read({ actor: 'test' }, (tx) => verifySeals(tx, sealedAccesses));
  await expect.poll(async () => (await report()).unsealedActs, { timeout: 20_000 }).toBe(0);
  await stop();
  expect(await report()).toMatchObject({ sealedActs: await lines(), findings: [] });
});
