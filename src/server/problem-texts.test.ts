import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { Problem } from '#/platform/errors.ts';
import { sayProblem, vietnamese } from './problem-texts.ts';

const src = fileURLToPath(new URL('..', import.meta.url));

/** Codes as they stand in calls that raise a problem: new Problem('a.b'…, fault(act, 'a.b'…, code: 'a.b'. */
function codesRaised(): Set<string> {
  const codes = new Set<string>();
  // The screens say their own (no network) themselves.
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => !file.startsWith('web'));
  for (const file of files.filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))) {
    const text = readFileSync(join(src, file), 'utf8');
    for (const [, code] of text.matchAll(
      /(?:new Problem\(|new CellFault\(|fileProblem\(|headingFault\(\w+,|\bfault\(\w+(?: as \w+)?,|\bcode:)\s*'([a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*)'/g,
    ))
      codes.add(code as string);
  }
  return codes;
}

test('every problem that the code can raise can be said in Vietnamese', () => {
  const codes = codesRaised();
  expect(codes.size).toBeGreaterThan(80);
  // Of the closed lists, a few entries look like codes of problems.
  const missing = [...codes].filter((code) => !(code in vietnamese) && !code.startsWith('enterprise.'));
  expect(missing).toEqual([]);
});

test('a caller is answered in the first of Vietnamese and English that he accepts', () => {
  const problem = new Problem('unit.unknown', 'There is no unit with the code "X".', { status: 404 });
  expect(sayProblem(problem, '').title).toBe('There is no unit with the code "X".');
  expect(sayProblem(problem, 'fr, vi;q=0.8, en').title).toBe(
    'Không có đơn vị này. (There is no unit with the code "X".)',
  );
  expect(sayProblem(problem, 'en-GB, vi').title).toBe('There is no unit with the code "X".');
});

test('a message that has a Vietnamese wording of its own is said in it, field by field', () => {
  const field = { field: 'unit', code: 'unit.unknown', message: 'No unit "X".', vi: 'Không có đơn vị mang mã "X".' };
  const problem = new Problem('unit.unknown', field.message, { fields: [field], vi: field.vi });
  expect(sayProblem(problem, 'vi')).toMatchObject({ title: field.vi, errors: [{ message: field.vi }] });
  expect(sayProblem(problem, 'en')).toMatchObject({ title: field.message, errors: [{ message: field.message }] });
  expect(JSON.stringify(sayProblem(problem, 'en'))).not.toContain('Không');
  const plain = new Problem('request.invalid', 'x', {
    fields: [{ field: 'a', code: 'period.empty', message: 'no days' }],
  });
  expect(sayProblem(plain, 'vi').errors?.[0]?.message).toMatch(/^(?=.*no days)(?!no days)/);
});
