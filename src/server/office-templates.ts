import { factSource } from '#/kernel/figures/source.ts';
import { unitLabels } from '#/kernel/figures/unit-labels.ts';
import { type Day, today } from '#/platform/day.ts';
import { mostTemplateBytes } from '#/platform/documents/template-size.ts';
import { Problem } from '#/platform/errors.ts';
import type { PaperFile } from '#/reports/papers/write.ts';
import { reportNamed, reports } from '#/reports/reports.ts';
import { checkTemplate, refuseFaults, type TemplateFinding } from '#/reports/templates/check.ts';
import { fieldsPaper } from '#/reports/templates/fields-paper.ts';
import { officialTemplate } from '#/reports/templates/shapes.ts';
import { type OfficeTemplate, putTemplate, templateInForce, templatesInForce } from '#/reports/templates/store.ts';
import { type FoundUnit, findUnit, type Place } from './find-unit.ts';
import type { Workplace } from './workplace.ts';

/** A unit's templates, from outside: its code is that of `on`, of today unless told. */
export interface AskedTemplates extends Place {
  actor: string;
  unit: string;
  on?: Day;
}

/** A template as it is shown: with whose it is. */
export interface ShownTemplate extends Omit<OfficeTemplate, 'unitId' | 'report'> {
  unit: { code: string; name: string };
}

interface Placed extends FoundUnit {
  on: Day;
}

async function placed(installation: Workplace, asked: AskedTemplates): Promise<Placed> {
  const on = asked.on ?? today(installation.clock);
  return { ...(await findUnit(installation, asked.unit, on, asked)), on };
}

/** By which template each report of the unit is printed on a day, today unless told; null: the official layout. */
export async function shownTemplates(
  installation: Workplace,
  asked: AskedTemplates,
  madeOn: Day = today(installation.clock),
): Promise<Map<string, ShownTemplate | null>> {
  const { room, scope, unitId, on } = await placed(installation, asked);
  return room.read({ actor: asked.actor, scope }, async (tx) => {
    const found = await templatesInForce(tx, { unitId, treeOn: on, madeOn });
    const labelOf = await unitLabels(
      factSource(tx.db, null, { from: on, to: on }),
      found.map((one) => one.unitId),
    );
    const shown = new Map(
      found.map(({ report, unitId: whose, ...one }) => [report, { ...one, unit: labelOf(whose, on) }]),
    );
    return new Map(Object.keys(reports).map((report) => [report, shown.get(report) ?? null]));
  });
}

/** The template in force for a unit; the official one where none is named or it has none. */
export async function templateFile(
  report: string,
  whose: { installation: Workplace; asked: AskedTemplates } | null,
): Promise<PaperFile> {
  const declared = reportNamed(report);
  const own = whose === null ? null : await ownTemplate(whose.installation, report, whose.asked);
  if (own !== null) return { name: own.fileName, type: wordType, body: own.content };
  return { name: `mau-${report}.docx`, type: wordType, body: await officialTemplate(declared) };
}

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

async function ownTemplate(installation: Workplace, report: string, asked: AskedTemplates) {
  const { room, scope, unitId, on } = await placed(installation, asked);
  return room.read({ actor: asked.actor, scope }, (tx) =>
    templateInForce(tx, report, { unitId, treeOn: on, madeOn: today(installation.clock) }),
  );
}

/** The fields of a report's template as a Word document. */
export async function fieldsFile(report: string): Promise<PaperFile> {
  return { name: `truong-${report}.docx`, type: wordType, body: await fieldsPaper(reportNamed(report)) };
}

interface Upload {
  report: string;
  fileName: string;
  content: Uint8Array;
  /** The first day on which papers are made with it; today unless told. */
  from?: Day;
}

/** Keeps a template for the unit and all under it. Throws what is wrong with it: nothing with a fault is kept. */
export async function keepTemplate(
  installation: Workplace,
  asked: AskedTemplates,
  { report, fileName, content, from }: Upload,
): Promise<{ template: ShownTemplate; warnings: TemplateFinding[] }> {
  const checked = await checkTemplate(reportNamed(report), content);
  refuseFaults(checked);
  const name =
    fileName
      .split(/[/\\]/)
      .at(-1)
      ?.replaceAll(/\p{Cc}/gu, '') || `mau-${report}.docx`;
  await add(installation, asked, report, from, { name, content });
  const shown = await shownTemplates(installation, asked, from); // today it may not hold yet, or no longer
  return { template: shown.get(report) as ShownTemplate, warnings: checked.warnings };
}

/** From a day on the unit has no template of its own; what holds then: that of the next above, or none. */
export async function dropTemplate(
  installation: Workplace,
  asked: AskedTemplates,
  report: string,
  from: Day | undefined,
): Promise<ShownTemplate | null> {
  const before = (await shownTemplates(installation, asked)).get(reportNamed(report).name);
  if (before?.depth !== 0)
    throw new Problem('template.none', `The unit ${asked.unit} has no template of its own for ${report}.`, {
      status: 404,
    });
  await add(installation, asked, report, from, null);
  return (await shownTemplates(installation, asked)).get(report) ?? null;
}

async function add(
  installation: Workplace,
  asked: AskedTemplates,
  report: string,
  from: Day | undefined,
  file: { name: string; content: Uint8Array } | null,
): Promise<void> {
  const { room, scope, unitId } = await placed(installation, asked);
  const { clock } = installation;
  const entered = {
    unitId,
    report,
    validFrom: from ?? today(clock),
    file,
    uploadedAt: clock.now().toISOString(),
    uploadedBy: asked.actor,
  };
  await room.write({ actor: asked.actor, scope }, (tx) => putTemplate(tx, entered));
}

/** The whole of an upload; refused as soon as it is larger than any template. */
export async function readUpload(body: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of body) {
    size += piece.length;
    if (size > mostTemplateBytes)
      throw new Problem('template.too-large', `A template has at most ${mostTemplateBytes / 2 ** 20} MB.`, {
        status: 413,
      });
    pieces.push(Buffer.from(piece as Uint8Array));
  }
  return Buffer.concat(pieces);
}
