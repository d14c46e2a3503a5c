import { expect, test } from 'vitest';
import { codeWords } from '#/domain/words/code-words.ts';
import { describeFigure } from '#/server/describe-figure.ts';
import { figures } from '#/server/parts.ts';

test('every argument of a figure, and every value that no catalogue names, has a name on screen', () => {
  const isNamed = (code: string) => code in codeWords.vi || /^[\d-]+$/.test(code);
  const missing = figures.all.flatMap((figure) =>
    describeFigure(figure).args.flatMap(({ name, values = [], labels = {} }) =>
      [name, ...values.filter((value) => !(value in labels))]
        .filter((code) => !isNamed(code))
        .map((code) => `${figure.name}: ${code}`),
    ),
  );
  expect(missing).toEqual([]);
});
