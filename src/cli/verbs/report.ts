import { type Command, Option } from 'commander';
import { type PaperFormat, paperFormats } from '#/reports/papers/write.ts';
import { numberStyles } from '#/reports/report.ts';
import { reports, reportText } from '#/reports/reports.ts';
import { type AskedPaper, askPaper } from '#/server/ask-paper.ts';
import { askReport, openReportRow } from '#/server/ask-report.ts';
import type { Installation } from '#/server/installation.ts';
import { readDays, readDecimals } from '#/server/question.ts';
import { readSignature } from '#/server/read-signature.ts';
import { actorHere, addPeriod, addRegister, collect, type Shared } from '../options.ts';
import { entries, section } from '../print/figure.ts';
import { openTarget } from '../target.ts';
import type { Terminal } from '../terminal.ts';
import { withInstallation } from '../with-installation.ts';

interface ReportOptions extends Shared {
  unit: string;
  from?: string;
  to?: string;
  format?: 'text' | 'json' | PaperFormat;
  out?: string;
  sign?: string[];
  remember?: boolean;
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
    .addOption(new Option('--format <format>', options.reportFormat).choices(['text', 'json', ...paperFormats]))
    .option('--out <file>', options.reportOut)
    .option('--sign <field=text>', options.sign, collect)
    .option('--remember', options.remember)
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
    if (isPaper(given.format)) {
      await paper(installation, { ...asked, format: given.format }, given, terminal);
      return;
    }
    const answer = await askReport(installation, asked);
    if (isJson) terminal.json(answer);
    else terminal.out(reportText(answer));
  });
}

function isPaper(format: ReportOptions['format']): format is PaperFormat {
  return (paperFormats as readonly (string | undefined)[]).includes(format);
}

/** Writes the file that --out names, else one of the report's own name here; never over another. */
async function paper(
  installation: Installation,
  asked: Omit<AskedPaper, 'signature' | 'remember'>,
  { sign, remember = false, out }: ReportOptions,
  terminal: Terminal,
): Promise<void> {
  const file = await askPaper(installation, { ...asked, signature: readSignature(sign), remember });
  const target = await openTarget(terminal, out ?? file.name);
  await target.write(file.body);
  await target.close();
  if (terminal.isJson) terminal.json({ report: asked.report, format: asked.format, file: out ?? file.name });
  else terminal.note(terminal.words.paperWritten(out ?? file.name));
}
