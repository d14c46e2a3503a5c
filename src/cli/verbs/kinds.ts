import type { Command } from 'commander';
import { Problem } from '#/platform/errors.ts';
import type { FieldDescription } from '#/server/describe-fields.ts';
import { describeEnvelope, describeKind, type KindDescription } from '#/server/describe-kind.ts';
import { register } from '#/server/parts.ts';
import { addOutput } from '../options.ts';
import { columns } from '../print/columns.ts';
import type { Terminal } from '../terminal.ts';

/** sotay kinds [KIND] */
export function define(command: Command, terminal: Terminal): void {
  addOutput(command.argument('[kind]', terminal.words.arguments.kind), terminal).action((name?: string) =>
    name === undefined ? kinds(terminal) : kind(name, terminal),
  );
}

function kinds(terminal: Terminal): void {
  const { language } = terminal;
  const all = [...register.kinds.values()].map(describeKind);
  if (terminal.isJson) terminal.json({ envelope: describeEnvelope(), kinds: all });
  else
    terminal.out(
      columns(
        [{ title: '' }, { title: '' }],
        all.map((one) => [one.kind, one.title[language]]),
        '',
      ).trimStart(),
    );
}

function kind(name: string, terminal: Terminal): void {
  const declared = register.kinds.get(name);
  if (declared === undefined) {
    const message = `There is no act kind "${name}".`;
    throw new Problem('kind.unknown', message, {
      status: 404,
      fields: [{ field: 'kind', code: 'kind.unknown', message }],
    });
  }
  const described = describeKind(declared);
  if (terminal.isJson) terminal.json(described);
  else terminal.out(kindText(described, terminal));
}

function kindText(described: KindDescription, { language, words }: Terminal): string {
  const titles = words.kinds.columns;
  const rows = described.fields.map((field) => [
    field.field,
    typeText(field),
    field.required ? words.kinds.yes : '',
    field.vi ?? '',
  ]);
  return [
    `${described.title[language]} (${described.kind})`,
    `  ${described.description[language]}`,
    '',
    columns(
      [{ title: titles.field }, { title: titles.type }, { title: titles.required }, { title: titles.meaning }],
      rows,
    ),
    '',
    `${words.kinds.example}:`,
    JSON.stringify(described.example),
  ].join('\n');
}

/** "choice: official | probationary", "list of unit". */
export function typeText({ types, isList, values }: FieldDescription): string {
  const text = types.join(' | ');
  const closed = values === undefined ? text : values.length > 12 ? `${text} (${values.length})` : values.join(' | ');
  return isList ? `[${closed}]` : closed;
}
