import { expect, test } from 'vitest';
import { prepareAct } from '#/kernel/journal/prepare.ts';
import type { FieldProblem } from '#/platform/errors.ts';
import { register } from '#/server/parts.ts';
import { routes } from '#/server/routes.ts';
import { figuresPage } from './figures-page.ts';
import { journalPage } from './journal-page.ts';
import { permissionsPage } from './permissions-page.ts';
import { sampleFile } from './sample-file.ts';

test.each([...register.kinds.values()].map((kind) => [kind.kind, kind] as const))(
  'the example of %s has the form that it documents',
  (name, { example }) => {
    const problems: FieldProblem[] = [];
    prepareAct({ ...example, kind: String(example.kind) }, 1, register, { tenant: 'T' }, problems);
    expect(problems).toEqual([]);
    expect(example.kind).toBe(name);
  },
);

test('docs/journal.md shows every kind, every line of the sample file, and where each field of a record is told', () => {
  const page = journalPage();
  for (const kind of register.kinds.keys()) expect(page).toContain(`\n### ${kind}\n`);
  for (const line of sampleFile) expect(page).toContain(`\n${JSON.stringify(line)}\n`);
  for (const field of ['born', 'ethnicity', 'citizenId'])
    expect(page).toMatch(new RegExp(`^\\| \`${field}\` \\|`, 'm'));
  expect(page).toContain('| `tay` | Tày |');
});

test('docs/permissions.md shows every route and every kind, and who may', () => {
  const page = permissionsPage();
  for (const { method, path } of routes) expect(page).toContain(`\n| \`${method} ${path}\` |`);
  for (const kind of register.kinds.keys()) expect(page).toContain(`\n| \`${kind}\` |`);
  const line = (begin: string) => page.split('\n').find((one) => one.startsWith(begin));
  expect(line('| `GET /api/people` |')).toBe('| `GET /api/people` | members.read |  | ✓ | ✓ | ✓ | ✓ | ✓ |  |  |');
  expect(line('| `unit.disciplined` |')).toMatch(/ \| {2}\| {2}\| {2}\| {2}\| ✓ \| {2}\| {2}\| {2}\|$/);
});

test('docs/figures.md shows every figure with its definition', () => {
  const page = figuresPage();
  for (const { name, definition } of register.figures) {
    expect(page).toContain(`\n## ${name}\n`);
    expect(page).toContain(definition.vi);
  }
});
