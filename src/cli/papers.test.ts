import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TemplateHandler } from 'easy-template-x';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bareDatabase, type TestDatabase } from '#test/database.ts';
import { docxOf, paragraph, tableOf, tableRow } from '#test/docx.ts';
import { type Sotay, sotay } from '#test/sotay.ts';
import { sampleFile } from './docs/sample-file.ts';

let database: TestDatabase;
let cli: Sotay;
const year = ['--from', '2020-01-01', '--to', '2020-12-31'];

beforeAll(async () => {
  database = await bareDatabase();
  cli = sotay(database.adminUrl);
  await cli.json('import', cli.file('sample.ndjson', sampleFile));
});
afterAll(async () => {
  cli.close();
  await database.close();
});

const out = (name: string) => join(cli.folder, name);
const textOf = (name: string) => new TemplateHandler().getText(readFileSync(out(name)));

test('a report is written to the file that is named, signed as told, and kept for the next one; never over another', async () => {
  const first = ['report', 'form-1', '--unit', 'A', ...year, '--format', 'docx', '--out', out('a.docx')];
  const sign = [
    '--sign',
    'signer=Trần Thị Mẫu',
    '--sign',
    'authority=K/T',
    '--sign',
    'post=Phó trưởng ban',
    '--remember',
  ];
  expect(await cli.json(...first, ...sign)).toEqual({ report: 'form-1', format: 'docx', file: out('a.docx') });
  expect(await textOf('a.docx')).toContain('PHÓ TRƯỞNG BAN');
  expect(await cli.refused(...first)).toMatchObject({ code: 'file.unusable' });
  await cli.json('report', 'form-2', '--unit', 'A', ...year, '--format', 'docx', '--out', out('b.docx'));
  expect(await textOf('b.docx')).toContain('Trần Thị Mẫu');
  await cli.json('report', 'annual', '--unit', 'A', ...year, '--format', 'pdf', '--out', out('c.pdf'));
  expect(readFileSync(out('c.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
  expect(
    await cli.refused('report', 'form-1', '--unit', 'A', ...year, '--format', 'pdf', '--sign', 'boss=x'),
  ).toMatchObject({
    code: 'signature.invalid',
  });
});

test('a template is taken, changed, checked, put, listed and taken back', async () => {
  await cli.json('template', 'get', 'form-1', '--out', out('official.docx'));
  await cli.json('template', 'fields', 'form-1', '--out', out('fields.docx'));
  expect(existsSync(out('fields.docx'))).toBe(true);
  const own = docxOf(
    [paragraph('MẪU RIÊNG {tieu_de} {chuc_danh_ky}'), tableOf(tableRow('{#dong}{tieu_chi}', '{cot_2}{/dong}'))].join(
      '',
    ),
  );
  writeFileSync(out('own.docx'), own);
  writeFileSync(out('faulty.docx'), docxOf(paragraph('{nguoi_kyy}')));
  const faulty = await cli.run('template', 'check', 'form-1', out('faulty.docx'));
  expect(faulty.code).toBe(1);
  expect(faulty.stderr).toContain('Lỗi: đoạn 1 ("{nguoi_kyy}"): Không có trường {nguoi_kyy}. Có phải là {nguoi_ky}?');
  expect((await cli.run('template', 'check', 'form-1', out('own.docx'))).code).toBe(0);
  await cli.json('template', 'put', 'form-1', out('own.docx'), '--unit', 'A');
  await cli.json('report', 'form-1', '--unit', 'A.H', ...year, '--format', 'docx', '--out', out('own-a.docx'));
  expect(await textOf('own-a.docx')).toContain('MẪU RIÊNG');
  const { templates } = await cli.json<{ templates: { name: string; own: unknown }[] }>(
    'template',
    'list',
    '--unit',
    'A.H',
  );
  expect(templates.find(({ name }) => name === 'form-1')?.own).toMatchObject({
    unit: { code: 'A' },
    fileName: 'own.docx',
  });
  expect(await cli.json('template', 'remove', 'form-1', '--unit', 'A')).toEqual({ template: null });
  expect(await cli.refused('template', 'put', 'form-1', out('faulty.docx'), '--unit', 'A')).toMatchObject({
    code: 'template.faults',
    errors: [{ field: '{nguoi_kyy}' }],
  });
});
