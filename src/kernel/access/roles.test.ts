import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mayPropose, mayRecord, readRoles } from './roles.ts';

const json = readFileSync(new URL('../../../db/seed/roles.json', import.meta.url), 'utf8');
const changed = (change: (file: { permissions: object[]; roles: Record<string, unknown>[] }) => void) => {
  const file = JSON.parse(json);
  change(file);
  return () => readRoles(JSON.stringify(file));
};

test('the roles of the file are read, and a role that is not in it is none', () => {
  const roles = readRoles(json);
  expect(roles.all.map(({ role }) => role)).toEqual([
    'member',
    'cell-secretary',
    'committee-officer',
    'organisation-department',
    'inspection-commission',
    'leader',
    'administrator',
    'auditor',
  ]);
  expect(roles.get('king')).toBeNull();
});

test('an administrator holds no permission that shows people, and reveals nothing', () => {
  const role = readRoles(json).get('administrator');
  for (const personal of ['members.read', 'members.reveal', 'members.export', 'journal.read', 'attachments.read'])
    expect(role?.permissions.has(personal), personal).toBe(false);
  expect(role?.sensitive.size).toBe(0);
});

test('a pattern covers the kinds of its noun and no noun that only begins like it', () => {
  const role = { records: ['meeting.*', 'member.updated'], notRecords: ['meeting.cancelled'] };
  expect(mayRecord(role, 'meeting.held')).toBe(true);
  expect(mayRecord(role, 'meetings.held')).toBe(false);
  expect(mayRecord(role, 'meeting.cancelled')).toBe(false);
  expect(mayRecord(role, 'member.updated')).toBe(true);
  expect(mayRecord(role, 'member.updatedTwice')).toBe(false);
});

test('a role with a permission that there is not, or that only the operator has, stops the start', () => {
  const give = (name: string) =>
    changed(({ roles }) => roles.push({ ...roles[6], role: 'other', permissions: [name] }));
  expect(give('members.eat')).toThrow('members.eat');
  expect(give('links.make')).toThrow('links.make');
  expect(give('register.read')).not.toThrow();
});

test('what a role records it may propose too; kinds to propose without the permission stop the start', () => {
  const secretary = readRoles(json).get('cell-secretary');
  if (secretary === null) throw new Error('there is no secretary');
  expect(mayPropose(secretary, 'member.admitted')).toBe(true);
  expect(mayRecord(secretary, 'member.admitted')).toBe(false);
  expect(mayPropose(secretary, 'meeting.held')).toBe(true);
  expect(mayPropose(secretary, 'member.expelled')).toBe(false);
  expect(changed(({ roles }) => Object.assign(roles[5] as object, { proposes: ['member.*'] }))).toThrow('acts.propose');
});

test('kinds of acts without the permission to record stop the start, as does an unknown key', () => {
  expect(changed(({ roles }) => Object.assign(roles[5] as object, { records: ['meeting.*'] }))).toThrow('acts.post');
  expect(changed(({ roles }) => Object.assign(roles[5] as object, { sensitive: ['shoe-size'] }))).toThrow('roles.5');
  expect(changed(({ roles }) => Object.assign(roles[5] as object, { colour: 'red' }))).toThrow('colour');
});
