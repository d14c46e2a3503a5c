import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import {
  type HostilePart,
  headings,
  hostileWorkbook,
  hostileZip,
  relations,
  textCell,
  textRows,
  workbookParts,
} from './archives.ts';
import { type Outcome, readWhole } from './read-whole.ts';

const folder = mkdtempSync(join(tmpdir(), 'sotay-hostile-'));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;

function read(bytes: Uint8Array, name = '.xlsx'): Promise<Outcome> {
  count += 1;
  const file = join(folder, `f${count}${name}`);
  writeFileSync(file, bytes);
  return readWhole(file);
}

const refusal = async (bytes: Uint8Array, name?: string) => (await read(bytes, name)).refused;
const member = ['Nguyễn Văn Mẫu', '1980', 'A', 'Chính thức'];
const list = textRows([headings, member]);
const good = hostileWorkbook(list);
/** A workbook with something in place of one of its parts, or beside them. */
const withPart = (name: string, data: string | Buffer) => hostileWorkbook(list, { [name]: data });
const withParts = (...more: HostilePart[]) => hostileZip([...workbookParts(list), ...more]);
const second = (cells: string, row = '') => hostileWorkbook(`${textRows([headings])}<row r="2">${cells}</row>${row}`);
const rest = textCell('B2', '1980') + textCell('C2', 'A') + textCell('D2', 'Chính thức');

test('the workbook that the others are made from is read', async () => {
  expect(await read(good)).toMatchObject({ rows: 1, names: ['Nguyễn Văn Mẫu'], problems: [] });
});

describe('code and ways out are refused', () => {
  test.each([
    'xl/vbaProject.bin',
    'XL/VBAPROJECT.BIN',
    'xl/vbaProjectSignature.bin',
    'xl/macrosheets/sheet1.xml',
    'xl/activeX/activeX1.xml',
    'xl/dialogsheets/sheet1.xml',
  ])('macros in %s', async (part) => {
    expect(await refusal(withPart(part, 'x'))).toMatchObject({
      code: 'table.macros',
      message: expect.stringMatching(/\.xlsx/),
    });
  });

  test('a workbook made for macros, by its name or its content', async () => {
    expect(await refusal(good, '.xlsm')).toMatchObject({ code: 'table.extension' });
    const types = '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>';
    expect(await refusal(withPart('[Content_Types].xml', types))).toMatchObject({ code: 'table.macros' });
  });

  test.each(['xl/externalLinks/externalLink1.xml', 'xl/connections.xml', 'xl/queryTables/queryTable1.xml'])(
    'links to other files, DDE among them, and queries: %s',
    async (part) => {
      const dde = '<externalLink><ddeLink ddeService="cmd" ddeTopic="/C calc"/></externalLink>';
      expect(await refusal(withPart(part, dde))).toMatchObject({ code: 'table.external-links' });
    },
  );

  test.each([
    ['out of the archive', '../../../../etc/passwd'],
    ['on the web', 'http://example.test/sheet.xml'],
    ['by an absolute path', '/etc/passwd'],
  ])('a sheet that lies elsewhere, %s, is no part of the workbook', async (_, target) => {
    const links = relations(['worksheet', target, ' TargetMode="External"']);
    expect(await refusal(withPart('xl/_rels/workbook.xml.rels', links))).toMatchObject({
      code: 'table.broken',
      message: expect.stringContaining('lacks'),
    });
  });

  test.each(['../../evil.xml', '/etc/cron.d/evil', 'C:\\evil.xml', '..\\evil.xml'])(
    'names of parts that lead out: %s',
    async (name) => {
      expect(await refusal(withParts({ name, data: 'x' }))).toMatchObject({ code: 'table.broken' });
    },
  );
});

describe('formulas', () => {
  test('count by the value saved with them, in a heading as in a cell; without one the cell is empty', async () => {
    const formula = `<c r="A2" t="str"><f>cmd|' /C calc'!A0</f><v>Lê Văn Mẫu</v></c>`;
    expect((await read(second(formula + rest))).names).toEqual(['Lê Văn Mẫu']);
    const heading = textRows([headings, member]).replace(
      textCell('A1', headings[0] as string),
      '<c r="A1" t="str"><f>CONCAT("Họ và ","tên")</f><v>Họ và tên</v></c>',
    );
    expect((await read(hostileWorkbook(heading))).names).toEqual(['Nguyễn Văn Mẫu']);
    expect((await read(second(`<c r="A2"><f>B1&amp;C1</f></c>${rest}`))).names).toEqual([]);
  });

  test('written as text are never run, and are nobody’s name', async () => {
    const { problems } = await read(hostileWorkbook(textRows([headings, ["=cmd|' /C calc'!A0", ...member.slice(1)]])));
    expect(problems).toEqual([{ code: 'cell.formula', cell: "'Đảng viên'!A2" }]);
  });
});

