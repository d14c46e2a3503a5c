import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openlyReasons as ofTheDesk } from '#/exchange/intake/openly.ts';
import { openlyReasons } from '#/server/workplace.ts';

// Handlers work in what they are given. What could reach the whole tenant beside it stands here, with its reason.

const src = fileURLToPath(new URL('../src', import.meta.url));
const filesOf = (folder: string) =>
  readdirSync(`${src}/${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => `${folder}/${name}`);
const files = [...filesOf('server'), ...filesOf('exchange/intake')];
const holding = (pattern: RegExp) => files.filter((file) => pattern.test(readFileSync(`${src}/${file}`, 'utf8')));

test('only what opens rooms begins a transaction of its own', () => {
  expect(holding(/\binTransaction\(/)).toEqual([
    'server/installation.ts', // makes the rooms
    'server/accounts/account-routes.ts', // accounts are shared: no tenant's table is read
    'server/accounts/open-door.ts', // which key the secrets of apps lie under
    'server/accounts/own-routes.ts', // one's own account
    'exchange/intake/doors.ts', // under the scope of the caller's room
    'exchange/intake/openly.ts', // says why
    'exchange/intake/propose.ts', // under the scope of the caller's room
    'exchange/intake/undo.ts', // under the bound of the caller's journal
  ]);
});

test('no handler takes a pool, nor the installation itself', () => {
  expect(holding(/\.pool\b/).filter((file) => file.startsWith('server/'))).toEqual([]);
  expect(holding(/import type \{[^}]*\bInstallation\b/)).toEqual([
    'server/demos.ts', // the command line's
    'server/may-leave.ts', // before anybody is answered
    'server/server.ts', // bounds it for each call
    'server/verify-register.ts', // the command line's
    'server/access/grant-here.ts', // the command line's
    'server/accounts/open-door.ts', // the shared tables and the key
    'server/accounts/who-calls.ts', // says who calls, before there is a bound
    'server/monitoring/readings.ts', // counts over all registers, told to nobody but who watches the machine
    'server/monitoring/serve-monitoring.ts',
  ]);
});

test('what looks past the bound names one of the reasons, and every reason is somebody’s', () => {
  const named = (file: string) =>
    [...readFileSync(`${src}/${file}`, 'utf8').matchAll(/\bopenly\((?:[\w.]+, )?'([a-z-]+)'/g)].map(([, why]) => why);
  const of = (folder: string) =>
    [...new Set(files.filter((file) => file.startsWith(folder)).flatMap(named))].toSorted();
  expect(of('server')).toEqual(Object.keys(openlyReasons).toSorted());
  expect(of('exchange')).toEqual(Object.keys(ofTheDesk).toSorted());
});
