import { expect, test } from 'vitest';
import { deviceOf } from './devices.ts';

test('browser and system are told in two words, the browser that others are built on last', () => {
  const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0.0.0 Safari/537.36';
  expect(deviceOf(`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome}`)).toBe('Chrome · Windows');
  expect(deviceOf(`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Edg/153.0.0.0`)).toBe('Edge · Windows');
  expect(deviceOf(`Mozilla/5.0 (Windows NT 10.0) coc_coc_browser/140.0 ${chrome}`)).toBe('Cốc Cốc · Windows');
  expect(deviceOf('Mozilla/5.0 (Linux; Android 16) Gecko/150.0 Firefox/150.0')).toBe('Firefox · Android');
  expect(deviceOf('Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Safari/604.1')).toBe(
    'Safari · iOS',
  );
});

test('what is no browser is a question mark', () => {
  expect(deviceOf(undefined)).toBe('?');
  expect(deviceOf('curl/8.9')).toBe('?');
});
