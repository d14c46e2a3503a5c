import { TemplateHandler } from 'easy-template-x';
import { describe, expect, test } from 'vitest';
import { convert, csvOf, noLibreOffice, plainText } from '#test/libreoffice.ts';
import { contentOf, sampleForm, sampleReport, sampleWideForm } from '#test/papers.ts';
import { reportNamed } from '../reports.ts';
import { checkTemplate } from '../templates/check.ts';
import { officialTemplate } from '../templates/shapes.ts';
import { writePaper } from './write.ts';

const samples = { form: sampleForm, wide: sampleWideForm, report: sampleReport };

async function written(format: 'docx' | 'xlsx'): Promise<Record<string, Uint8Array>> {
  const files: Record<string, Uint8Array> = {};
  for (const [name, sample] of Object.entries(samples))
    files[`${name}.${format}`] = (await writePaper(contentOf(sample), format, null)).body;
  return files;
}

/** Width × height of every page, in points, rounded. */
const pagesOf = (pdf: Buffer | undefined) =>
  [
    ...(pdf?.toString('latin1') ?? '').matchAll(/\/Type\s*\/Page\b[^>]*?\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g),
  ].map(([, width, height]) => `${Math.round(Number(width))}×${Math.round(Number(height))}`);
const [upright, across] = ['595×842', '842×595'];

// Said by the name of the skipped test: what is not tried here is tried by the build, which installs LibreOffice.
describe.skipIf(noLibreOffice !== null)(
  `in LibreOffice${noLibreOffice === null ? '' : ` (skipped: ${noLibreOffice})`}`,
  () => {
    test('Word papers open with their text, on A4, a wide form across', async () => {
      const files = await written('docx');
      const text = await convert(files, plainText);
      const form = text['form.docx']?.toString('utf8') ?? '';
      for (const part of [
        'THỐNG KÊ TĂNG, GIẢM ĐẢNG VIÊN',
        'Từ ngày 01/01/2020 đến ngày 31/12/2020',
        '1.234.567',
        'K/T TRƯỞNG BAN',
      ])
        expect(form).toContain(part);
      expect(text['report.docx']?.toString('utf8')).toContain('2.1. Phát triển đảng viên');
      const pdf = await convert(files, 'pdf');
      expect(pagesOf(pdf['form.docx'])).toEqual([upright]);
      expect(pagesOf(pdf['wide.docx'])).toEqual([across]);
      expect(pagesOf(pdf['report.docx'])).toEqual([upright, upright, upright]);
    }, 180_000);

    test('workbooks show numbers and days the Vietnamese way, whatever the language of the program, on A4', async () => {
      const files = await written('xlsx');
      const shown = (await convert({ 'form.xlsx': files['form.xlsx'] as Uint8Array }, csvOf(1)))['form.xlsx']?.toString(
        'utf8',
      );
      expect(shown).toContain('A. Tổng số đảng viên cuối kỳ trước chuyển sang;14.784;15.000;98,6');
      expect(shown).toContain('B. Đảng viên tăng trong kỳ;1.234.567;–;–');
      expect(shown).toContain('3. Tuổi bình quân;31,45;');
      const about = (await convert({ 'form.xlsx': files['form.xlsx'] as Uint8Array }, csvOf(2)))['form.xlsx']?.toString(
        'utf8',
      );
      expect(about).toContain('Từ ngày;01/01/2020');
      const pdf = await convert(files, 'pdf');
      expect(pagesOf(pdf['form.xlsx'])).toEqual([upright, upright]);
      expect(pagesOf(pdf['wide.xlsx'])).toEqual([across, upright]);
    }, 180_000);

    test('the official template, saved again by another word processor, is still fit and fills the same', async () => {
      const official: Record<string, Uint8Array> = {};
      for (const name of ['form-1', 'annual']) official[`${name}.docx`] = await officialTemplate(reportNamed(name));
      const saved = await convert(official, 'docx:MS Word 2007 XML');
      for (const [name, sample] of [
        ['form-1', sampleForm],
        ['annual', sampleReport],
      ] as const) {
        const template = saved[`${name}.docx`] as Buffer;
        expect(Buffer.compare(template, Buffer.from(official[`${name}.docx`] as Uint8Array))).not.toBe(0);
        expect(await checkTemplate(reportNamed(name), template)).toEqual({ faults: [], warnings: [] });
        const { body } = await writePaper(contentOf(sample), 'docx', template);
        const text = await new TemplateHandler().getText(Buffer.from(body));
        expect(text).toContain('1.234.567');
        expect(text).not.toMatch(/[{}]/);
      }
    }, 180_000);
  },
);
