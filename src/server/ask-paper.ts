import { today } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import { headingOn } from '#/reports/annual/heading.ts';
import type { PaperContent } from '#/reports/papers/paper-of.ts';
import { blankSignature, type Signature } from '#/reports/papers/signature.ts';
import { rememberedSignature } from '#/reports/papers/signatures.ts';
import { type PaperFile, type PaperFormat, paperFormats, writePaper } from '#/reports/papers/write.ts';
import type { ReportAnswer, ReportRequest } from '#/reports/report.ts';
import { reports, runReports } from '#/reports/reports.ts';
import { templateInForce } from '#/reports/templates/store.ts';
import { type AskedReport, placeReport } from './ask-report.ts';
import { keepSignature, kindOf } from './keep-signature.ts';
import { overlaid } from './read-signature.ts';
import type { Workplace } from './workplace.ts';

/** A report as a file. */
export interface AskedPaper extends AskedReport {
  format: string;
  /** What is told of the signature this time; the rest is what the unit's papers had before. */
  signature: Partial<Signature>;
  /** Keeps the signature, without its day, for the unit's next papers. */
  remember: boolean;
}

/** Computes a report in one snapshot and writes it as a file. Throws `format.unknown`, `signature.…`, `pdf.unavailable`. */
export async function askPaper(installation: Workplace, asked: AskedPaper): Promise<PaperFile> {
  const format = readFormat(asked.format);
  const placed = await placeReport(installation, asked);
  const context = { actor: asked.actor, scope: placed.scope };
  const { content, template } = await placed.room.read(context, async (tx) => ({
    content: await contentOf(installation, asked, placed.request, tx),
    template: format === 'docx' ? await templateOf(installation, asked, placed.request, tx) : null,
  }));
  const file = await writePaper(content, format, template);
  if (asked.remember) {
    const { room, scope, request } = placed;
    await keepSignature(installation, { ...asked, room, scope, unitId: request.unitId, signature: content.signature });
  }
  return file;
}

async function contentOf(
  { figures, clock }: Workplace,
  { report, signature, rounding }: AskedPaper,
  request: ReportRequest,
  tx: Tx,
): Promise<PaperContent> {
  const annexed =
    kindOf(report) === 'report'
      ? Object.values(reports).flatMap(({ name, formNumber }) => (formNumber === undefined ? [] : [name]))
      : [];
  const asked = rounding === undefined ? { ...request, rounding } : request;
  const [answer, ...annexes] = await runReports(tx.db, figures, [report, ...annexed], asked);
  const on = signature.signedOn ?? today(clock);
  const kept = await rememberedSignature(tx, request.unitId, kindOf(report), on);
  return {
    answer: answer as ReportAnswer,
    heading: answer?.heading ?? (await headingOn(tx.db, request)),
    signature: overlaid({ ...blankSignature, ...kept?.block }, signature),
    annexes,
  };
}

/** The nearest of the unit and those over it, as the tree was on the last day of the period. */
async function templateOf(
  { clock }: Workplace,
  { report, signature }: AskedPaper,
  { unitId, to }: ReportRequest,
  tx: Tx,
): Promise<Uint8Array | null> {
  const madeOn = signature.signedOn ?? today(clock);
  return (await templateInForce(tx, report, { unitId, treeOn: to, madeOn }))?.content ?? null;
}

function readFormat(format: string): PaperFormat {
  if ((paperFormats as readonly string[]).includes(format)) return format as PaperFormat;
  const message = `A report can be written as ${paperFormats.join(', ')}, not as "${format}".`;
  throw new Problem('format.unknown', message, { fields: [{ field: 'format', code: 'format.unknown', message }] });
}
