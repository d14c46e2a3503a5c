import { type Command, Option } from 'commander';
import { numberStyles } from '#/reports/report.ts';
import { reports, reportText } from '#/reports/reports.ts';
import { askReport, openReportRow } from '#/server/ask-report.ts';
import { readDays, readDecimals } from '#/server/question.ts';
import { actorHere, addPeriod, addRegister, collect, type Shared } from '../options.ts';
import { entries, section } from '../print/figure.ts';
import type { Terminal } from '../terminal.ts';
import { withInstallation } from '../with-installation.ts';

interface ReportOptions extends Shared {
  unit: string;
  from?: string;
  to?: string;
  format?: 'text' | 'json';
  knownAt?: string;
  decimals?: string;
  rounding?: string;
  figureDecimals?: string[];
  figureRounding?: string[];
  style?: string;
  row?: string;
}

/** sotay report form-1 --unit CODE --from DATE --to DATE … */
export function define(command: Command, terminal: Terminal): void {
  const { options, arguments: names } = terminal.words;
  command
    .argument('<name>', `${names.report}: ${Object.keys(reports).join(', ')}`)
    .requiredOption('--unit <code>', options.unit);
  addPeriod(command, terminal)
    .addOption(new Option('--format <format>', options.reportFormat).choices(['text', 'json']))
    .option('--known-at <time>', options.knownAt)
    .option('--decimals <n>', options.decimals)
    .option('--rounding <method>', options.reportRounding)
    .option('--figure-decimals <name=n>', options.figureDecimals, collect)
    .option('--figure-rounding <name=method>', options.figureRounding, collect)
    .addOption(new Option('--style <style>', options.numberStyle).choices(numberStyles))
    .option('--row <row>', options.row);
  addRegister(command, terminal, 'with-scope').action((name: string, given: ReportOptions) =>
    report(name, given, terminal),
  );
}

async function report(name: string, given: ReportOptions, terminal: Terminal): Promise<void> {
  const asked = {
    actor: actorHere(),
    tenant: given.tenant,
    scope: given.scope,
    report: name,
    unit: given.unit,
    days: readDays({ from: given.from, to: given.to }),
    knownAt: given.knownAt ?? null,
    rounding: given.rounding,
    decimals: readDecimals(given.decimals),
    figureDecimals: given.figureDecimals,
    figureRounding: given.figureRounding,
    style: given.style,
  };
  const isJson = terminal.isJson || given.format === 'json';
  await withInstallation(given, async (installation) => {
    if (given.row !== undefined) {
      const list = await openReportRow(installation, asked, given.row);
      if (isJson) terminal.json({ report: name, row: given.row, list });
      else terminal.out(section(`${name} ${given.row} (${list.length})`, entries(terminal, list)).slice(1).join('\n'));
      return;
    }
    const answer = await askReport(installation, asked);
    if (isJson) terminal.json(answer);
    else terminal.out(reportText(answer));
  });
}
