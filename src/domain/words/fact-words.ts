import { parseRange } from '#/kernel/facts/table.ts';
import type { Bilingual } from '#/kernel/journal/kind.ts';
import { addDays } from '#/platform/day.ts';
import { fieldTitle } from './field-words.ts';
import { tableWords } from './table-words.ts';
import { valueWords } from './value-words.ts';

/** The name of a unit by id; null where it is not known or may not be told. */
export type UnitNamed = (id: string) => string | null;

/** The columns of a fact, as far as they are to be told. */
type Row = Readonly<Record<string, unknown>>;

/** A fact as one would say it: "Sinh hoạt tại Chi bộ 2 (dự bị) từ 01/12/2026". Columns of the tables that have no sentence of their own are told one by one. */
export function factWords(table: string, row: Row, unitNamed: UnitNamed): Bilingual {
  const say = sentences[table];
  const told = say === undefined ? null : say(row, (id) => (typeof id === 'string' ? (unitNamed(id) ?? '…') : '…'));
  const { vi, en } = told ?? columnsOf(table, row, unitNamed);
  const span = spanWords(row.valid);
  return { vi: capital(`${vi}${span.vi}`), en: capital(`${en}${span.en}`) };
}

type Sentence = (row: Row, unit: (id: unknown) => string) => Bilingual;

const sentences: Readonly<Record<string, Sentence>> = {
  unit_life: () => ({ vi: 'hoạt động', en: 'in being' }),
  unit_name: ({ name }) => ({ vi: `tên: ${name}`, en: `name: ${name}` }),
  unit_code: ({ code }) => ({ vi: `mã: ${code}`, en: `code: ${code}` }),
  unit_kind: ({ kind, type }) => valued(['kind', kind], ['type', type]),
  unit_parent: ({ parent_id }, unit) => ({ vi: `trực thuộc ${unit(parent_id)}`, en: `under ${unit(parent_id)}` }),
  unit_without_non_members: () => ({ vi: 'không còn quần chúng', en: 'no non-members left' }),
  person: ({ code }) =>
    code === null ? { vi: 'có trong sổ', en: 'in the register' } : { vi: `mã: ${code}`, en: `code: ${code}` },
  standing: ({ unit_id, status, in_transit }, unit) => {
    const as = valueWords('status', String(status)) as Bilingual;
    return in_transit
      ? {
          vi: `đang chuyển, tính ở ${unit(unit_id)} (${as.vi})`,
          en: `in transit, counted in ${unit(unit_id)} (${as.en})`,
        }
      : { vi: `sinh hoạt tại ${unit(unit_id)} (${as.vi})`, en: `in ${unit(unit_id)} (${as.en})` };
  },
  transit: ({ from_unit_id, to_unit_id, place }, unit) => {
    const to = to_unit_id === null ? (place ?? '…') : unit(to_unit_id);
    return { vi: `chuyển từ ${unit(from_unit_id)} đến ${to}`, en: `on the way from ${unit(from_unit_id)} to ${to}` };
  },
  exemption: ({ kind }) => {
    const how = valueWords('kind', String(kind));
    return { vi: `miễn công tác và sinh hoạt (${how?.vi})`, en: `exempt (${how?.en})` };
  },
  suspension: () => ({ vi: 'bị đình chỉ sinh hoạt', en: 'suspended' }),
  temporary_stay: ({ host_unit_id, place }, unit) => {
    const where = host_unit_id === null ? (place ?? '…') : unit(host_unit_id);
    return { vi: `sinh hoạt tạm thời tại ${where}`, en: `staying with ${where}` };
  },
  member_event: ({ event, on_day }) => {
    const what = valueWords('event', String(event));
    return { vi: `${what?.vi} ngày ${dayText(on_day)}`, en: `${what?.en} on ${dayText(on_day)}` };
  },
  unit_event: ({ event, on_day }) => {
    const what = valueWords('event', String(event));
    return { vi: `${what?.vi} ngày ${dayText(on_day)}`, en: `${what?.en} on ${dayText(on_day)}` };
  },
  post: ({ post, unit_id }, unit) => {
    const what = valueWords('post', String(post));
    return { vi: `${what?.vi}, ${unit(unit_id)}`, en: `${what?.en}, ${unit(unit_id)}` };
  },
  meeting: ({ sort, on_day, present, convened }) => {
    const what = valueWords('sort', String(sort));
    return {
      vi: `sinh hoạt ${what?.vi} ngày ${dayText(on_day)}, có mặt ${present}/${convened}`,
      en: `${what?.en} meeting on ${dayText(on_day)}, ${present} of ${convened} present`,
    };
  },
  background_verification: ({ on_day, body_count, last_confirmed_on }) => ({
    vi: `lý lịch được thẩm tra ngày ${dayText(on_day)}, ${body_count} nơi xác nhận, sau cùng ${dayText(last_confirmed_on)}`,
    en: `background verified on ${dayText(on_day)}, confirmed by ${body_count}, last on ${dayText(last_confirmed_on)}`,
  }),
  vetting: ({ on_day, occasion }) => {
    const what = valueWords('occasion', String(occasion));
    return {
      vi: `có kết luận cho việc ${what?.vi} ngày ${dayText(on_day)}`,
      en: `concluded for ${what?.en} on ${dayText(on_day)}`,
    };
  },
  classification: ({ for_year, level, omitted }) => graded(for_year, level, omitted),
};

