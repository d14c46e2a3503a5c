import { zipOf } from './zip.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const wordMain = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

interface Made {
  /** Other parts, or these in place of ours. */
  parts?: Readonly<Record<string, string | Buffer>>;
  /** Relations of the document. */
  relations?: string;
  mainType?: string;
}

/** A Word document with this XML as its body, hostile ones too. */
export function docxOf(body: string, { parts = {}, relations = '', mainType = wordMain }: Made = {}): Buffer {
  return zipOf({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${mainType}"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations}</Relationships>`,
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
    ...parts,
  });
}

/** A paragraph; several runs, as Word tears text apart. */
export function paragraph(...runs: string[]): string {
  return `<w:p>${runs.map((text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`).join('')}</w:p>`;
}

/** A row of a table, a paragraph in each cell. */
export function tableRow(...cells: string[]): string {
  return `<w:tr>${cells.map((text) => `<w:tc>${paragraph(text)}</w:tc>`).join('')}</w:tr>`;
}

export const tableOf = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;

/** A relation that leads out of the file. */
export function leadingOut(kind: string, target: string): string {
  return `<Relationship Id="rId9" Type="${office}/${kind}" Target="${target}" TargetMode="External"/>`;
}
