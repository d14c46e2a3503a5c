import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { catalogues } from '#/domain/catalogues/api.ts';
import type { ReadLine } from '#/exchange/import/lines.ts';
import { writeCsv } from '#/platform/documents/csv.ts';
import type { Cell } from '#/platform/documents/table.ts';
import { writeSheet } from '#/platform/documents/xlsx-writer.ts';
import { beginsFormula } from './cell-types.ts';
import { cellOf, type Draft } from './columns.ts';
import { tableSource } from './import-tables.ts';
import { memberColumns } from './member-columns.ts';
import { plannedSource } from './planned-source.ts';
import { proposePlan } from './propose-plan.ts';
import { templateWorkbook } from './template.ts';

const folder = mkdtempSync(join(tmpdir(), 'sotay-by-plan-'));
afterAll(() => rmSync(folder, { recursive: true }));

const words = fc.oneof(
  fc.constantFrom(
    '-',
    'nt',
    'không',
    'NGUYỄN VĂN MẪU',
    'chưa rõ',
    '3/2/90',
    'Chi bộ 1',
    'Tổng cộng',
    'a  b',
    '=1+1',
    'NguyÔn',
  ),
  fc
    .string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
    .filter((text) => text.isWellFormed() && text.trim() !== ''),
);
const day = fc.constantFrom('1990', '1990-02', '1990-02-03', '1899-12-31');
const code = (list: keyof typeof catalogues) => fc.constantFrom(...catalogues[list].entries.map((entry) => entry.code));
const somebody = fc.record(
  {
    person: fc.record(
      {
        // What begins a formula is no name; both readings refuse it, each in its own words.
        name: words.filter((text) => !beginsFormula(text)),
        otherName: words,
        born: day,
        sex: code('sex'),
        ethnicity: code('ethnicity'),
        religion: code('religion'),
        qualification: code('qualification'),
        retired: fc.boolean(),
        admittedOn: day,
        dossierNumber: words,
        details: fc.record({ birthPlace: words }),
      },
      { requiredKeys: ['name'] },
    ),
    cell: fc.constantFrom('A.01', '007'),
    status: fc.constantFrom('official', 'probationary'),
    effectiveOn: fc.constant('2025-01-01'),
    cards: fc.record({ 'card-8': fc.record({ number: fc.uuid(), issuedAt: words }, { requiredKeys: ['number'] }) }),
  },
  { requiredKeys: ['person', 'cell', 'status', 'effectiveOn'] },
);

async function linesOf(source: { read: () => AsyncIterable<ReadLine> | Iterable<ReadLine> }) {
  const lines: unknown[] = [];
  for await (const { input, problems } of source.read()) lines.push({ input, problems });
  return lines;
}

test.each(['xlsx', 'csv'])(
  'what we export as %s reads by a proposed plan as it does by our template, for any records',
  async (format) => {
    const file = join(folder, `a.${format}`);
    const headings = memberColumns.map(({ heading, type }) => ({ heading, hasDays: type.hasDays }));
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(somebody, { maxLength: 8, selector: ({ person }) => person.name.normalize('NFC').trim() }),
        async (people) => {
          const rows: Cell[][] = people.map((who) => memberColumns.map((column) => cellOf(column, who as Draft)));
          const written =
            format === 'xlsx'
              ? writeSheet('Đảng viên', headings, rows)
              : writeCsv(
                  headings.map(({ heading }) => heading),
                  rows,
                );
          await pipeline(written, createWriteStream(file));
          const { plan } = await proposePlan(file);
          expect(await linesOf(await plannedSource(file, plan))).toEqual(
            await linesOf(await tableSource(file, { kind: 'members' })),
          );
        },
      ),
      { numRuns: 40 },
    );
  },
);

test('the empty template is recognised: its sheets of units and members are read, its guide and lists are not', async () => {
  const file = join(folder, 'template.xlsx');
  writeFileSync(file, await templateWorkbook());
  const { plan } = await proposePlan(file);
  expect(plan.sheets.map(({ sheet, use, isTemplate }) => [sheet, use, isTemplate])).toEqual([
    ['Tổ chức', 'units', true],
    ['Đảng viên', 'members', true],
    ['Hướng dẫn', 'none', undefined],
    ['Danh mục', 'none', undefined],
  ]);
  expect(await linesOf(await plannedSource(file, plan))).toEqual([]);
});
