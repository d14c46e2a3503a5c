import type { Paper, PaperPreparer, PaperTable } from '#/platform/documents/paper.ts';
import type { ReportAnswer, ReportHeading } from '../report.ts';
import { aboutTable, figuresTable } from './data-tables.ts';
import { formTable, isWide } from './lay-out-form.ts';
import { type Signature, signerOf } from './signature.ts';

/** A report and what stands around it. */
export interface PaperContent {
  answer: ReportAnswer;
  heading: ReportHeading;
  signature: Signature;
  /** The forms that go with a report in prose. */
  annexes: readonly ReportAnswer[];
}

/** The paper of a report: what is printed, and where. */
export function paperOf(content: PaperContent): Paper {
  return content.answer.sections === undefined ? formPaper(content) : reportPaper(content);
}

function formPaper({ answer, heading, signature }: PaperContent): Paper {
  const table = formTable(answer);
  return {
    ...around(answer, heading, signature),
    documentTitle: `${table.number ?? ''} ${table.title} (${answer.unit.name})`.trim(),
    isLandscape: isWide(answer.columns),
    corner: table.number ?? '',
    numberSuffix: null,
    kind: null,
    title: answer.title.toLocaleUpperCase('vi'),
    subtitle: table.subtitle,
    sections: [],
    tables: [table],
    notes: [],
    receivers: [],
    preparer: { ...leftOf(answer.report), name: signature.preparer, phone: signature.phone },
    dataTables: [aboutTable(answer)],
  };
}

function reportPaper({ answer, heading, signature, annexes }: PaperContent): Paper {
  return {
    ...around(answer, heading, signature),
    documentTitle: `${answer.title} (${answer.unit.name})`,
    isLandscape: false,
    corner: 'ĐẢNG CỘNG SẢN VIỆT NAM',
    numberSuffix: heading.numberSuffix,
    kind: 'BÁO CÁO',
    // The outlook of a summary begins a line of its own.
    title: answer.title.replace('; ', ';\n'),
    subtitle: null,
    sections: (answer.sections ?? []).map(({ number, title, paragraphs }) => ({
      title: `${number}. ${title}`,
      paragraphs: numbered(number, paragraphs),
    })),
    tables: annexes.map(annex),
    notes: answer.notes,
    receivers: [`${heading.superior ?? 'Cấp ủy cấp trên'} (để báo cáo)`, 'Lưu'],
    preparer: null,
    dataTables: [figuresTable(answer), aboutTable(answer)],
  };
}

/** Minutes are signed by both levels (7-HSĐV: compared every three months with those above and below). */
export function leftOf(report: string): Pick<PaperPreparer, 'title' | 'manner'> {
  return report === 'headcount-minutes'
    ? { title: 'ĐẠI DIỆN ĐƠN VỊ ĐƯỢC ĐỐI CHIẾU', manner: '(Ký, ghi rõ họ tên, chức vụ)' }
    : { title: 'NGƯỜI LẬP BIỂU', manner: '(Ký, ghi rõ họ tên, số điện thoại)' };
}

type Around = Pick<Paper, 'name' | 'language' | 'issuer' | 'dateLine' | 'signer'>;

function around(answer: ReportAnswer, { superior, issuer, signing }: ReportHeading, signature: Signature): Around {
  const lines = superior === null ? [issuer] : [superior, issuer];
  return {
    name: fileName(answer),
    language: 'vi',
    issuer: lines.map((line) => line.toLocaleUpperCase('vi')),
    dateLine: dateLine(signature),
    signer: signerOf(signature, signing),
  };
}

function annex(answer: ReportAnswer, at: number): PaperTable {
  const table = formTable(answer);
  return { ...table, number: `Phụ lục ${at + 1}${table.number === null ? '' : ` (${table.number})`}` };
}

function numbered(section: number, paragraphs: readonly { heading?: string; text: string }[]) {
  let part = 0;
  return paragraphs.map(({ heading, text }) => {
    if (heading === undefined) return { text };
    part += 1;
    return { heading: `${section}.${part}. ${heading}`, text };
  });
}

/** "Hải Mẫu, ngày 05 tháng 01 năm 2021"; what is not known is left open. */
function dateLine({ place, signedOn }: Signature): string {
  const [year, month, date] = signedOn?.split('-') ?? ['……', '……', '……'];
  return `${place ?? '………'}, ngày ${date} tháng ${month} năm ${year}`;
}

/** form-1-HH-2020 for a year, else form-1-HH-20200101-20200630; only letters that every file system takes. */
export function fileName({ report, unit, from, to }: Pick<ReportAnswer, 'report' | 'unit' | 'from' | 'to'>): string {
  const year = from.slice(0, 4);
  const isYear = from === `${year}-01-01` && to === `${year}-12-31`;
  const period = isYear ? year : [from, to].map((on) => on.replaceAll('-', '')).join('-');
  return [report, unit.code.replaceAll(/[^\p{L}\p{N}._]+/gu, '_').slice(0, 60), period].join('-');
}
