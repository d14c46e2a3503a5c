import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('without any setting the data is in .data of the current folder', () => {
  expect(readConfig({ env: {}, cwd: '/srv' })).toEqual({ dataDir: '/srv/.data', keyFile: '/srv/.data/key' });
});

test('the environment names the database, the folder and the key file', () => {
  const env = { DATABASE_URL: 'postgres://db/x', SOTAY_DATA: 'd', SOTAY_KEY_FILE: '/run/key' };
  expect(readConfig({ env, cwd: '/srv' })).toEqual({
    databaseUrl: 'postgres://db/x',
    dataDir: '/srv/d',
    keyFile: '/run/key',
  });
});

test('--data asks for the embedded database in that folder, whatever the environment says', () => {
  const env = { DATABASE_URL: 'postgres://db/x', SOTAY_DATA: 'd' };
  expect(readConfig({ data: 'other', env, cwd: '/srv' })).toEqual({
    dataDir: '/srv/other',
    keyFile: '/srv/other/key',
  });
});
