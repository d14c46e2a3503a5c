import { CommanderError } from 'commander';
import { type FieldProblem, Problem, toRfc9457 } from '#/platform/errors.ts';
import { log } from '#/platform/log.ts';
import { problemText } from '#/server/problem-texts.ts';
import type { Terminal } from './terminal.ts';

/** Says what went wrong: as RFC 9457 on stdout with --json, else each fault on a line of its own on stderr. Returns the exit code. */
export function reportError(terminal: Terminal, error: unknown): number {
  const problem = asProblem(terminal, error);
  const title = problemText(problem, terminal.language);
  if (terminal.isJson) terminal.json({ ...toRfc9457(problem), title });
  else {
    terminal.note(`${terminal.words.error}: ${title}  [${problem.code}]`);
    // A single fault that says the same as the title is not said twice.
    const isSaid =
      problem.fields.length === 1 &&
      problem.fields[0]?.message === problem.message &&
      problem.fields[0].line === undefined;
    // Lines of the file first: they are what the reader can mend. One fault may be found from several sides.
    const lines = problem.fields.toSorted((a, b) => (a.line ?? Infinity) - (b.line ?? Infinity) || 0);
    for (const text of new Set(lines.map((field) => faultLine(terminal, field, isSaid)))) terminal.note(text);
  }
  return 1;
}

/** "  dòng 3  person.born  field.invalid  …  (luật)": one fault. */
export function faultLine({ language, words }: Terminal, field: FieldProblem, isSaid = false): string {
  const parts = [
    field.cell ?? (field.line === undefined ? undefined : words.line(field.line)),
    field.field || undefined,
    field.code,
    isSaid ? undefined : problemText(field, language),
    field.rule === undefined ? undefined : words.rule(field.rule),
    field.line === undefined && field.actId !== undefined ? words.act(field.actId) : undefined,
    isRepairable(field) ? words.import.repair(field.repair.value) : undefined,
  ];
  return `  ${parts.filter((part) => part !== undefined).join('  ')}`;
}

/** A cell of a table for which a repair is proposed. */
function isRepairable(field: FieldProblem): field is FieldProblem & { repair: { value: string | null } } {
  return 'repair' in field;
}

function asProblem({ words }: Terminal, error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof CommanderError)
    return new Problem('usage', error.message.replace(/^error: /, ''), { status: 400 });
  const { code, path, syscall, message } = error as NodeJS.ErrnoException;
  if (syscall !== undefined && path !== undefined) {
    const text = words.file(path, code ?? '');
    return new Problem('file.unusable', text, {
      status: 400,
      fields: [{ field: 'file', code: 'file.unusable', message: text }],
    });
  }
  log.error({ err: error }, 'a fault');
  return new Problem('fault', `${words.fault} ${message}`, { status: 500 });
}