describe('bombs are refused before they go off', () => {
  test('a part that inflates to hundreds of times its size', async () => {
    expect(await refusal(hostileWorkbook(Buffer.alloc(40_000_000, ' ')))).toMatchObject({ code: 'table.too-large' });
    const styles = `<styleSheet>${'<a>'.repeat(500_000)}</styleSheet>`;
    expect(await refusal(withPart('xl/styles.xml', styles))).toMatchObject({ code: 'table.too-large' });
  });

  test('entries that share their bytes count each', async () => {
    const noise = Array.from({ length: 100_000 }, (_, i) => `${Math.sin(i)}`).join('');
    const shared = Array.from({ length: 9_000 }, (_, i) => ({ name: `xl/media/${i}.bin`, data: '', overlaps: true }));
    const bomb = hostileZip([{ name: 'xl/media/first.bin', data: noise }, ...shared, ...workbookParts(list)]);
    expect(await refusal(bomb)).toMatchObject({ code: 'table.too-large' });
  });

  test('an archive of very many parts', async () => {
    const many = Array.from({ length: 10_001 }, (_, i) => ({ name: `xl/media/${i}.bin`, data: '' }));
    expect(await refusal(withParts(...many))).toMatchObject({ code: 'table.too-large' });
  });

  test('an archive within is not opened', async () => {
    expect((await read(withPart('xl/embeddings/inner.zip', good))).rows).toBe(1);
  });

  test('a declared size that lies, up or down', async () => {
    for (const size of [10, 500_000])
      expect(
        await refusal(hostileZip(workbookParts(list).map((part) => ({ ...part, declared: { size } })))),
      ).toMatchObject({ code: 'table.broken' });
  });

  test('entities are not unfolded and nothing is fetched, wherever a document type is declared', async () => {
    const type =
      '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;"><!ENTITY d SYSTEM "file:///etc/passwd">]>';
    const { names } = await read(second(textCell('A2', 'x').replace('>x<', '>&c;&d;<') + rest));
    expect(names).toEqual(['&c;&d;']);
    const shared = { 'xl/sharedStrings.xml': `${type}<sst><si><t>&c;&d;</t></si></sst>` };
    const cells = `${textRows([headings])}<row r="2"><c r="A2" t="s"><v>0</v></c>${rest}</row>`;
    expect((await read(hostileWorkbook(cells, shared))).names).toEqual(['&c;&d;']);
  });

  test('a sheet named by thousands', async () => {
    const ids = Array.from({ length: 1_100 }, (_, i) => i + 1);
    const workbook = `<workbook xmlns:r="r"><sheets>${ids.map((id) => `<sheet name="S${id}" r:id="rId${id}"/>`).join('')}</sheets></workbook>`;
    const links = relations(...ids.map((id): [string, string] => ['worksheet', `worksheets/sheet${id}.xml`]));
    const bomb = hostileWorkbook(list, { 'xl/workbook.xml': workbook, 'xl/_rels/workbook.xml.rels': links });
    expect(await refusal(bomb)).toMatchObject({ code: 'table.too-large', message: expect.stringContaining('sheets') });
  });
});

