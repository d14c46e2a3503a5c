import { expect, test } from 'vitest';
import { readSite } from './read-site.ts';

test('without a setting the server is reached on its own machine, and takes no proxy’s word', () => {
  expect(readSite({})).toEqual({});
});

test('a public address is https, and a host alone', () => {
  expect(readSite({ SOTAY_PUBLIC_URL: 'https://Sotay.example.vn' }).publicUrl?.host).toBe('sotay.example.vn');
  expect(readSite({ SOTAY_PUBLIC_URL: 'https://sotay.example.vn:8443/' }).publicUrl?.host).toBe(
    'sotay.example.vn:8443',
  );
  for (const wrong of [
    'http://sotay.example.vn',
    'sotay.example.vn',
    'https://a.vn/sotay',
    'https://u:p@a.vn',
    'https://a.vn/?x',
  ])
    expect(() => readSite({ SOTAY_PUBLIC_URL: wrong }), wrong).toThrow(/SOTAY_PUBLIC_URL/);
});

test('a proxy is named by its address or network, never as everybody', () => {
  expect(readSite({ SOTAY_TRUST_PROXY: 'loopback, 10.0.0.5,10.1.0.0/24, fd00::/64' }).trustProxy).toEqual([
    ...['loopback', '10.0.0.5', '10.1.0.0/24', 'fd00::/64'],
  ]);
  for (const wrong of ['true', '*', '0.0.0.0/0', '::/0', 'proxy.example.vn', '10.0.0.0/33', '10.0.0.5,', '1'])
    expect(() => readSite({ SOTAY_TRUST_PROXY: wrong }), wrong).toThrow(/SOTAY_TRUST_PROXY/);
});
