import { expect, test } from 'vitest';
import { toyFigures } from '#test/toy-figures.ts';
import { catalogue } from './catalogue.ts';
import type { CountFigure, TargetFigure } from './figure.ts';

const problem = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return null;
};

test('an unknown figure is answered with the nearest names', () => {
  expect(problem(() => toyFigures.get('member'))).toMatchObject({
    code: 'figure.unknown',
    status: 404,
    message: 'There is no figure "member". Nearest: members, members-by-status, members-counted.',
  });
  expect(problem(() => toyFigures.get('entryes'))).toMatchObject({
    message: 'There is no figure "entryes". Nearest: entries, entered.',
  });
  const [first] = toyFigures.all;
  expect(problem(() => toyFigures.get(`${first?.title.vi.toUpperCase()} `))).toMatchObject({
    message: expect.stringContaining(`Nearest: ${first?.name}`),
  });
  expect(problem(() => toyFigures.get('zzz'))).toMatchObject({ message: 'There is no figure "zzz".' });
});

test('arguments are checked: unknown ones, wrong ones, and any where there are none', () => {
  const ask = (name: string, args: Record<string, string>) => () => toyFigures.ask(name, args);
  expect(ask('members-by-status', { status: 'official' })().args).toEqual({ status: 'official' });
  expect(ask('members', {})().args).toEqual({});
  expect(problem(ask('members', { status: 'x' }))).toMatchObject({
    code: 'figure.args',
    message: 'members: args.status: not an argument of this figure (it takes no arguments).',
  });
  expect(problem(ask('members-by-status', { status: 'x', level: 'y' }))).toMatchObject({
    code: 'figure.args',
    fields: [{ field: 'args.level' }, { field: 'args.status' }],
  });
});

test('two figures of one name, and a tally with arguments, stop the start', () => {
  const [members] = toyFigures.all as readonly CountFigure[];
  const byStatus = toyFigures.get('members-by-status') as CountFigure;
  expect(() => catalogue([members as CountFigure, toyFigures.get('members')])).toThrow(
    'two figures are called members',
  );
  expect(() => catalogue([{ ...byStatus, tally: true }])).toThrow('cannot keep tallies');
  expect(() => catalogue([toyFigures.get('goal') as TargetFigure])).not.toThrow();
});
