import type { Kysely } from 'kysely';
import type { Catalogue } from '#/kernel/figures/catalogue.ts';
import type { ListEntry } from '#/kernel/figures/figure.ts';
import { inFrame } from '#/kernel/figures/frame.ts';
import { countAhead, countMany } from '#/kernel/figures/many.ts';
import type { DB } from '#/platform/db/types.gen.ts';
import { Problem } from '#/platform/errors.ts';
import { annual } from './annual/annual.ts';
import { form1 } from './form-1/form-1.ts';
import { form2 } from './forms/form-2.ts';
import { form3 } from './forms/form-3.ts';
import { form4 } from './forms/form-4.ts';
import { form5 } from './forms/form-5.ts';
import { form6f } from './forms/form-6f.ts';
import { form7 } from './forms/form-7.ts';
import { formReport } from './forms/form-report.ts';
import { headcountMinutes } from './headcount/headcount-minutes.ts';
import { asQuestion, type Report, type ReportAnswer, type ReportRequest } from './report.ts';

/** All reports, by the name the command line takes. */
export const reports: Readonly<Record<string, Report>> = Object.fromEntries(
  [annual, form1, ...[form2, form3, form4, form5, form6f, form7].map(formReport), headcountMinutes].map((report) => [
    report.name,
    report,
  ]),
);

/**
 * Computes a report. `tx` is a transaction in which set_ctx was called, of repeatable read, so that its rows agree.
 * Throws `report.unknown`, and what answering a figure throws.
 */
export async function runReport(
  tx: Kysely<DB>,
  catalogue: Catalogue,
  name: string,
  request: ReportRequest,
): Promise<ReportAnswer> {
  const report = reportNamed(name);
  return inFrame(tx, asQuestion(request), (frame) => report.run(frame, catalogue, request, countMany));
}

/**
 * The same of several reports of one unit and period, each by its own rounding unless one is told. What they count is
 * counted together: the members of a province are then read once, and not for each form.
 */
export async function runReports(
  tx: Kysely<DB>,
  catalogue: Catalogue,
  names: readonly string[],
  { rounding, ...asked }: Omit<ReportRequest, 'rounding'> & Partial<Pick<ReportRequest, 'rounding'>>,
): Promise<ReportAnswer[]> {
  const wanted = names.map(reportNamed).map((report) => ({
    report,
    request: { ...asked, rounding: rounding ?? report.rounding },
  }));
  return inFrame(tx, asQuestion(asked), async (frame) => {
    const points = wanted.flatMap(({ report, request }) => report.counts(catalogue, request));
    const count = await countAhead(frame, points);
    const answers: ReportAnswer[] = [];
    for (const { report, request } of wanted) answers.push(await report.run(frame, catalogue, request, count));
    return answers;
  });
}

/** The names behind one row of a report. Throws `report.unknown`, `report.row`. */
export async function openReport(
  tx: Kysely<DB>,
  catalogue: Catalogue,
  name: string,
  request: ReportRequest,
  row: string,
): Promise<ListEntry[]> {
  return reportNamed(name).open(tx, catalogue, request, row);
}

/** The report as text for a terminal. */
export function reportText(answer: ReportAnswer): string {
  return reportNamed(answer.report).text(answer);
}

/** Throws `report.unknown`. */
export function reportNamed(name: string): Report {
  const report = Object.hasOwn(reports, name) ? reports[name] : undefined;
  if (report === undefined)
    throw new Problem('report.unknown', `There is no report "${name}". Known: ${Object.keys(reports).join(', ')}.`, {
      status: 404,
    });
  return report;
}
