import { expect, test } from 'vitest';
import { Problem, toRfc9457 } from './errors.ts';

test('a problem is an error with a stable code, a status and the fields at fault', () => {
  const fields = [{ line: 3, field: 'born', code: 'day.impossible', message: '30 February does not exist' }];
  const problem = new Problem('file.invalid', 'the file has 1 wrong line', { fields });
  expect(problem).toBeInstanceOf(Error);
  expect(problem).toMatchObject({ name: 'Problem', code: 'file.invalid', status: 422, fields });
});

test('the RFC 9457 document names code, status and fields, and hides the cause', () => {
  const problem = new Problem('version.stale', 'somebody was faster', { status: 409, cause: new Error('secret') });
  expect(toRfc9457(problem)).toEqual({
    type: 'urn:sotay:problem:version.stale',
    title: 'somebody was faster',
    status: 409,
    code: 'version.stale',
  });
  expect(problem.cause).toBeInstanceOf(Error);
  expect(JSON.stringify(toRfc9457(problem))).not.toContain('secret');
  const withFields = new Problem('x', 'y', { fields: [{ code: 'a', message: 'b' }] });
  expect(toRfc9457(withFields).errors).toEqual([{ code: 'a', message: 'b' }]);
});
