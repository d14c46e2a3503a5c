import fc from 'fast-check';
import { expect, test } from 'vitest';
import { docxOf, leadingOut, paragraph } from '#test/docx.ts';
import { zipOf } from '#test/zip.ts';
import { Problem } from '../errors.ts';
import { layOutDocx, line } from './docx-layout.ts';
import { checkDocx } from './docx-safety.ts';
import { mostTemplateBytes } from './template-size.ts';

const codeOf = (file: Uint8Array) =>
  checkDocx(file).then(
    () => 'fit',
    (error) => (error instanceof Problem ? error.code : String(error)),
  );
const plain = paragraph('Một mẫu');

test('a Word document is fit, also with a link that somebody may click', async () => {
  expect(await codeOf(await layOutDocx([line('{tieu_de}')], { title: 'T', size: 13, isLandscape: false }))).toBe('fit');
  expect(await codeOf(docxOf(plain))).toBe('fit');
  expect(await codeOf(docxOf(plain, { relations: leadingOut('hyperlink', 'https://example.org/') }))).toBe('fit');
});

test('what is no Word document is refused, whatever its name says', async () => {
  expect(await codeOf(Buffer.from('Kính gửi'))).toBe('template.not-docx');
  expect(await codeOf(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toBe('template.not-docx');
  expect(await codeOf(zipOf({ 'xl/workbook.xml': '<workbook/>', '[Content_Types].xml': '<Types/>' }))).toBe(
    'template.not-docx',
  );
  expect(await codeOf(docxOf(plain).subarray(0, 300))).toBe('template.broken');
  expect(await codeOf(zipOf({ 'word/document.xml': '<w:document/>' }, { flags: 1 }))).toBe('template.not-docx');
});

test('macros and files inside the file are refused', async () => {
  expect(await codeOf(docxOf(plain, { parts: { 'word/vbaProject.bin': 'x' } }))).toBe('template.macros');
  expect(await codeOf(docxOf(plain, { mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml' }))).toBe(
    'template.macros',
  );
  expect(await codeOf(docxOf(plain, { parts: { 'word/embeddings/oleObject1.bin': 'x' } }))).toBe('template.embedded');
  const chunk = '<Relationship Id="rId9" Type="http://x/aFChunk" Target="part.xml"/>';
  expect(await codeOf(docxOf(plain, { relations: chunk }))).toBe('template.embedded');
});

test('what Word fetches by itself when it opens the paper is refused: template, image, field', async () => {
  for (const [kind, target] of [
    ['attachedTemplate', 'file:///\\\\host\\share\\mau.dotm'],
    ['image', 'https://example.org/logo.png'],
    ['oleObject', 'https://example.org/x'],
    ['hyperlink', 'file:///etc/passwd'],
  ] as const)
    expect(await codeOf(docxOf(plain, { relations: leadingOut(kind, target) })), kind).toBe('template.external-link');
  const instruction = (...pieces: string[]) =>
    `<w:p>${pieces.map((piece) => `<w:r><w:instrText>${piece}</w:instrText></w:r>`).join('')}</w:p>`;
  expect(await codeOf(docxOf(instruction(' INCLUDEPICTURE "http://example.org/a.png"')))).toBe(
    'template.external-link',
  );
  expect(await codeOf(docxOf(instruction(' DDE', 'AUTO c:\\cmd.exe')))).toBe('template.external-link');
  expect(await codeOf(docxOf('<w:p><w:fldSimple w:instr="INCLUDETEXT x"/></w:p>'))).toBe('template.external-link');
  expect(await codeOf(docxOf(instruction(' PAGE ')))).toBe('fit');
});

test('what Word fetches is found however it is written: other signs around it, other prefixes, other names of parts', async () => {
  const coded = (text: string) => [...text].map((sign) => `&#${sign.codePointAt(0)};`).join('');
  const run = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
  const hidden = [
    `<w:p><w:fldSimple w:instr='DDEAUTO c:\\cmd.exe'/></w:p>`,
    `<w:p>${run(coded('DDEAUTO x'))}</w:p>`,
    `<w:p>${run(' PAGE ')}${run('D')}${run('DEAUTO x')}</w:p>`,
    '<w:p><x:instrText xmlns:x="y" a=">">INCLUDETEXT z</x:instrText></w:p>',
  ];
  for (const body of hidden) expect(await codeOf(docxOf(body)), body).toBe('template.external-link');
  expect(await codeOf(docxOf('<w:p><w:instrText><![CDATA[DDEAUTO x]]></w:instrText></w:p>'))).toBe('template.broken');
  const image = 'Type="http://x/image" Target="https://example.org/a"';
  for (const relation of [
    `<Relationship Id="a>b" ${image} TargetMode="External"/>`,
    `<Relationship Id="a" ${image} TargetMode="${coded('External')}"/>`,
    `<r:Relationship Id="a" ${image} TargetMode='External'/>`,
  ])
    expect(await codeOf(docxOf(plain, { relations: relation })), relation).toBe('template.external-link');
  const header = '<?xml version="1.0"?><w:hdr xmlns:w="x"><w:instrText>DDEAUTO x</w:instrText></w:hdr>';
  expect(await codeOf(docxOf(plain, { parts: { 'word/header.dat': header } }))).toBe('template.external-link');
  const wide = Buffer.from(`\uFEFF${header}`, 'utf16le');
  expect(await codeOf(docxOf(plain, { parts: { 'word/header.dat': wide } }))).toBe('template.broken');
});

test('bombs are refused before they are inflated: by size, by ratio, by entities', async () => {
  expect(await codeOf(Buffer.alloc(mostTemplateBytes + 1))).toBe('template.too-large');
  expect(await codeOf(docxOf(plain, { parts: { 'word/media/image1.png': Buffer.alloc(20 * 2 ** 20) } }))).toBe(
    'template.too-large',
  );
  const many = Object.fromEntries(Array.from({ length: 600 }, (_, i) => [`word/media/${i}.png`, 'x']));
  expect(await codeOf(docxOf(plain, { parts: many }))).toBe('template.too-large');
  const entity = '<!DOCTYPE x [<!ENTITY a "aaaa">]><w:document xmlns:w="x"/>';
  expect(await codeOf(docxOf(plain, { parts: { 'word/document.xml': entity } }))).toBe('template.broken');
});

test('for every damaged file there is a reason, never a crash', async () => {
  const whole = docxOf(paragraph('{tieu_de}'));
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, byte) => {
      const damaged = Buffer.from(whole);
      damaged[at] = byte;
      expect(await codeOf(damaged)).toMatch(/^(fit|template\.[a-z-]+)$/);
    }),
    { numRuns: 200 },
  );
});
