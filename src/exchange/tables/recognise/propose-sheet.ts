import { tells } from '#/exchange/national/columns.ts';
import type { Bilingual } from '#/kernel/journal/kind.ts';
import { forms, isNamed } from '../layout.ts';
import type { CellProblem, ColumnPlan, SheetFinding, SheetPlan } from '../plan.ts';
import { finding } from '../planned/finding.ts';
import { plainWords } from '../planned/spellings.ts';
import { findHeadings, type Headings } from './find-headings.ts';
import { cellsListed } from './listed-cells.ts';
import { mapColumns } from './map-columns.ts';
import { matchHeading } from './match-heading.ts';
import type { NamedCell } from './propose-cells.ts';
import { whoIn } from './repeated.ts';
import { rowKind } from './row-kind.ts';
import { cellsTold, type Sample, shown } from './sample.ts';
import { readTitles, type Titles } from './titles.ts';

export interface ProposedSheet {
  plan: SheetPlan;
  finding: SheetFinding;
  titles: Titles;
  /** Who stands in its first rows, by name and birth, to see sheets that repeat each other. */
  who: ReadonlySet<string>;
  /** The cells of a sheet that lists them and nobody else. */
  listed: NamedCell[];
}

const whys = {
  members: { vi: 'Mỗi dòng là một đảng viên.', en: 'Each row is a member.' },
  units: { vi: 'Mỗi dòng là một tổ chức đảng.', en: 'Each row is a unit.' },
  none: { vi: 'Không có tên cột nào của danh sách đảng viên.', en: 'No headings of a list of members.' },
  empty: { vi: 'Trang trống.', en: 'The sheet is empty.' },
  hidden: { vi: 'Trang ẩn; nếu cần hãy chọn đọc.', en: 'A hidden sheet; choose to read it if it is wanted.' },
  cells: {
    vi: 'Danh sách chi bộ, không có tên đảng viên: những chi bộ chưa có trong sổ được đề nghị lập.',
    en: 'A list of cells without members: those that the register lacks are proposed.',
  },
  summary: {
    vi: 'Trang tổng hợp số liệu, không có tên đảng viên.',
    en: 'A summary of numbers without names of members.',
  },
} as const satisfies Record<string, Bilingual>;

type WhyUnused = 'empty' | 'none' | 'summary' | 'cells';

/** What one sheet is, by its first rows. */
export function proposeSheet(sample: Sample): ProposedSheet {
  const members = findHeadings('members', sample);
  const units = findHeadings('units', sample);
  const has = (found: Headings | null, ...targets: string[]) =>
    targets.every((target) => found?.matches.some((match) => match?.target === target));
  const isUnits = has(units, 'unit.code', 'unit.name', 'unit.kind') && (units?.score ?? 0) > (members?.score ?? 0);
  const isMembers =
    !isUnits &&
    members !== null &&
    (has(members, 'person.name') || has(members, 'name.family')) &&
    !explains(sample, members);
  const headings = isUnits ? units : isMembers ? members : null;
  if (headings === null) {
    const listed = sample.isHidden ? [] : cellsListed(sample, units ?? members);
    return { ...unused(sample, whyUnused(sample, members ?? units, listed)), listed };
  }
  const columns = mapColumns(sample, headings);
  const titles = readTitles(sample.rows.filter(({ row }) => row < headings.first));
  const plan: SheetPlan = {
    sheet: sample.sheet,
    use: sample.isHidden ? 'none' : headings.kind,
    why: sample.isHidden ? whys.hidden : whys[headings.kind],
    headingRows: [headings.first, headings.last],
    dataFrom: headings.dataFrom,
    charset: sample.charset,
    columns,
    ...(isTemplate(sample, headings) ? { isTemplate: true } : {}),
    ...(headings.kind === 'members' ? aboutMembers(sample, headings, columns) : {}),
  };
  return { plan, finding: findingOf(plan, sample, titles.texts), titles, who: whoIn(sample, plan), listed: [] };
}

