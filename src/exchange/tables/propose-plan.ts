import type { Bilingual } from '#/kernel/journal/kind.ts';
import { columnLetters } from '#/platform/documents/table.ts';
import { plainHeading } from './columns.ts';
import type { UnitLookup } from './known-units.ts';
import { forms, type TableKind } from './layout.ts';
import { openTables, type Table } from './open-tables.ts';
import type { ColumnPlan, SheetFinding, SheetPlan, TablePlan } from './plan.ts';

export interface ProposeOptions {
  /** The units of the register, for the names of cells in the file. */
  lookup?: UnitLookup;
  /** Rows looked at, now and then. */
  progress?: (rows: number) => void;
}

export interface Proposal {
  plan: TablePlan;
  /** One for each sheet of the plan, in its order. */
  findings: SheetFinding[];
}

/**
 * Recognises a workbook or CSV file: which sheets hold members or units, where their headings are, and what stands in
 * each column. Reads the first rows of each sheet; a file that names its cells is read to its end for their names.
 * Throws a Problem (table.…) about a file that cannot be read.
 */
export async function proposePlan(file: string, _options: ProposeOptions = {}): Promise<Proposal> {
  const { tables, close } = await openTables(file);
  try {
    const sheets: SheetPlan[] = [];
    for (const table of tables) sheets.push(await proposeSheet(table));
    const findings = sheets.map(({ sheet, use, why }) => ({
      sheet,
      isHidden: false,
      use,
      why,
      titles: [],
      problems: [],
    }));
    return { plan: { sheets, newUnits: [] }, findings };
  } finally {
    close();
  }
}

const whys: Readonly<Record<SheetPlan['use'], Bilingual>> = {
  members: { vi: 'Mỗi dòng là một đảng viên.', en: 'Each row is a member.' },
  units: { vi: 'Mỗi dòng là một tổ chức đảng.', en: 'Each row is a unit.' },
  none: { vi: 'Không có tên cột nào được nhận ra.', en: 'No heading is known.' },
};

async function proposeSheet({ sheet, rows }: Table): Promise<SheetPlan> {
  for await (const { row, values } of rows()) {
    const headings = values.map((cell) => (typeof cell === 'string' ? cell.normalize('NFC').trim() : ''));
    const fits = (['members', 'units'] as const).map((kind) => ({ kind, columns: columnsOf(kind, headings) }));
    const [best] = fits.toSorted((a, b) => known(b.columns) - known(a.columns));
    if (best === undefined || known(best.columns) < 2) continue;
    const at = { headingRows: [row, row] as [number, number], dataFrom: row + 1, charset: 'unicode' as const };
    return { sheet, use: best.kind, why: whys[best.kind], ...at, columns: best.columns };
  }
  return { sheet, use: 'none', why: whys.none, headingRows: [0, 0], dataFrom: 1, charset: 'unicode', columns: [] };
}

const known = (columns: readonly ColumnPlan[]) => columns.filter(({ target }) => target !== null).length;

function columnsOf(kind: TableKind, headings: readonly string[]): ColumnPlan[] {
  return headings.map((heading, at) => {
    const column = forms[kind].columns.find((candidate) =>
      [candidate.heading, ...(candidate.also ?? [])].some((name) => plainHeading(name) === plainHeading(heading)),
    );
    const target = column?.path.join('.') ?? null;
    return {
      at,
      letters: columnLetters(at),
      heading,
      samples: [],
      target,
      sureness: target === null ? 'none' : 'same',
    };
  });
}
