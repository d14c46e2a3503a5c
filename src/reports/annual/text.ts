import type { ReportAnswer } from '../report.ts';
import { width } from '../text-table.ts';

const WIDTH = 92;

/** The report as it would be typed: heading, title, the eight parts, notes, signature. */
export function annualText(answer: ReportAnswer): string {
  const { heading, sections = [], notes, title } = answer;
  return [
    ...headingLines(heading),
    '',
    middle('BÁO CÁO', WIDTH),
    ...title.split(/(?<=;) /).flatMap((part) => balanced(part, WIDTH - 16).map((line) => middle(line, WIDTH))),
    middle('-----', WIDTH),
    '',
    ...sections.flatMap(sectionLines),
    'Ghi chú về số liệu',
    ...notes.flatMap((note) => hanging('- ', note)),
    '',
    ...signature(heading),
    '',
  ].join('\n');
}

function sectionLines({ number, title, paragraphs }: NonNullable<ReportAnswer['sections']>[number]): string[] {
  let part = 0;
  const lines = paragraphs.flatMap(({ heading, text }) => {
    if (heading !== undefined) part += 1;
    return [...(heading === undefined ? [] : [`${number}.${part}. ${heading}`]), ...wrapped(`    ${text}`, WIDTH)];
  });
  return [`${number}. ${title.toLocaleUpperCase('vi')}`, ...lines, ''];
}

// The place of each line is that of 36-HD/VPTW (3/4/2018): issuer on the left with a star, the Party's name on the right.
function headingLines(heading: ReportAnswer['heading']): string[] {
  if (heading === undefined) return [];
  const { superior, issuer, numberSuffix } = heading;
  const [left, right] = [46, WIDTH - 46];
  const pair = (a: string, b: string) => (middle(a, left).padEnd(left) + middle(b, right)).trimEnd();
  const issuing = [...(superior === null ? [] : [superior]), issuer].flatMap((name) =>
    wrapped(name.toLocaleUpperCase('vi'), left - 2),
  );
  const shown = [...issuing, '*', `Số        ${numberSuffix}`];
  const other = ['ĐẢNG CỘNG SẢN VIỆT NAM', '----------------------', '', '………, ngày …… tháng …… năm ………'];
  return Array.from({ length: Math.max(shown.length, other.length) }, (_, i) => pair(shown[i] ?? '', other[i] ?? ''));
}

function signature(heading: ReportAnswer['heading']): string[] {
  const [left, right] = [46, WIDTH - 46];
  const receivers = ['Nơi nhận:', `- ${heading?.superior ?? 'Cấp ủy cấp trên'} (để báo cáo),`, '- Lưu.'];
  const signing = heading?.signing ?? [];
  return Array.from({ length: Math.max(receivers.length, signing.length) }, (_, i) =>
    ((receivers[i] ?? '').padEnd(left) + middle(signing[i] ?? '', right)).trimEnd(),
  );
}

function hanging(mark: string, text: string): string[] {
  return wrapped(text, WIDTH - mark.length).map((line, i) => (i === 0 ? mark : ' '.repeat(mark.length)) + line);
}

/** As few lines as can be, none of them left with a word or two. */
function balanced(text: string, most: number): string[] {
  const lines = wrapped(text, most);
  const shorter = Array.from({ length: most }, (_, i) => wrapped(text, i + 1));
  return shorter.find(({ length }) => length === lines.length) ?? lines;
}

/** Lines of at most so many letters; the indent of the first stays. */
function wrapped(text: string, most: number): string[] {
  const indent = text.length - text.trimStart().length;
  const lines: string[] = [];
  let line = ' '.repeat(indent);
  for (const word of text.trim().split(' ')) {
    const joined = line.trim() === '' ? line + word : `${line} ${word}`;
    if (width(joined) <= most || line.trim() === '') line = joined;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

function middle(text: string, total: number): string {
  return ' '.repeat(Math.max(0, Math.floor((total - width(text)) / 2))) + text;
}