/** A guide has the names of columns where a list has the names of people. */
function explains({ rows }: Sample, { dataFrom, matches }: Headings): boolean {
  const at = matches.findIndex((match) => match?.target === 'person.name' || match?.target === 'name.family');
  const texts = rows.filter(({ row }) => row >= dataFrom).flatMap(({ values }) => shown(values[at]) || []);
  const known = texts.filter((text) => ['same', 'known'].includes(matchHeading('members', [text])?.sureness ?? ''));
  return known.length > 2 && known.length > texts.length / 4;
}

/** Our own headings and no others, in the first row that holds anything, on a sheet of our name. */
function isTemplate({ sheet, rows }: Sample, { kind, first, last, matches, levels }: Headings): boolean {
  const isOurs = sheet === null || isNamed(sheet, forms[kind].sheet);
  const isSame = levels.every((texts, at) => texts.length === 0 || matches[at]?.sureness === 'same');
  return isOurs && isSame && first === last && rows[0]?.row === first;
}

function whyUnused({ rows }: Sample, headings: Headings | null, listed: readonly NamedCell[]): WhyUnused {
  if (rows.length === 0) return 'empty';
  if (listed.length > 0) return 'cells';
  return headings === null ? 'none' : 'summary';
}

function unused(sample: Sample, why: WhyUnused): ProposedSheet {
  const titles = readTitles(sample.rows.slice(0, 8));
  const plan: SheetPlan = {
    sheet: sample.sheet,
    use: 'none',
    why: whys[why],
    headingRows: [0, 0],
    dataFrom: 1,
    charset: sample.charset,
    columns: [],
  };
  return { plan, finding: findingOf(plan, sample, titles.texts.slice(0, 3)), titles, who: new Set(), listed: [] };
}

/** How the cell and the status of a row are told, where no column does. */
function aboutMembers(sample: Sample, { dataFrom, matches }: Headings, columns: readonly ColumnPlan[]) {
  const has = (...keys: string[]) => columns.some(({ target }) => target !== null && keys.includes(target));
  const mapped = matches.flatMap((match, at) => (match?.target == null || match.target === 'ordinal' ? [] : [at]));
  const kinds = sample.rows
    .filter(({ row }) => row >= dataFrom)
    .map(({ values }) => {
      const cells = cellsTold(values);
      return rowKind(cells, mapped.slice(0, 2), false, cells.filter(({ at }) => mapped.includes(at)).length)?.kind;
    });
  const told: Pick<SheetPlan, 'cellFromGroups' | 'statusFromGroups' | 'status'> = {};
  if (!has('cell', 'cell.name') && kinds.includes('group')) told.cellFromGroups = true;
  if (kinds.includes('status-group')) told.statusFromGroups = true;
  if (has('status', 'mark.status.official', 'mark.status.probationary')) return told;
  const words = plainWords(
    `${sample.sheet ?? ''} ${sample.rows
      .filter(({ row }) => row < dataFrom)
      .slice(0, 6)
      .flatMap(({ values }) => values.map(shown))
      .join(' ')}`,
  );
  if (/danh sach (cac )?dang vien du bi/.test(words)) told.status = 'probationary';
  else if (
    has('days.admittedOfficial') ||
    columns.some(({ target }) => target !== null && tells(target, 'person.officialOn'))
  )
    told.status = 'by-official-date';
  else if (/danh sach (cac )?dang vien chinh thuc/.test(words)) told.status = 'official';
  return told;
}

function findingOf(plan: SheetPlan, { isHidden }: Sample, titles: string[]): SheetFinding {
  const problems: CellProblem[] = [];
  const at = { sheet: plan.sheet, row: null, column: null, cell: null };
  if (isHidden) problems.push({ ...at, ...finding('sheet.hidden', { isAdvice: true }) });
  if (plan.use !== 'none')
    for (const { letters, heading, target, samples } of plan.columns)
      if (target === null && samples.length > 0) {
        const found = finding('column.not-read', { isAdvice: true, words: { heading: heading || letters } });
        problems.push({ ...at, column: letters, ...found });
      }
  return { sheet: plan.sheet, isHidden, use: plan.use, why: plan.why, titles, problems };
}
