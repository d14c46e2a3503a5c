import { expect, test } from 'vitest';
import { checkPassword } from './password-rules.ts';

const codeOf = (password: string, login = 'can.bo.a'): string | null => {
  try {
    checkPassword(password, login);
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

test('twelve characters of any kind are enough: no digits, capitals or signs are asked for', () => {
  for (const password of [
    'chín quả cam',
    'tranh thuỷ mặc',
    '            đủ mười hai',
    'ngựa gỗ ghim giấy pin',
    '7193 abc 5508 26',
  ])
    expect(codeOf(password), password).toBeNull();
});

test('eleven are too few, however many bytes they take, and a book is too long', () => {
  expect(codeOf('ếếếếếễễễễễễ')).toBe('password.short');
  expect(codeOf('a'.repeat(257))).toBe('password.long');
});

test('the login is no password, nor with digits around it', () => {
  expect(codeOf('Can.Bo.A-2026!', 'can.bo.a')).toBe('password.login');
  expect(codeOf('nguyenvanmau', 'nguyen.van.mau')).toBe('password.login');
});

test.each([
  'matkhau123456',
  'Mật khẩu 2026!',
  'Password12345',
  'đảng viên 1930',
  'VietNam123456',
  '111111111111',
  'abababababab',
  '123456789012',
  'abcdefghijkl',
  '098765432109',
  'Zaq12wsxcde3',
  'leonardo 2001',
  '1q2w3e4r5t6y7u8i9o0p',
])('%s is among the first that are guessed', (password) => {
  expect(codeOf(password)).toBe('password.common');
});
