import type { TermKey } from './glossary.ts';

type Phrases = readonly [vi: readonly string[], en: readonly string[]];

/** How forms, definitions and screens say the terms; the longest that fits is taken. */
const phrases: Readonly<Record<TermKey, Phrases>> = {
  'dang-vien': [['đảng viên'], ['members', 'member']],
  'dang-vien-chinh-thuc': [['đảng viên chính thức'], ['official members', 'official member']],
  'dang-vien-du-bi': [['đảng viên dự bị'], ['probationary members', 'probationary member']],
  'xet-duyet': [['xét duyệt kết nạp'], ['approval of admission']],
  'ket-nap': [['kết nạp'], ['admissions', 'admission']],
  'ngay-vao-dang': [['ngày vào Đảng'], ['date of admission', 'day of admission', 'admitted on']],
  'ngay-chinh-thuc': [['ngày chính thức'], ['official date', 'official since']],
  'cong-nhan': [
    ['công nhận đảng viên chính thức', 'công nhận chính thức'],
    ['recognitions', 'recognised as official'],
  ],
  'tuoi-dang': [['tuổi đảng'], ['party age']],
  'chuyen-sinh-hoat': [['chuyển sinh hoạt'], ['transfers', 'transferred']],
  'giay-gioi-thieu': [['giấy giới thiệu'], ['letter of transfer']],
  'dang-chuyen': [['đang chuyển sinh hoạt', 'đang chuyển'], ['in transit']],
  'tam-thoi': [['chuyển sinh hoạt tạm thời', 'sinh hoạt tạm thời'], ['temporary stay']],
  'mien-sinh-hoat': [
    ['miễn công tác và sinh hoạt đảng', 'miễn công tác và sinh hoạt', 'miễn công tác, sinh hoạt', 'miễn sinh hoạt'],
    ['exempt'],
  ],
  'dinh-chi': [['đình chỉ sinh hoạt'], ['suspended']],
  'xoa-ten': [['xóa tên'], ['names removed', 'name removed']],
  'khai-tru': [['khai trừ'], ['expelled']],
  'to-chuc-co-so-dang': [
    ['tổ chức cơ sở đảng', 'TCCSĐ', 'tổ chức cơ sở'],
    ['grassroots organisations', 'grassroots organisation'],
  ],
  'dang-bo-co-so': [['đảng bộ cơ sở'], ['grassroots bodies', 'grassroots body']],
  'chi-bo-co-so': [['chi bộ cơ sở'], ['grassroots cells', 'grassroots cell']],
  'chi-bo': [['chi bộ'], ['cells', 'cell']],
  'sinh-hoat': [
    ['kỳ sinh hoạt', 'sinh hoạt thường kỳ'],
    ['regular meetings', 'regular meeting'],
  ],
  'xep-loai': [
    ['đánh giá, xếp loại', 'xếp loại'],
    ['classification', 'classified'],
  ],
  'hoan-thanh-tot': [['hoàn thành tốt nhiệm vụ trở lên', 'hoàn thành tốt trở lên'], ['good or above']],
  'chi-tieu': [['chỉ tiêu'], ['targets', 'target']],
  'huy-hieu': [
    ['Huy hiệu Đảng', 'Huy hiệu'],
    ['party badges', 'party badge', 'badge'],
  ],
  'kiem-tra': [['kiểm tra'], ['inspections', 'inspection']],
  'khong-mo-danh-sach': [
    ['số liệu do đơn vị báo cáo', 'do đơn vị báo cáo'],
    ['reported without names', 'declared count'],
  ],
  luot: [['lượt'], ['occurrences']],
};

/** What only sounds like a term. */
const others: Phrases = [['ủy ban kiểm tra', 'đoàn kiểm tra'], ['inspection commission']];

export interface Piece {
  text: string;
  term?: TermKey;
}

interface Known {
  find: RegExp;
  termOf: ReadonlyMap<string, TermKey | null>;
}

const known = { vi: knownIn(0), en: knownIn(1) };

function knownIn(at: 0 | 1): Known {
  const termOf = new Map<string, TermKey | null>(others[at].map((phrase) => [phrase.toLowerCase(), null]));
  for (const [term, said] of Object.entries(phrases))
    for (const phrase of said[at]) termOf.set(phrase.toLowerCase(), term as TermKey);
  const all = [...termOf.keys()].toSorted((a, b) => b.length - a.length);
  return { find: new RegExp(`(?<!\\p{L})(?:${all.join('|')})(?!\\p{L})`, 'giu'), termOf };
}

/** Texts that stand together cut at the terms in them. Each term is marked where it comes first: once is help, thirty times is noise. */
export function termsIn(texts: readonly string[], language: 'vi' | 'en'): Piece[][] {
  const { find, termOf } = known[language];
  const seen = new Set<TermKey>();
  return texts.map((text) => {
    const pieces: Piece[] = [];
    let from = 0;
    for (const { 0: phrase, index } of text.matchAll(find)) {
      const term = termOf.get(phrase.toLowerCase());
      if (term === null || term === undefined || seen.has(term)) continue;
      seen.add(term);
      if (index > from) pieces.push({ text: text.slice(from, index) });
      pieces.push({ text: phrase, term });
      from = index + phrase.length;
    }
    if (from < text.length || pieces.length === 0) pieces.push({ text: text.slice(from) });
    return pieces;
  });
}
