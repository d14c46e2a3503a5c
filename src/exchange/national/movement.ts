import type { CellType } from '#/exchange/tables/cell-types.ts';
import { CellFault, partly, text } from '#/exchange/tables/cell-types.ts';

/** Any content says that the person is gone: moved away (column 10), dead (12), out of the Party (13). */
export const gone: CellType<string> = {
  read: (cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)),
  show: (words) => words,
  form: 'ngày và nơi, hoặc lý do',
};

interface Service {
  service?: string | undefined;
  retired?: boolean | undefined;
}

const retirement = /^(đã |được )?(nghỉ )?hưu( trí)?$/iu;

/** "Bộ đội, công an, hưu trí": what a member is, or was, beside the occupation. */
export const service: CellType<Service> = {
  read: (cell) => {
    const words = String(cell)
      .split(/\s*[,;\r\n]\s*/)
      .filter((word) => word !== '');
    const others = words.filter((word) => !retirement.test(word));
    return {
      ...(others.length < words.length ? { retired: true } : {}),
      ...(others.length > 0 ? { service: others.join(', ') } : {}),
    };
  },
  show: ({ service: words, retired }) => [words, retired ? 'Hưu trí' : undefined].filter(Boolean).join(', ') || null,
  form: 'bộ đội, công an, hưu trí',
};

export interface Remarks {
  exempt?: { permanent: boolean; since?: string | undefined };
  status?: 'official' | 'probationary';
  note?: string;
}

const exemption =
  /^(?<time>tạm )?(?:được )?miễn(?: công tác và)?(?: sinh hoạt| shđ)?(?: đảng)?(?: (?:từ|ngày|từ ngày) (?<since>[\d/.-]+))?$/iu;
const statuses = new Map([
  ['chính thức', 'official'],
  ['đảng viên chính thức', 'official'],
  ['dự bị', 'probationary'],
  ['đảng viên dự bị', 'probationary'],
] as const);

/** "Ghi chú": an exemption, the status where the dates do not tell it, and anything else, one on a line. */
export const remarks: CellType<Remarks> = {
  read: (cell) => {
    const found: Remarks = {};
    const notes: string[] = [];
    for (const line of String(cell).split(/\s*[;\r\n]\s*/)) {
      const { time, since } = exemption.exec(line)?.groups ?? {};
      const status = statuses.get(line.toLowerCase() as never);
      if (exemption.test(line)) found.exempt = { permanent: time === undefined, since: sinceDay(since) };
      else if (status !== undefined) found.status = status;
      else if (line !== '') notes.push(line);
    }
    if (notes.length > 0) found.note = notes.join('; ');
    return found;
  },
  show: ({ exempt, status, note }) => {
    const since = exempt?.since === undefined ? '' : ` từ ${exempt.since.split('-').toReversed().join('/')}`;
    const lines = [
      exempt === undefined ? null : `${exempt.permanent ? 'Miễn' : 'Tạm miễn'} sinh hoạt đảng${since}`,
      status === undefined ? null : status === 'official' ? 'Chính thức' : 'Dự bị',
      note ?? null,
    ];
    return lines.filter((line) => line !== null).join('\n') || null;
  },
  form: text.form,
};

function sinceDay(words: string | undefined): string | undefined {
  if (words === undefined) return undefined;
  try {
    return partly.read(words);
  } catch (error) {
    if (error instanceof CellFault) throw new CellFault('cell.day', `has "${words}", which is no day (dd/mm/yyyy)`);
    throw error;
  }
}
