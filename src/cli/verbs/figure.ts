import type { Command } from 'commander';
import { type AskedFigure, askComparison, askFigure } from '#/server/ask-figure.ts';
import { readArgs, readDays, readDecimals, readRounding } from '#/server/question.ts';
import { actorHere, addPeriod, addRegister, collect, type Shared } from '../options.ts';
import { comparisonText } from '../print/comparison.ts';
import { figureText } from '../print/figure.ts';
import type { Terminal } from '../terminal.ts';
import { withInstallation } from '../with-installation.ts';

interface FigureOptions extends Shared {
  unit: string;
  on?: string;
  from?: string;
  to?: string;
  arg?: string[];
  decimals?: string;
  rounding?: string;
  knownAt?: string;
  list?: boolean;
  notCounted?: boolean;
  byUnit?: boolean;
  compareOn?: string;
  compareKnownAt?: string;
}

/** sotay figure NAME --unit CODE (--on DATE | --from DATE --to DATE) … */
export function define(command: Command, terminal: Terminal): void {
  const { options, arguments: names } = terminal.words;
  command
    .argument('<name>', names.figure)
    .requiredOption('--unit <code>', options.unit)
    .option('--on <date>', options.on);
  addPeriod(command, terminal)
    .option('--arg <key=value>', options.arg, collect)
    .option('--decimals <n>', options.decimals)
    .option('--rounding <method>', options.rounding)
    .option('--known-at <time>', options.knownAt)
    .option('--list', options.list)
    .option('--not-counted', options.notCounted)
    .option('--by-unit', options.byUnit)
    .option('--compare-on <date>', options.compareOn)
    .option('--compare-known-at <time>', options.compareKnownAt);
  addRegister(command, terminal, 'with-scope').action((name: string, given: FigureOptions) =>
    figure(name, given, terminal),
  );
}

async function figure(name: string, given: FigureOptions, terminal: Terminal): Promise<void> {
  const asked: AskedFigure = {
    actor: actorHere(),
    tenant: given.tenant,
    scope: given.scope,
    figure: name,
    unit: given.unit,
    days: readDays(given),
    args: readArgs(given.arg),
    knownAt: given.knownAt ?? null,
    options: {
      list: given.list,
      notCounted: given.notCounted,
      byUnit: given.byUnit,
      decimals: readDecimals(given.decimals),
      rounding: readRounding(given.rounding),
    },
  };
  const { compareOn, compareKnownAt } = given;
  await withInstallation(given, async (installation) => {
    if (compareOn === undefined && compareKnownAt === undefined) {
      const answer = await askFigure(installation, asked);
      if (terminal.isJson) terminal.json(answer);
      else terminal.out(figureText(terminal, answer, installation.figures.get(name).title));
      return;
    }
    const days = compareOn === undefined ? undefined : readDays({ on: compareOn });
    const comparison = await askComparison(installation, asked, { days, knownAt: compareKnownAt });
    if (terminal.isJson) terminal.json(comparison);
    else terminal.out(comparisonText(terminal, comparison));
  });
}
