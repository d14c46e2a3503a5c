import {
  type ScopeDataArgs,
  type TemplateContent,
  type TemplateContext,
  type TemplateData,
  TemplateExtension,
  TemplateHandler,
  TemplateSyntaxError,
  type XmlGeneralNode,
  type XmlNode,
  type XmlTextNode,
  xml,
} from 'easy-template-x';
import { Problem } from '../errors.ts';

/** What a template may be filled with: text, a condition, or rows that carry more of the same. */
export interface FillData {
  [key: string]: string | boolean | FillData[];
}

const paragraphName = 'w:p';
const isMarkerLine = /^\s*\{\s*[#/][^{}]*\}\s*$/;
/** On the paragraph while it is filled, as an attribute, for the library copies those. */
const marker = 'sotay-line';
// Braces of the data, so that a name such as "{#dong}" is never read as a field; and ends of lines, for the library puts
// all lines but the first behind whatever else stands in the same run.
const lineEnd = '\ufdd2';
const masks: readonly [string, string][] = [
  ['{', '\ufdd0'],
  ['}', '\ufdd1'],
  ['\n', lineEnd],
];

/** A field as people type it, as the data names it: {Tiêu đề} is tieu_de. */
export function fieldKey(typed: string): string {
  return typed
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase()
    .trim()
    .replaceAll(/[\s_]+/g, '_');
}

/**
 * Fills a Word template. Fields are {name}, loops and conditions {#name} … {/name}; one that stands on a line of its own
 * leaves no empty line behind. Throws `template.broken`.
 */
export async function fillTemplate(template: Uint8Array, data: FillData): Promise<Uint8Array> {
  const handler = new TemplateHandler({
    scopeDataResolver: resolve,
    extensions: { beforeCompilation: [new MarkLines()], afterCompilation: [new CloseLines()] },
  });
  try {
    return await handler.process(Buffer.from(template), masked(data) as TemplateData);
  } catch (error) {
    if (!(error instanceof TemplateSyntaxError)) throw error;
    throw new Problem('template.broken', `The template cannot be filled: ${error.message}`, { cause: error });
  }
}

/** Looks from the innermost loop outwards. */
function resolve({ path, data }: ScopeDataArgs): TemplateContent | TemplateData[] {
  const keys = path.map((part) => (typeof part === 'number' ? part : fieldKey(part.name ?? '')));
  const last = keys.pop() as string;
  for (let depth = keys.length; depth >= 0; depth -= 1) {
    const scope = keys.slice(0, depth).reduce<unknown>((at, key) => own(at, key), data);
    const found = own(scope, last);
    if (found !== undefined) return found as TemplateContent;
  }
  return '';
}

function own(of: unknown, key: string | number): unknown {
  return typeof of === 'object' && of !== null && Object.hasOwn(of, key)
    ? (of as Record<string, unknown>)[key]
    : undefined;
}

function masked<T>(value: T): T {
  if (typeof value === 'string')
    return masks.reduce((text: string, [mark, mask]) => text.replaceAll(mark, mask), value) as T;
  if (Array.isArray(value)) return value.map(masked) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, masked(one)])) as T;
}

class MarkLines extends TemplateExtension {
  async execute(_data: unknown, { currentPart }: TemplateContext): Promise<void> {
    for (const node of nodesOf(await currentPart.xmlRoot())) {
      if (!xml.query.isGeneralNode(node) || node.nodeName !== paragraphName || !isMarkerLine.test(textOf(node)))
        continue;
      node.attributes = { ...node.attributes, [marker]: '1' };
    }
  }
}

class CloseLines extends TemplateExtension {
  async execute(_data: unknown, { currentPart }: TemplateContext): Promise<void> {
    for (const node of [...nodesOf(await currentPart.xmlRoot())]) {
      if (xml.query.isTextNode(node)) breakLines(node);
      else if (xml.query.isGeneralNode(node) && node.attributes?.[marker] !== undefined) closeLine(node);
    }
  }
}

/** A text of several lines becomes as many texts with breaks between them, all where it stood. */
function breakLines(node: XmlTextNode): void {
  const lines = (node.textContent ?? '').split(lineEnd).map(unmasked);
  node.textContent = lines[0] ?? '';
  const text = node.parentNode;
  if (lines.length < 2 || text?.nodeName !== 'w:t') return;
  let after: XmlNode = text;
  for (const line of lines.slice(1)) {
    const next = xml.create.generalNode('w:t', { attributes: { 'xml:space': 'preserve' } });
    xml.modify.appendChild(next, xml.create.textNode(line));
    for (const one of [xml.create.generalNode('w:br'), next]) {
      xml.modify.insertAfter(one, after);
      after = one;
    }
  }
}

const unmasked = (text: string) => masks.reduce((sum, [mark, mask]) => sum.replaceAll(mask, mark), text);

function closeLine(paragraph: XmlGeneralNode): void {
  const { [marker]: _marker, ...attributes } = paragraph.attributes ?? {};
  paragraph.attributes = attributes;
  const isAlone = paragraph.parentNode?.nodeName === 'w:tc' && paragraphsIn(paragraph.parentNode) === 1;
  if (isEmpty(paragraph) && !isAlone) xml.modify.remove(paragraph);
}

/** A node and all below it. By children: after a loop the library's own iterator, which goes by siblings, passes some by. */
function* nodesOf(node: XmlNode): Generator<XmlNode> {
  yield node;
  for (const child of node.childNodes ?? []) yield* nodesOf(child);
}

function textOf(node: XmlNode): string {
  if (xml.query.isTextNode(node)) return node.textContent ?? '';
  return (node.childNodes ?? []).map(textOf).join('');
}

const paragraphsIn = (cell: XmlNode) =>
  (cell.childNodes ?? []).filter(({ nodeName }) => nodeName === paragraphName).length;

/** Holds nothing that is seen, and no break of a section. */
function isEmpty(node: XmlNode): boolean {
  if (xml.query.isTextNode(node)) return (node.textContent ?? '') === '';
  if (['w:sectPr', 'w:drawing', 'w:br', 'w:pict', 'w:object'].includes(node.nodeName)) return false;
  return (node.childNodes ?? []).every(isEmpty);
}
