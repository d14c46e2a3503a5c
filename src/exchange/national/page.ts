import type { Day } from '#/platform/day.ts';
import { type FrameCell, type FrameRow, pageWidth, type SheetFrame } from '#/platform/documents/xlsx-frame.ts';
import type { LayoutColumn, LayoutVersion, NationalLayout } from './layout.ts';

/** Whose list it is, for the title. */
export interface ListHead {
  unit: string;
  /** The name of its superior. */
  superior: string | null;
  on: Day;
}

const party = 'ĐẢNG CỘNG SẢN VIỆT NAM';

/** The printed sheet around the members of a list. */
export function pageOf(layout: NationalLayout, version: LayoutVersion, head: ListHead): SheetFrame {
  const { columns } = version;
  const titles = titleRows(layout, head, columnsOfFirstPage(columns));
  const headings = headingRows(columns);
  return {
    sheet: layout.sheet,
    columns: columns.map(({ width, fields }) => ({ width, hasDays: fields.some(({ type }) => type.hasDays) })),
    above: [...titles, ...headings],
    repeated: [titles.length, titles.length + headings.length - 1],
    repeatedColumns: columns.findIndex(({ fields }) => fields.some(({ path }) => path.at(-1) === 'name')) + 1,
    below: signatureRows(layout, columns.length),
    orientation: 'landscape',
  };
}

/** Titles stand on the first page of a list that is wider than one. */
function columnsOfFirstPage(columns: readonly LayoutColumn[]): number {
  let width = 0;
  const beyond = columns.findIndex((column) => {
    width += column.width;
    return width > pageWidth;
  });
  return beyond === -1 ? columns.length : beyond;
}

/** The issuer upper left, the Party upper right (05-HD/VPTW, 2026), then the title. */
function titleRows({ title, mark }: NationalLayout, { unit, superior, on }: ListHead, width: number): FrameRow[] {
  const left = Math.floor(width / 2);
  const across = (text: string, style: FrameCell['style']): FrameCell => ({ at: 0, text, style, across: width });
  const day = on.split('-').toReversed().join('/');
  return [
    {
      cells: [
        { at: 0, text: superior ?? '', style: 'plain', across: left },
        { at: left, text: party, style: 'strong', across: width - left },
      ],
    },
    { cells: [{ at: 0, text: unit, style: 'strong', across: left }] },
    { cells: [] },
    { cells: [across(title, 'title')], height: 22 },
    { cells: [across(mark, 'note')] },
    { cells: [across(`Đến ngày ${day}`, 'note')] },
    { cells: [] },
  ];
}

/** One or two rows of headings, merged where a heading stands over several columns or needs but one row, and the numbers. */
function headingRows(columns: readonly LayoutColumn[]): FrameRow[] {
  const isTwofold = columns.some(({ group }) => group !== undefined);
  const upper: FrameCell[] = [];
  const lower: FrameCell[] = [];
  for (const [at, { group, heading }] of columns.entries()) {
    if (group === undefined) upper.push({ at, text: heading, style: 'heading', down: isTwofold ? 2 : 1 });
    else {
      lower.push({ at, text: heading, style: 'heading' });
      if (columns[at - 1]?.group !== group) {
        const end = columns.findIndex((other, i) => i > at && other.group !== group);
        upper.push({ at, text: group, style: 'heading', across: (end === -1 ? columns.length : end) - at });
      }
    }
  }
  const numbers = columns.map(({ no }, at): FrameCell => ({ at, text: no, style: 'number' }));
  return [{ cells: upper, height: 48 }, ...(isTwofold ? [{ cells: lower, height: 32 }] : []), { cells: numbers }];
}

function signatureRows({ signatures }: NationalLayout, width: number): FrameRow[] {
  if (signatures.length === 0) return [];
  const share = Math.floor(width / signatures.length);
  const cells = signatures.map((text, i): FrameCell => ({ at: i * share, text, style: 'strong', across: share }));
  const notes = cells.map((cell): FrameCell => ({ ...cell, text: '(Ký, ghi rõ họ tên)', style: 'note' }));
  return [{ cells: [] }, { cells }, { cells: notes }];
}
