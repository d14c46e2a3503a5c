import type { ActRow, actSources } from '#/kernel/journal/list-contract.ts';
import type { Bilingual } from '#/platform/contract/shapes.ts';
import { isDay } from '#/platform/day.ts';
import type { Cell } from '#/platform/documents/table.ts';

type Language = keyof Bilingual;

interface ActColumn {
  heading: Bilingual;
  width: number;
  hasDays?: boolean;
  cell: (act: ActRow, language: Language) => Cell;
}

const plain = (vi: string, en: string, cell: ActColumn['cell'], width = 16): ActColumn => ({
  heading: { vi, en },
  width,
  cell,
});
const onDay = (vi: string, en: string, cell: ActColumn['cell']): ActColumn => ({
  ...plain(vi, en, cell, 12),
  hasDays: true,
});

/** A day sorts and filters in Excel; what is no whole day stays as it is written. */
function day(written: string | undefined): Cell {
  if (written === undefined) return null;
  const isWhole: boolean = isDay(written);
  return isWhole ? new Date(`${written}T00:00:00Z`) : written.split('-').reverse().join('/');
}

const local = (instant: string) => new Date(Date.parse(instant) + 7 * 3_600_000).toISOString();

const sources: Record<(typeof actSources)[number], Bilingual> = {
  screen: { vi: 'ghi trên màn hình', en: 'on the screen' },
  import: { vi: 'nhập từ tệp', en: 'from a file' },
  api: { vi: 'qua kết nối (API)', en: 'by the API' },
  demo: { vi: 'dữ liệu minh họa', en: 'demo data' },
};

/** The journal as a file. */
export const actColumns: readonly ActColumn[] = [
  onDay('Ngày có hiệu lực', 'Effective on', ({ effectiveOn }) => day(effectiveOn)),
  plain('Việc', 'Act', ({ title }, language) => title[language], 32),
  plain('Về', 'About', subjects, 36),
  plain('Nội dung', 'Content', ({ says }, language) => says[language] || null, 40),
  plain('Số, ký hiệu', 'Number', ({ paper }) => paper?.number || null),
  plain('Cơ quan ban hành', 'Issuer', ({ paper }) => paper?.issuer ?? null, 28),
  onDay('Ngày ban hành', 'Issued on', ({ paper }) => day(paper?.issuedOn)),
  plain('Người ký', 'Signed by', ({ paper }) => paper?.signer ?? null, 22),
  plain('Trích yếu', 'Abstract', ({ paper }) => paper?.abstract ?? null, 36),
  plain('Ghi chú', 'Note', ({ note }) => note, 28),
  onDay('Ngày ghi', 'Recorded on', ({ recordedAt }) => day(local(recordedAt).slice(0, 10))),
  plain('Giờ ghi', 'Time', ({ recordedAt }) => local(recordedAt).slice(11, 16), 9),
  plain('Người ghi', 'Recorded by', ({ recordedBy }) => recordedBy),
  plain(
    'Nguồn',
    'Source',
    ({ source: { via } }, language) => sources[via as keyof typeof sources]?.[language] ?? via,
    20,
  ),
  plain('Tình trạng', 'State', (act, language) => stateOf(act)[language], 18),
  plain('Lý do rút', 'Why withdrawn', ({ withdrawnBy }) => withdrawnBy?.reason ?? null, 28),
  plain('Mã việc', 'Id of the act', ({ id }) => id, 38),
];

function subjects({ subjects: shown, subjectCount }: ActRow, language: Language): Cell {
  const names = shown.map(({ name, code }) => (name === null ? '…' : code === null ? name : `${name} (${code})`));
  const more = subjectCount - shown.length;
  const others = { vi: `và ${more} nữa`, en: `and ${more} more` }[language];
  return [...names, ...(more > 0 ? [others] : [])].join('; ') || null;
}

function stateOf({ withdrawnBy }: ActRow): Bilingual {
  if (withdrawnBy === null) return { vi: 'Còn hiệu lực', en: 'In force' };
  return withdrawnBy.isInstead ? { vi: 'Đã đính chính', en: 'Corrected' } : { vi: 'Đã rút lại', en: 'Withdrawn' };
}
