import type { z } from 'zod';
import * as contract from '#/reports/contract.ts';
import { reports } from '#/reports/reports.ts';
import { route } from '../api.ts';
import { type AskedReport, askReport, openReportRow } from '../ask-report.ts';
import { readDays, readDecimals } from '../question.ts';

export const listReports = route(contract.listReports, () => ({
  reports: Object.values(reports).map(({ name, title, definition }) => ({ name, title, definition })),
}));

export const readReport = route(contract.readReport, (input, { installation, actor }) =>
  askReport(installation, readAsked(input, actor)),
);

export const readReportRow = route(contract.readReportRow, async ({ row, ...input }, { installation, actor, must }) => {
  must('members.read');
  return { report: input.name, row, list: await openReportRow(installation, readAsked(input, actor), row) };
});

/** The report that a request asks for. */
export function readAsked(input: z.infer<typeof contract.reportInput>, actor: string): AskedReport {
  return {
    actor,
    tenant: input.tenant,
    scope: input.scope,
    report: input.name,
    unit: input.unit,
    days: readDays({ from: input.from, to: input.to }),
    knownAt: input.knownAt ?? null,
    rounding: input.rounding,
    decimals: readDecimals(input.decimals),
    figureDecimals: input.figureDecimals,
    figureRounding: input.figureRounding,
    style: input.style,
  };
}
