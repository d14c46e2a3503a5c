import type { Bilingual } from '#/kernel/journal/kind.ts';
import { type DocxField, type DocxPlace, fieldsIn } from '#/platform/documents/docx-fields.ts';
import { type FillData, fillTemplate } from '#/platform/documents/docx-fill.ts';
import { checkDocx } from '#/platform/documents/docx-safety.ts';
import { Problem } from '#/platform/errors.ts';
import type { Report } from '../report.ts';
import { fieldsOf, type TemplateField } from './fields.ts';
import { nearest } from './nearest.ts';

/** What is wrong at one place of a template, or missing in the whole of it. */
export interface TemplateFinding {
  code: string;
  /** As it was typed. */
  field: string;
  where: Bilingual | null;
  /** The text around it. */
  text: string;
  message: Bilingual;
  /** What was perhaps meant. */
  near: string[];
}

export interface TemplateCheck {
  faults: TemplateFinding[];
  warnings: TemplateFinding[];
}

/**
 * Reads a template as an office sent it. Throws what makes the file unfit as a whole (`template.macros` …); what is wrong
 * with its fields comes back, each with its place.
 */
export async function checkTemplate(report: Report, template: Uint8Array): Promise<TemplateCheck> {
  await checkDocx(template);
  const fields = fieldsOf(report);
  const parts = await fieldsIn(template);
  const faults = parts.flatMap((part) => faultsOf(part, fields));
  if (faults.length === 0) await tryFilling(template, fields);
  return { faults, warnings: missing(fields, parts.flat()) };
}

/** Throws what is wrong with a template, every fault with its place. */
export function refuseFaults({ faults }: TemplateCheck): void {
  if (faults.length === 0) return;
  throw new Problem('template.faults', `The template has ${faults.length} fault(s).`, {
    fields: faults.map(({ code, field, where, message }) => ({
      field,
      cell: where?.vi,
      code,
      message: message.en,
      vi: message.vi,
    })),
  });
}

interface Open {
  field: DocxField;
  /** Null: nobody knows this list, so what stands inside it cannot be judged. */
  list: readonly TemplateField[] | null;
}

function faultsOf(found: readonly DocxField[], fields: readonly TemplateField[]): TemplateFinding[] {
  const faults: TemplateFinding[] = [];
  const open: Open[] = [];
  const inSight = () => [...open.flatMap(({ list }) => list ?? []), ...fields];
  for (const field of found) {
    if (field.kind === 'brace') faults.push(finding('template.brace', field));
    else if (field.kind === 'close') {
      const last = open.pop();
      if (last === undefined) faults.push(finding('template.loop-unopened', field));
      else if (last.field.key !== field.key)
        faults.push(finding('template.loop-crossed', field, { other: last.field.typed }));
    } else {
      const known = inSight().find(({ key }) => key === field.key);
      const isJudged = open.every(({ list }) => list !== null);
      if (known === undefined && isJudged) faults.push(unknown(field, inSight(), fields));
      else if (field.kind === 'value' && known !== undefined && known.kind !== 'text')
        faults.push(finding('template.not-text', field));
      if (field.kind === 'open') open.push({ field, list: known === undefined ? null : (known.fields ?? []) });
    }
  }
  return [...faults, ...open.map(({ field }) => finding('template.loop-unclosed', field))];
}

/** It may be known elsewhere: then it is said inside which list. */
function unknown(field: DocxField, inSight: readonly TemplateField[], all: readonly TemplateField[]): TemplateFinding {
  const lists = [...new Set(listsWith(all, field.key))];
  if (lists.length > 0)
    return finding('template.field-outside', field, { other: lists.map((key) => `{#${key}}`).join(', ') });
  return finding('template.field-unknown', field, {
    near: nearest(
      field.key,
      inSight.map(({ key }) => key),
    ),
  });
}

function listsWith(fields: readonly TemplateField[], key: string): string[] {
  return fields.flatMap((field) =>
    (field.fields ?? []).some((inner) => inner.key === key) ? [field.key] : listsWith(field.fields ?? [], key),
  );
}

