import { CellFault, type CellType, partly } from './cell-types.ts';

interface Relative {
  relation: string;
  name: string;
  born?: string;
  note?: string;
}

const pattern = /^(?<relation>[^:]+):\s*(?<name>[^(]+?)\s*(?:\((?<born>[^)]*)\))?\s*(?:\s[-–]\s+(?<note>.+))?$/u;

/** A family in one cell: "vợ: Trần Thị Mẫu (1972) - giáo viên; con: …", one person after ";" or on a line. */
export const relatives: CellType<Relative[]> = {
  read: (cell) =>
    String(cell)
      .split(/[;\n]/)
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map(readRelative),
  show: (family) => family.map(showRelative).join('; '),
  form: 'quan hệ: họ và tên (năm sinh) - ghi chú; người sau cách bằng dấu chấm phẩy',
};

function readRelative(part: string): Relative {
  const { relation, name, born, note } = pattern.exec(part)?.groups ?? {};
  if (relation === undefined || name === undefined)
    throw new CellFault('cell.relative', `has "${part}"; write "quan hệ: họ và tên (năm sinh) - ghi chú"`);
  const known: Relative = { relation: relation.trim(), name: name.trim() };
  if (born?.trim()) known.born = partly.read(born.trim());
  if (note?.trim()) known.note = note.trim();
  return known;
}

function showRelative({ relation, name, born, note }: Relative): string {
  const year = born === undefined ? '' : ` (${born.split('-').toReversed().join('/')})`;
  return `${relation}: ${name}${year}${note === undefined ? '' : ` - ${note}`}`;
}
