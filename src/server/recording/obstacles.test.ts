import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleFile } from '#/cli/docs/sample-file.ts';
import type { Obstacles } from '#/kernel/journal/obstacle-contract.ts';
import type { Rehearsed } from '#/kernel/journal/rehearse-contract.ts';
import { type ImportServer, importServer, type Refusal } from '#test/imports.ts';
import { register } from '../parts.ts';

let at: ImportServer;
const people = new Map<string, string>();

beforeAll(async () => {
  at = await importServer();
  await at.installation.addTenant({ code: 'A', name: 'Đảng bộ tỉnh A' });
  await at.send('POST', '/api/acts', { acts: sampleFile });
  const room = await at.installation.room('A');
  const { rows } = await room.read({ actor: 'test' }, ({ client }) =>
    client.query<{ code: string; person_id: string }>('select code, person_id from person'),
  );
  for (const { code, person_id } of rows) people.set(code, person_id);
});
afterAll(() => at.close());

const ask = async <T = Obstacles>(search: string) => at.send<T>('GET', `/api/kind-obstacles?tenant=A&${search}`);
const codes = async (search: string) =>
  Object.fromEntries((await ask(search)).kinds.map(({ kind, why }) => [kind, why.map(({ code }) => code)]));

test('of a member: who is one is not admitted again, who is official not recognised; what fits is not among them', async () => {
  const found = await codes(`person=${people.get('P3')}&on=2021-06-01`);
  expect(found).toMatchObject({
    'member.admitted': ['member.already'],
    'admission.approved': ['member.already'],
    'member.recognised': ['member.not-probationary'],
    'member.exemptionEnded': ['member.not-exempt'],
  });
  for (const kind of ['member.transferred', 'transfer.issued', 'member.died', 'member.classified', 'member.updated'])
    expect(Object.keys(found)).not.toContain(kind);
});

test('the dead are neither moved nor classified; who is on probation is too early until the months are over', async () => {
  const dead = await codes(`person=${people.get('P1')}&on=2021-06-01`);
  expect(dead).toMatchObject({ 'member.transferred': ['member.dead'], 'member.admitted': ['member.dead'] });
  const early = await ask(`person=${people.get('P4')}&on=2021-03-01`);
  const why = early.kinds.find(({ kind }) => kind === 'member.recognised')?.why;
  expect(why).toMatchObject([{ code: 'rule.probation.months' }]);
  expect(why?.[0]?.message.vi).toMatch(/sớm nhất là 19\/05\/2021/);
  expect(why?.[0]?.rule).toMatch(/\d{4}/);
  expect(await codes(`person=${people.get('P4')}&on=2021-05-19`)).not.toHaveProperty('member.recognised');
});

test('what is told of a kind is what recording it would be refused for', async () => {
  const act = { kind: 'member.suspended', effectiveOn: '2021-06-01', person: people.get('P1') };
  const { problems } = await at.send<Rehearsed>('POST', '/api/acts/rehearse', { acts: [act] });
  const told = await codes(`person=${people.get('P1')}&on=2021-06-01`);
  expect(problems.map(({ code }) => code)).toEqual(told['member.suspended']);
});

test('of a unit: what it cannot have today; every kind can be asked of, and one that is not there is none', async () => {
  const found = await codes('unit=A.H.01.1&on=2021-06-01');
  expect(found).toMatchObject({ 'strengthening.closed': ['strengthening.not-open'] });
  for (const kind of ['unit.renamed', 'unit.dissolved', 'unit.established', 'meeting.held', 'unit.classified'])
    expect(Object.keys(found)).not.toContain(kind);
  expect(Object.keys(found).filter((kind) => !register.kinds.has(kind))).toEqual([]);
  expect(await ask<Refusal>('unit=A.H.01.1&on=2017-01-01')).toMatchObject({ status: 404, code: 'unit.unknown' });
  expect(await ask<Refusal>('on=2021-01-01')).toMatchObject({ code: 'subject.missing' });
});

test('whoever sees a part of the tree asks there only', async () => {
  const outside = await ask<Refusal>(`person=${people.get('P4')}&scope=A.H.01.1`);
  expect(outside).toMatchObject({ status: 404, code: 'person.unknown' });
});
