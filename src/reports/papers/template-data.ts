import type { FillData } from '#/platform/documents/docx-fill.ts';
import { cellText, cleaned, type Paper, type PaperRow, type PaperTable } from '#/platform/documents/paper.ts';
import { shownDay, shownInstant } from '../numbers.ts';
import type { PaperContent } from './paper-of.ts';

/** What the fields of a template (fields.ts) say on this paper. */
export function templateData(content: PaperContent, paper: Paper): FillData {
  return cleaned({ ...common(content, paper), ...(paper.kind === null ? formData(paper) : reportData(paper)) });
}

function common({ answer, signature }: PaperContent, paper: Paper): FillData {
  const { unit, from, to, knownAt } = answer;
  return {
    tieu_de: paper.title,
    ten_don_vi: unit.name,
    ma_don_vi: unit.code,
    tu_ngay: shownDay(from),
    den_ngay: shownDay(to),
    so_lieu_den: shownInstant(knownAt),
    cap_tren: paper.issuer.slice(0, -1).join('\n'),
    don_vi_lap: paper.issuer.at(-1) ?? '',
    dia_danh: signature.place ?? '',
    dong_ngay: paper.dateLine,
    chuc_danh_ky: paper.signer.lines.join('\n'),
    nguoi_ky: paper.signer.name ?? '',
    nguoi_lap: signature.preparer ?? '',
    dien_thoai: signature.phone ?? '',
  };
}

function formData({ tables, subtitle }: Paper): FillData {
  return {
    ...tableData(tables[0] as PaperTable),
    tieu_de: (tables[0] as PaperTable).title.toLocaleUpperCase('vi'),
    ky: subtitle ?? '',
  };
}

function reportData({ kind, numberSuffix, sections, tables, notes, receivers }: Paper): FillData {
  return {
    loai_van_ban: kind ?? '',
    so_hieu: numberSuffix ?? '',
    phan: sections.map(({ title, paragraphs }) => ({
      ten_phan: title,
      doan: paragraphs.map(({ heading = '', text }) => ({ de_muc: heading, noi_dung: text })),
    })),
    ghi_chu: notes.map((text) => ({ noi_dung: text })),
    noi_nhan: receivers.map((text, i) => ({ noi_dung: `${text}${i === receivers.length - 1 ? '.' : ','}` })),
    ...Object.fromEntries(tables.map((table) => [table.key, [tableData(table)]])),
  };
}

function tableData({ title, subtitle, number, rows, numberedNotes, notes }: PaperTable): FillData {
  return {
    tieu_de: title.toLocaleUpperCase('vi'),
    ky: subtitle,
    bieu_so: number ?? '',
    dong: rows.map(rowData),
    ghi_chu: [...numberedNotes.map((note, i) => `(${i + 1}) ${note}`), ...notes.map((note) => `- ${note}`)].map(
      (text) => ({ noi_dung: text }),
    ),
  };
}

/** A row with the one level that it has set to true, so that a template has a line for each. */
function rowData({ label, level, cells }: PaperRow): FillData {
  const levels = Object.fromEntries([0, 1, 2, 3].map((one) => [`muc_${one}`, one === Math.min(level, 3)]));
  const columns = Object.fromEntries(cells.map((cell, i) => [`cot_${i + 2}`, cellText(cell)]));
  return { tieu_chi: label, ...levels, ...columns };
}