describe('what is damaged or contradicts itself is refused with its place, and nothing is lost silently', () => {
  test.each([
    ['a cell twice', second(textCell('A2', 'Một') + textCell('A2', 'Hai')), 'the cell A2'],
    ['cells out of their order', second(textCell('C2', 'A') + textCell('A2', 'Một')), 'the cell A2'],
    ['a row twice', second(textCell('A2', 'Một'), `<row r="2">${textCell('A2', 'Hai')}</row>`), 'row 2'],
    ['rows out of their order', second(textCell('A2', 'Một'), '<row r="1"/>'), 'row 1'],
    ['a shared string that is not there', second('<c r="A2" t="s"><v>9</v></c>'), 'shared string 9'],
  ])('%s', async (_, bytes, place) => {
    const found = await refusal(bytes);
    expect(found?.code).toBe('table.broken');
    expect(found?.message).toContain('the sheet "Đảng viên", after row');
    expect(found?.message).toContain(place);
  });

  test('two sheets of one name, or one sheet under two names', async () => {
    const links = relations(['worksheet', 'worksheets/sheet1.xml'], ['worksheet', 'worksheets/sheet2.xml']);
    const two = (a: string, b: string, second: string) =>
      hostileWorkbook(list, {
        'xl/workbook.xml': `<workbook xmlns:r="r"><sheets><sheet name="${a}" r:id="rId1"/><sheet name="${b}" r:id="${second}"/></sheets></workbook>`,
        'xl/_rels/workbook.xml.rels': links,
        'xl/worksheets/sheet2.xml': `<worksheet><sheetData>${list}</sheetData></worksheet>`,
      });
    expect((await read(two('A', 'B', 'rId2'))).sheets).toEqual(['A', 'B']);
    expect(await refusal(two('A', 'A', 'rId2'))).toMatchObject({ code: 'table.broken' });
    expect(await refusal(two('A', 'B', 'rId1'))).toMatchObject({ code: 'table.broken' });
  });

  test('a sheet that breaks off, a part whose sum is wrong, an archive that is cut, an empty file', async () => {
    const cut = workbookParts('').map((part) =>
      part.name.endsWith('sheet1.xml')
        ? { ...part, data: `<worksheet><sheetData>${list}<row r="3"><c r="A3" t="inlineStr"><is><t>Lê` }
        : part,
    );
    expect(await refusal(hostileZip(cut))).toMatchObject({ message: expect.stringContaining('breaks off') });
    const damaged = Buffer.from(good);
    damaged.writeUInt32LE(7, damaged.indexOf(Buffer.from('PK\u0001\u0002')) + 16);
    expect(await refusal(damaged)).toMatchObject({ message: expect.stringContaining('sum') });
    expect(await refusal(good.subarray(0, good.length / 2))).toMatchObject({ code: 'table.broken' });
    expect(await refusal(Buffer.alloc(0))).toMatchObject({ code: 'table.not-xlsx' });
  });

  test('a sheet that is 16,384 columns wide, or has a cell beyond row 1,048,576', async () => {
    expect(await refusal(hostileWorkbook(`<row r="1">${textCell('XFD1', 'x')}</row>`))).toMatchObject({
      code: 'table.too-many-columns',
      message: expect.stringContaining('"Đảng viên"'),
    });
    expect(await refusal(hostileWorkbook('<row r="1048577"/>'))).toMatchObject({ code: 'table.too-many-rows' });
  });
});

test('sheets with odd names are read under them; a name is never a path', async () => {
  for (const name of ['../../etc/passwd', "Chi bộ 'số 1'", 'A!B', '=1+1', '   ', 'ĐẢNG VIÊN'.repeat(20)]) {
    const workbook = `<workbook xmlns:r="r"><sheets><sheet name="${name.replaceAll("'", '&apos;')}" r:id="rId1"/></sheets></workbook>`;
    expect(await read(withPart('xl/workbook.xml', workbook))).toMatchObject({
      rows: 1,
      sheets: [name.normalize('NFC')],
    });
  }
});

test('a cell of 32,767 characters is read whole', async () => {
  const { names } = await read(second(textCell('A2', 'Ạ'.repeat(32_767)) + rest));
  expect(names[0]).toHaveLength(32_767);
});

describe('a file that is something else than its name says', () => {
  const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(5_000)]);
  test.each([
    ['an old workbook named .xlsx', ole, '.xlsx', 'table.not-xlsx'],
    [
      'a workbook with a password',
      Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]),
      '.xlsx',
      'table.encrypted',
    ],
    ['a PDF named .xlsx', Buffer.from('%PDF-1.7\n'), '.xlsx', 'table.not-xlsx'],
    [
      'a page of HTML named .xls',
      Buffer.from('<html><table><tr><td>Họ và tên</td></tr></table></html>'),
      '.xls',
      'table.extension',
    ],
    ['a page of HTML named .xlsx', Buffer.from('<html></html>'), '.xlsx', 'table.not-xlsx'],
    ['a workbook named .csv', good, '.csv', 'table.not-csv'],
    ['a binary workbook named .xlsx', hostileZip([{ name: 'xl/workbook.bin', data: 'x' }]), '.xlsx', 'table.broken'],
    [
      'a Word paper named .xlsx',
      hostileZip([
        { name: '[Content_Types].xml', data: '<Types/>' },
        { name: '_rels/.rels', data: relations(['officeDocument', 'word/document.xml']) },
        { name: 'word/document.xml', data: '<w/>' },
      ]),
      '.xlsx',
      'table.broken',
    ],
  ])('%s', async (_, bytes, name, code) => {
    expect(await refusal(bytes, name)).toMatchObject({ code, message: expect.stringMatching(/^f\d+\./) });
  });
});