const messages: Readonly<Record<string, (typed: string, other: string) => Bilingual>> = {
  'template.field-unknown': (typed) => ({ vi: `Không có trường ${typed}.`, en: `There is no field ${typed}.` }),
  'template.field-outside': (typed, other) => ({
    vi: `${typed} chỉ dùng được bên trong ${other}.`,
    en: `${typed} may stand only inside ${other}.`,
  }),
  'template.not-text': (typed) => ({
    vi: `${typed} là danh sách hoặc điều kiện: viết {#…} và {/…}.`,
    en: `${typed} is a list or a condition: write {#…} and {/…}.`,
  }),
  'template.brace': (typed) => ({
    vi: `Dấu ${typed} lẻ: mỗi trường có một { và một } trong cùng một đoạn.`,
    en: `A ${typed} by itself: each field has one { and one } in the same paragraph.`,
  }),
  'template.loop-unclosed': (typed) => ({ vi: `${typed} chưa được đóng.`, en: `${typed} is not closed.` }),
  'template.loop-unopened': (typed) => ({
    vi: `${typed} đóng mà chưa mở.`,
    en: `${typed} closes what was not opened.`,
  }),
  'template.loop-crossed': (typed, other) => ({
    vi: `${typed} đóng trong khi ${other} còn mở.`,
    en: `${typed} closes while ${other} is open.`,
  }),
  'template.field-missing': (typed) => ({
    vi: `Mẫu không có ${typed}: văn bản in ra sẽ thiếu nội dung này.`,
    en: `The template lacks ${typed}: the paper will not have it.`,
  }),
};

function finding(code: string, field: DocxField, { other = '', near = [] as string[] } = {}): TemplateFinding {
  const said = (messages[code] as (typeof messages)[string])(field.typed, other);
  const hint = near.map((key) => `{${field.kind === 'open' ? '#' : ''}${key}}`);
  const message =
    hint.length === 0
      ? said
      : { vi: `${said.vi} Có phải là ${hint.join(' hay ')}?`, en: `${said.en} Is it ${hint.join(' or ')}?` };
  return { code, field: field.typed, where: placeWords(field.place), text: field.place.text, message, near };
}

function placeWords({ part, paragraph, table, text }: DocxPlace): Bilingual {
  const names = { body: ['', ''], header: ['đầu trang, ', 'header, '], footer: ['chân trang, ', 'footer, '] } as const;
  const [vi, en] = names[part];
  if (table !== undefined)
    return {
      vi: `${vi}bảng ${table.table}, hàng ${table.row}, ô ${table.cell}`,
      en: `${en}table ${table.table}, row ${table.row}, cell ${table.cell}`,
    };
  return { vi: `${vi}đoạn ${paragraph} ("${text}")`, en: `${en}paragraph ${paragraph} ("${text}")` };
}

function missing(fields: readonly TemplateField[], found: readonly DocxField[]): TemplateFinding[] {
  const used = new Set(found.map(({ key }) => key));
  return fields.flatMap((field) => {
    const inner = used.has(field.key) ? missing(field.fields ?? [], found) : [];
    if (!field.isEssential || used.has(field.key)) return inner;
    const typed = field.kind === 'text' ? `{${field.key}}` : `{#${field.key}}`;
    const message = (messages['template.field-missing'] as (typeof messages)[string])(typed, '');
    return [{ code: 'template.field-missing', field: typed, where: null, text: '', message, near: [] }];
  });
}

/** What is found only by filling: a loop that begins in a table and ends outside it, for one. */
async function tryFilling(template: Uint8Array, fields: readonly TemplateField[]): Promise<void> {
  try {
    await fillTemplate(template, sampleData(fields));
  } catch (error) {
    if (error instanceof Problem) throw error;
    const why = (error as Error).message;
    throw new Problem('template.broken', `The template cannot be filled: ${why}`, {
      vi: `Không điền được mẫu này: ${why}`,
      cause: error,
    });
  }
}

/** Every field with its example, each list with two rows. */
export function sampleData(fields: readonly TemplateField[]): FillData {
  return Object.fromEntries(
    fields.map(({ key, kind, example, fields: inner = [] }) => {
      if (kind === 'list') return [key, [sampleData(inner), sampleData(inner)]];
      return [key, kind === 'condition' ? true : example];
    }),
  );
}