function graded(year: unknown, level: unknown, omitted: unknown): Bilingual {
  const grade = level === null ? null : valueWords('level', String(level));
  const why = omitted === null ? null : valueWords('omitted', String(omitted));
  return grade === null
    ? { vi: `năm ${year}: không xếp loại (${why?.vi})`, en: `${year}: not classified (${why?.en})` }
    : { vi: `năm ${year}: ${grade.vi}`, en: `${year}: ${grade.en}` };
}

function valued(...parts: [string, unknown][]): Bilingual {
  const words = parts.flatMap(([field, value]) => (value == null ? [] : (valueWords(field, String(value)) ?? [])));
  return { vi: words.map(({ vi }) => vi).join(', '), en: words.map(({ en }) => en).join(', ') };
}

/** Columns that say nothing to a reader, or stand in the span. */
const hidden =
  /^(act_id|person_id|subject_id|subject_kind|valid|name_key|born_on|left_act_id|ended_act_id|closed_act_id|settled_act_id|end_act_id|details)$/;

/** Columns in which a record differs from another are told alone: a record has forty. */
export function recordWords(row: Row, other: Row | undefined): Bilingual {
  const columns = Object.keys(row).filter(
    (column) => !hidden.test(column) && !/_on_day$/.test(column) && row[column] !== (other?.[column] ?? null),
  );
  const shown = other === undefined ? columns.filter((column) => /^(name|born|sex)$/.test(column)) : columns;
  const parts = shown.map((column) => columnWords(column, row[column], () => null));
  const span = spanWords(row.valid);
  const join = (language: keyof Bilingual) => parts.map((part) => part[language]).join('; ');
  return { vi: capital(`${join('vi')}${span.vi}`), en: capital(`${join('en')}${span.en}`) };
}

function columnsOf(table: string, row: Row, unitNamed: UnitNamed): Bilingual {
  const parts = Object.entries(row)
    .filter(([column, value]) => !hidden.test(column) && value !== null && column !== 'unit_id')
    .map(([column, value]) => columnWords(column, value, unitNamed));
  const title = tableWords[table] ?? { vi: table, en: table };
  const join = (language: keyof Bilingual) => [title[language], ...parts.map((part) => part[language])].join('; ');
  return { vi: join('vi'), en: join('en') };
}

function columnWords(column: string, value: unknown, unitNamed: UnitNamed): Bilingual {
  const field = column.replace(/_id$/, '').replaceAll(/_(\w)/g, (_all, letter: string) => letter.toUpperCase());
  const title = fieldTitle(field) ?? { vi: field, en: field };
  const one = (item: unknown): Bilingual => {
    if (item === null) return { vi: 'chưa ghi', en: 'not told' };
    if (column.endsWith('_id') || column.startsWith('parent_')) return both(unitNamed(String(item)) ?? '…');
    if (typeof item === 'object') return both(JSON.stringify(item));
    return valueWords(field, item as string) ?? both(dayText(item));
  };
  const words = [value].flat().map(one);
  return {
    vi: `${title.vi.toLocaleLowerCase('vi')}: ${words.map(({ vi }) => vi).join(', ')}`,
    en: `${title.en.toLowerCase()}: ${words.map(({ en }) => en).join(', ')}`,
  };
}

const both = (text: string): Bilingual => ({ vi: text, en: text });

/** A day as people write it, known to the month or year also; anything else as it is. */
function dayText(value: unknown): string {
  const text = String(value);
  return /^\d{4}-\d\d(-\d\d)?$/.test(text) ? text.split('-').reverse().join('/') : text;
}

function spanWords(valid: unknown): Bilingual {
  if (typeof valid !== 'string') return { vi: '', en: '' };
  const { from, to } = parseRange(valid);
  const last = to === null ? null : dayText(addDays(to, -1));
  const parts = (since: string, until: string) =>
    [from === null ? '' : ` ${since} ${dayText(from)}`, last === null ? '' : ` ${until} ${last}`].join('');
  return { vi: parts('từ', 'đến hết'), en: parts('from', 'to') };
}

export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
