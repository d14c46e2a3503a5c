import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import type { PaperFile } from '#/reports/papers/write.ts';
import { reportNamed, reports } from '#/reports/reports.ts';
import { checkTemplate, type TemplateFinding } from '#/reports/templates/check.ts';
import { fieldsOf, type TemplateField } from '#/reports/templates/fields.ts';
import {
  type AskedTemplates,
  dropTemplate,
  fieldsFile,
  keepTemplate,
  type ShownTemplate,
  shownTemplates,
  templateFile,
} from '#/server/office-templates.ts';
import { readDays } from '#/server/question.ts';
import { actorHere, addOutput, addRegister, type Shared } from '../options.ts';
import { columns } from '../print/columns.ts';
import { openTarget } from '../target.ts';
import type { Terminal } from '../terminal.ts';
import { withInstallation } from '../with-installation.ts';

interface TemplateOptions extends Shared {
  unit?: string;
  on?: string;
  from?: string;
  out?: string;
}

/** sotay template list|fields|get|check|put|remove … */
export function define(command: Command, terminal: Terminal): void {
  const { options, arguments: names, template: words } = terminal.words;
  const one = (name: string) =>
    command
      .command(name)
      .description(words.verbs[name] ?? '')
      .copyInheritedSettings(command);
  const report = `${names.report}: ${Object.keys(reports).join(', ')}`;
  const inRegister = (sub: Command) => addRegister(sub.option('--on <date>', words.on), terminal, 'with-scope');

  inRegister(one('list').requiredOption('--unit <code>', options.unit)).action((given: TemplateOptions) =>
    list(given, terminal),
  );
  addOutput(one('fields').argument('<report>', report).option('--out <file>', words.fieldsOut), terminal).action(
    (name: string, given: TemplateOptions) => fields(name, given, terminal),
  );
  inRegister(
    one('get').argument('<report>', report).option('--unit <code>', words.getUnit).option('--out <file>', options.out),
  ).action((name: string, given: TemplateOptions) => get(name, given, terminal));
  addOutput(one('check').argument('<report>', report).argument('<file>', names.file), terminal).action(
    (name: string, file: string) => check(name, file, terminal),
  );
  inRegister(
    one('put')
      .argument('<report>', report)
      .argument('<file>', names.file)
      .requiredOption('--unit <code>', options.unit)
      .option('--from <date>', words.from),
  ).action((name: string, file: string, given: TemplateOptions) => put(name, file, given, terminal));
  inRegister(
    one('remove')
      .argument('<report>', report)
      .requiredOption('--unit <code>', options.unit)
      .option('--from <date>', words.from),
  ).action((name: string, given: TemplateOptions) => remove(name, given, terminal));
}

function asked({ unit, on, tenant, scope }: TemplateOptions): AskedTemplates {
  return { actor: actorHere(), unit: unit ?? '', on: day(on), tenant, scope };
}

const day = (given: string | undefined) => (given === undefined ? undefined : readDays({ on: given }).on);

async function list(given: TemplateOptions, terminal: Terminal): Promise<void> {
  const shown = await withInstallation(given, (installation) => shownTemplates(installation, asked(given)));
  if (terminal.isJson) return terminal.json({ templates: [...shown].map(([name, own]) => ({ name, own })) });
  terminal.out(table([...shown], terminal));
}

function table(shown: readonly [string, ShownTemplate | null][], { words: { template: words } }: Terminal): string {
  const rows = shown.map(([name, own]) =>
    own === null
      ? [name, words.official, '', '', '']
      : [name, own.fileName, `${own.unit.code} ${own.unit.name}`, own.validFrom, own.uploadedBy],
  );
  return columns(
    words.columns.map((title) => ({ title })),
    rows,
  );
}

async function fields(name: string, { out }: TemplateOptions, terminal: Terminal): Promise<void> {
  const report = reportNamed(name);
  if (out !== undefined) return write(await fieldsFile(name), out, terminal);
  const all = fieldsOf(report);
  if (terminal.isJson) return terminal.json({ report: name, fields: all });
  terminal.out(all.flatMap((field) => fieldLines(field, 0, terminal)).join('\n'));
}

function fieldLines(field: TemplateField, depth: number, terminal: Terminal): string[] {
  const { key, kind, meaning, example, fields: inner = [], isEssential } = field;
  const shown = kind === 'text' ? `{${key}}` : `{#${key}} … {/${key}}`;
  const told = `${'  '.repeat(depth)}${shown.padEnd(26)} ${meaning[terminal.language]}${isEssential ? ' (*)' : ''}`;
  return [
    kind === 'text' ? `${told}: ${example}` : told,
    ...inner.flatMap((one) => fieldLines(one, depth + 1, terminal)),
  ];
}

async function get(name: string, given: TemplateOptions, terminal: Terminal): Promise<void> {
  const file =
    given.unit === undefined
      ? await templateFile(name, null)
      : await withInstallation(given, (installation) => templateFile(name, { installation, asked: asked(given) }));
  await write(file, given.out ?? file.name, terminal);
}

async function write(file: PaperFile, name: string, terminal: Terminal): Promise<void> {
  const target = await openTarget(terminal, name);
  await target.write(file.body);
  await target.close();
  if (terminal.isJson) terminal.json({ file: name });
  else terminal.note(terminal.words.paperWritten(name));
}

async function check(name: string, file: string, terminal: Terminal): Promise<void> {
  const checked = await checkTemplate(reportNamed(name), await readFile(file));
  const { faults, warnings } = checked;
  if (faults.length > 0) process.exitCode = 1;
  if (terminal.isJson) return terminal.json(checked);
  for (const one of faults) terminal.note(`${terminal.words.error}: ${told(one, terminal)}`);
  warn(warnings, terminal);
  if (faults.length === 0) terminal.out(terminal.words.template.fit(basename(file), name));
}

function told({ where, message }: TemplateFinding, { language }: Terminal): string {
  return where === null ? message[language] : `${where[language]}: ${message[language]}`;
}

function warn(warnings: readonly TemplateFinding[], terminal: Terminal): void {
  for (const one of warnings) terminal.note(`${terminal.words.warning}: ${told(one, terminal)}`);
}

async function put(name: string, file: string, given: TemplateOptions, terminal: Terminal): Promise<void> {
  const upload = {
    report: reportNamed(name).name,
    fileName: file,
    content: await readFile(file),
    from: day(given.from),
  };
  const kept = await withInstallation(given, (installation) => keepTemplate(installation, asked(given), upload));
  if (terminal.isJson) return terminal.json(kept);
  warn(kept.warnings, terminal);
  terminal.out(terminal.words.template.kept(name, kept.template.unit.name));
}

async function remove(name: string, given: TemplateOptions, terminal: Terminal): Promise<void> {
  const now = await withInstallation(given, (installation) =>
    dropTemplate(installation, asked(given), name, day(given.from)),
  );
  if (terminal.isJson) return terminal.json({ template: now });
  terminal.out(table([[name, now]], terminal));
}
