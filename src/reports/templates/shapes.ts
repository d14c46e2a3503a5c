import { builtInTemplate, type TemplateShape } from '../papers/built-in.ts';
import { columnsOf, tableKey } from '../papers/lay-out-form.ts';
import { leftOf } from '../papers/paper-of.ts';
import type { Report } from '../report.ts';
import { reports } from '../reports.ts';

/** The official layout of a report as a template, for an office to change. */
export function officialTemplate(report: Report): Promise<Uint8Array> {
  return builtInTemplate(shapeOf(report));
}

function shapeOf(report: Report): TemplateShape {
  const forms = report.isProse ? Object.values(reports).filter(({ formNumber }) => formNumber !== undefined) : [report];
  return {
    kind: report.isProse ? 'BÁO CÁO' : null,
    documentTitle: report.title.vi,
    tables: forms.map((form) => ({ key: tableKey(form.name), columns: columnsOf(form) })),
    preparer: report.isProse ? null : leftOf(report.name),
  };
}
