import { fillTemplate } from '#/platform/documents/docx-fill.ts';
import { cleaned, type Paper } from '#/platform/documents/paper.ts';
import { writePdf } from '#/platform/documents/pdf.ts';
import { writePaperWorkbook } from '#/platform/documents/xlsx-form.ts';
import { builtInTemplate } from './built-in.ts';
import { type PaperContent, paperOf } from './paper-of.ts';
import { templateData } from './template-data.ts';

export const paperFormats = ['docx', 'xlsx', 'pdf'] as const;
export type PaperFormat = (typeof paperFormats)[number];

/** A paper as a file. */
export interface PaperFile {
  name: string;
  type: string;
  body: Uint8Array;
}

const types: Readonly<Record<PaperFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

/** Writes a report in a format; a Word paper by the office's own template where there is one. */
export async function writePaper(
  content: PaperContent,
  format: PaperFormat,
  template: Uint8Array | null,
): Promise<PaperFile> {
  const paper = cleaned(paperOf(content));
  return { name: `${paper.name}.${format}`, type: types[format], body: await bodyOf(content, paper, format, template) };
}

async function bodyOf(
  content: PaperContent,
  paper: Paper,
  format: PaperFormat,
  template: Uint8Array | null,
): Promise<Uint8Array> {
  if (format === 'xlsx') return writePaperWorkbook(paper);
  if (format === 'pdf') return writePdf(paper);
  return fillTemplate(template ?? (await builtInTemplate(paper)), templateData(content, paper));
}
