import { type Day, isDay } from '#/platform/day.ts';
import { groupName } from './row-kind.ts';
import { type SampleRow, shown } from './sample.ts';

/** What stands above the headings: whose list it is, and of which day. */
export interface Titles {
  texts: string[];
  cell?: string;
  superior?: string;
  opening?: Day;
}

const tail =
  /\s*(?:[,;(–-]?\s*(?:tính đến|đến ngày|đến hết|tại thời điểm|năm \d{4}|quý|tháng \d|ngày \d|danh sách|\(|\*).*)$/iu;

export function readTitles(rows: readonly SampleRow[]): Titles {
  const texts = rows
    .map(({ values }) =>
      values
        .map(shown)
        .filter((text) => text !== '')
        .join(' · '),
    )
    .filter(Boolean);
  const lines = rows.flatMap(({ values }) => values.map(shown).flatMap((text) => text.split('\n')));
  const found: Titles = { texts };
  for (const line of lines.map((text) => text.slice(0, 300))) {
    found.cell ??= named(line, /chi\s+bộ(?:\s*[:.]\s*|\s+)(?!các|trực thuộc|cơ sở$)(\S.*)$/iu, 'Chi bộ');
    found.superior ??= named(line, /^(?:đảng bộ|đảng ủy|đảng uỷ)\s*:?\s+(?!các chi bộ)(\S.*)$/iu, 'Đảng bộ');
    found.opening ??= dayIn(line);
  }
  return found;
}

function named(line: string, pattern: RegExp, head: string): string | undefined {
  const rest = pattern.exec(line.trim())?.[1]?.replace(tail, '').trim();
  if (rest === undefined || rest === '' || rest.length > 100 || /^[.…_\s]+$/.test(rest)) return undefined;
  return groupName(`${head} ${rest === rest.toUpperCase() ? sentence(rest) : rest}`);
}

/** Titles are in capitals; a name in the register is not: "TỔ DÂN PHỐ SỐ 5" → "Tổ dân phố số 5", "PHƯỜNG AN MẪU" → "phường An Mẫu". */
function sentence(words: string): string {
  const lower = words.toLowerCase();
  const place = /^(phường|xã|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh|thôn|xóm|ấp|bản|làng)\s+(.+)$/u.exec(
    lower,
  );
  if (place === null) return `${lower.charAt(0).toUpperCase()}${lower.slice(1)}`;
  return `${place[1]} ${(place[2] ?? '').replaceAll(/(?<=^|\s)\p{L}/gu, (letter) => letter.toUpperCase())}`;
}

function dayIn(line: string): Day | undefined {
  if (!/tính đến|đến ngày|đến hết|thời điểm|có đến/iu.test(line)) return undefined;
  const [, date, month, year] =
    /(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})/.exec(line) ??
    /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/iu.exec(line) ??
    [];
  const day = `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`;
  return isDay(day) ? day : undefined;
}
