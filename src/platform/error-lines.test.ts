import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutWords } from './error-lines.ts';
import { Problem } from './errors.ts';

const mark = 'Nguyễn Thị Dấu';

function raised(message: string): Error {
  try {
    throw new TypeError(message);
  } catch (error) {
    return error as Error;
  }
}

test('of an error the log keeps its kind, its code and its place, and no word of its message', () => {
  const error = Object.assign(raised(`no day: "${mark}"`), { code: '22007', detail: mark, constraint: 'act_pkey' });
  const lines = withoutWords(error);
  expect(lines).toMatchObject({ type: 'TypeError', code: '22007', constraint: 'act_pkey' });
  expect(lines.at[0]).toMatch(/^at raised .*error-lines\.test\.ts:\d+:\d+\)$/);
  expect(JSON.stringify(lines)).not.toContain('Dấu');
});

test('nor of what caused it, nor of something thrown that is no error', () => {
  const problem = new Problem('act.unknown', mark, { cause: raised(mark) });
  expect(withoutWords(problem)).toMatchObject({ code: 'act.unknown', cause: { type: 'TypeError' } });
  expect(JSON.stringify(withoutWords(problem))).not.toContain('Dấu');
  expect(withoutWords(mark)).toEqual({ type: 'string', at: [] });
  const ring = raised(mark);
  ring.cause = ring;
  expect(JSON.stringify(withoutWords(ring))).not.toContain('Dấu');
});

test('whatever a message holds, also lines like those of a stack', () => {
  const piece = fc.constantFrom('\n', '    at ', 'Dấu', 'x (a.ts:1:2)', ':1:2', 'Error: ', '(native)');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      expect(JSON.stringify(withoutWords(raised(pieces.join(''))))).not.toContain('Dấu');
    }),
  );
});
