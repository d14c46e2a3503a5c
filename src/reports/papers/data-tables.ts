import type { PaperCell, PaperTable } from '#/platform/documents/paper.ts';
import { shown, shownDay, shownInstant } from '../numbers.ts';
import type { ReportAnswer, ReportFigure } from '../report.ts';

const day = (on: string): PaperCell => ({ text: shownDay(on), day: on });

const number = (value: number | null | undefined, decimals = 0): PaperCell =>
  value === null || value === undefined ? '' : { text: shown(value, decimals), number: value, decimals };

/** What the paper is about, as data beside the print. */
export function aboutTable(answer: ReportAnswer): PaperTable {
  const { unit, from, to, knownAt } = answer;
  const line = (label: string, cell: PaperCell) => ({ label, level: 1, cells: [cell] });
  return dataTable(
    'Thông tin',
    [
      ['Nội dung', 60],
      ['Giá trị', 105],
    ],
    [
      line('Báo cáo', answer.title),
      line('Đơn vị', unit.name),
      line('Mã đơn vị', unit.code),
      line('Từ ngày', day(from)),
      line('Đến ngày', day(to)),
      line('Số liệu theo sổ đến', shownInstant(knownAt)),
    ],
  );
}

/** Every number of a report in prose. */
export function figuresTable({ figures, from, to }: ReportAnswer): PaperTable {
  return dataTable(
    'Số liệu',
    [
      ['Số liệu', 90],
      ['Giá trị', 22],
      ['Kỳ trước', 22],
      ['Tỷ lệ (%)', 20],
      ['Chỉ tiêu', 20],
      ['Đạt (%)', 20],
      ['Từ ngày', 26],
      ['Đến ngày', 26],
    ],
    figures.map((figure) => ({ label: figure.label, level: 1, cells: figureCells(figure, { from, to }) })),
  );
}

function figureCells(figure: ReportFigure, period: { from: string; to: string }): PaperCell[] {
  const { value, previous, share, target, attainment, measure, rounding } = figure;
  const places = rounding?.decimals ?? 0;
  const own = measure === 'percent' ? places : placesOf(value);
  return [
    number(value, own),
    number(previous, measure === 'percent' ? places : placesOf(previous)),
    number(share, places),
    number(target?.value, placesOf(target?.value)),
    number(attainment, places),
    day(figure.from ?? period.from),
    day(figure.to ?? period.to),
  ];
}

/** An average keeps its decimals. */
function placesOf(value: number | null | undefined): number {
  return value === null || value === undefined ? 0 : (String(value).split('.')[1]?.length ?? 0);
}

function dataTable(title: string, columns: readonly [string, number][], rows: PaperTable['rows']): PaperTable {
  return {
    key: title,
    title,
    subtitle: '',
    number: null,
    columns: columns.map(([heading, width]) => ({ heading, width })),
    rows,
    numberedNotes: [],
    notes: [],
  };
}
