// A small workbook around a piece of a sheet, so that hucre reads the piece and no more.

const skeleton = {
  '[Content_Types].xml': '<Types/>',
  '_rels/.rels': relationships('officeDocument', 'xl/workbook.xml'),
  'xl/_rels/workbook.xml.rels': relationships('worksheet', 'worksheets/sheet1.xml', 'styles', 'styles.xml'),
};

function relationships(...pairs: string[]): string {
  const items: string[] = [];
  for (let i = 0; i < pairs.length; i += 2)
    items.push(`<Relationship Id="rId${i / 2 + 1}" Type="/${pairs[i]}" Target="${pairs[i + 1]}"/>`);
  return `<Relationships>${items.join('')}</Relationships>`;
}

/** What a piece needs of the workbook it was cut from. */
export interface Surroundings {
  styles: Buffer;
  is1904: boolean;
}

/**
 * The piece as a workbook of its own, in the one order of parts that hucre reads as a stream. Given the whole file,
 * hucre parses ahead of whoever takes the rows, and a slow taker ends with the whole sheet in memory.
 */
export function pieceWorkbook(sheet: Buffer, { styles, is1904 }: Surroundings): ReadableStream<Uint8Array> {
  const date1904 = is1904 ? '<workbookPr date1904="1"/>' : '';
  const workbook = `<workbook>${date1904}<sheets><sheet name="s" sheetId="1" r:id="rId1"/></sheets></workbook>`;
  const parts = [
    ...Object.entries(skeleton).map(([name, xml]) => stored(name, Buffer.from(xml))),
    stored('xl/workbook.xml', Buffer.from(workbook)),
    stored('xl/styles.xml', styles),
    stored('xl/worksheets/sheet1.xml', sheet),
  ];
  return new ReadableStream({
    start(controller) {
      controller.enqueue(Buffer.concat(parts.flat()));
      controller.close();
    },
  });
}

/** A part of a zip, not compressed: the local header (APPNOTE 4.3.7, without its sum: a stream is not checked) and the bytes. */
function stored(name: string, bytes: Buffer): Buffer[] {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt32LE(bytes.length, 18);
  header.writeUInt32LE(bytes.length, 22);
  header.writeUInt16LE(name.length, 26);
  return [header, Buffer.from(name), bytes];
}
