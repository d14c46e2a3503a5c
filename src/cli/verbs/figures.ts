import type { Command } from 'commander';
import { describeFigure, type FigureDescription } from '#/server/describe-figure.ts';
import { figures as catalogue } from '#/server/parts.ts';
import { addOutput } from '../options.ts';
import { columns } from '../print/columns.ts';
import type { Terminal } from '../terminal.ts';

/** sotay figures [NAME] */
export function define(command: Command, terminal: Terminal): void {
  addOutput(command.argument('[name]', terminal.words.arguments.figureKnown), terminal).action((name?: string) =>
    figures(name, terminal),
  );
}

function figures(name: string | undefined, terminal: Terminal): void {
  const { language } = terminal;
  if (name !== undefined) {
    const described = describeFigure(catalogue.get(name));
    if (terminal.isJson) terminal.json(described);
    else terminal.out(figureDefinition(described, terminal));
    return;
  }
  const all = catalogue.all.map((figure) => describeFigure(figure));
  if (terminal.isJson) terminal.json(all);
  else
    terminal.out(
      columns(
        [{ title: '' }, { title: '' }, { title: '' }],
        all.map(({ name: own, type, title }) => [own, type, title[language]]),
        '',
      ).trimStart(),
    );
}

function figureDefinition(
  { name, type, time, measure, title, definition, instrument, args, version }: FigureDescription,
  { language, words }: Terminal,
): string {
  const { figures: labels, measures } = words;
  const arguments_ = args.map(
    ({ name: arg, required, values }) =>
      `${arg}${required ? '' : '?'}${values === undefined ? '' : `: ${values.join(' | ')}`}`,
  );
  return [
    `${title[language]} (${name})`,
    `  ${type}, ${time === 'stock' ? labels.stock : labels.flow}, ${measures[measure] ?? measure}`,
    `  ${labels.definition} (${version}): ${definition[language]}`,
    ...(instrument === undefined ? [] : [`  ${labels.instrument}: ${instrument}`]),
    ...(arguments_.length === 0 ? [] : [`  ${labels.args}: ${arguments_.join('; ')}`]),
  ].join('\n');
}
