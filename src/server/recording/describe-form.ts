import { fieldTitle } from '#/domain/words/field-words.ts';
import { hintWords } from '#/domain/words/hint-words.ts';
import { valueWords } from '#/domain/words/value-words.ts';
import type { KindField, KindForm } from '#/kernel/journal/contract.ts';
import type { ActKind, Bilingual } from '#/kernel/journal/kind.ts';
import type { Part } from '#/kernel/part.ts';
import type { FieldDescription } from '../describe-fields.ts';
import { describeEnvelope, describeKind } from '../describe-kind.ts';

/** The parts of the work as the choice of kinds groups them. */
const partTitles: Readonly<Record<string, Bilingual>> = {
  members: { vi: 'Đảng viên', en: 'Members' },
  units: { vi: 'Tổ chức đảng', en: 'Units' },
  meetings: { vi: 'Sinh hoạt', en: 'Meetings' },
  classification: { vi: 'Kiểm điểm, xếp loại', en: 'Review and classification' },
  cards: { vi: 'Thẻ đảng viên', en: 'Cards' },
  posts: { vi: 'Chức vụ', en: 'Posts' },
  commendation: { vi: 'Khen thưởng, Huy hiệu', en: 'Commendation' },
  oversight: { vi: 'Kiểm tra, giám sát', en: 'Oversight' },
  discipline: { vi: 'Kỷ luật', en: 'Discipline' },
  petitions: { vi: 'Đơn thư', en: 'Petitions' },
  vetting: { vi: 'Thẩm tra, thẩm định', en: 'Vetting' },
  documents: { vi: 'Văn bản', en: 'Documents' },
  study: { vi: 'Học tập, bồi dưỡng', en: 'Study' },
  targets: { vi: 'Chỉ tiêu', en: 'Targets' },
  strengthening: { vi: 'Củng cố tổ chức', en: 'Strengthening' },
  'model-cells': { vi: 'Kiểu mẫu, bốn tốt', en: 'Model titles' },
  declared: { vi: 'Số liệu báo cáo', en: 'Declared counts' },
  journal: { vi: 'Nhật ký', en: 'Journal' },
};

/** What an organisation department records day by day, the most frequent first. */
const often = [
  'member.admitted',
  'member.recognised',
  'transfer.received',
  'transfer.issued',
  'member.transferred',
  'meeting.held',
  'member.classified',
  'member.updated',
  'badge.awarded',
  'member.exempted',
];

/** Every kind as its form needs it, the part of the work told. */
export function describeForms(parts: readonly Part[], kinds: Iterable<ActKind>): KindForm[] {
  const partOf = new Map(parts.flatMap(({ name, kinds: own }) => own.map(({ kind }) => [kind, name] as const)));
  const order = Object.keys(partTitles);
  const all = [...kinds];
  const titles = new Map(all.map(({ kind, title }) => [kind, title]));
  const forms = all.map((kind) => {
    const { fields, ...described } = describeKind(kind);
    const part = partOf.get(kind.kind) ?? 'journal';
    const place = often.indexOf(kind.kind) + 1;
    return {
      ...described,
      description: onScreen(kind.description, titles),
      part,
      partTitle: partTitles[part] ?? { vi: part, en: part },
      ...(place === 0 ? {} : { often: place }),
      fields: fields.map((field) => formField(field, kind.kind)),
    };
  });
  return forms.toSorted((a, b) => order.indexOf(a.part) - order.indexOf(b.part));
}

/** A description without the names that only a journal file knows: `effectiveOn` is the day of effect, a kind its title. */
function onScreen({ vi, en }: Bilingual, titles: ReadonlyMap<string, Bilingual>): Bilingual {
  const say = (text: string, language: keyof Bilingual) =>
    text.replaceAll(/"?\b([a-z]+(?:\.[a-zA-Z]+|[A-Z][a-zA-Z]*)|paper|withdraws|note)\b"?/g, (word, name: string) => {
      const title = titles.get(name)?.[language];
      if (title !== undefined) return `«${title}»`;
      return fieldTitle(name)?.[language].toLocaleLowerCase(language) ?? word;
    });
  const capital = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
  return { vi: capital(say(vi, 'vi')), en: capital(say(en, 'en')) };
}

/** The keys that every act may have, as its form needs them. */
export function describeEnvelopeForm(): KindField[] {
  return describeEnvelope().map((field) => formField(field));
}

function formField(field: FieldDescription, kind?: string): KindField {
  const name = field.field.split('.').at(-1) ?? field.field;
  const labels = (field.values ?? []).flatMap((value) => {
    const words = valueWords(name, value);
    return words === null ? [] : [[String(value), words] as const];
  });
  const hint = hintWords[`${kind}:${name}`] ?? hintWords[name];
  return {
    ...field,
    default: field.default as KindField['default'],
    title: fieldTitle(field.field, kind) ?? { vi: field.vi ?? field.field, en: name },
    ...(hint === undefined ? {} : { hint }),
    ...(labels.length === 0 ? {} : { labels: Object.fromEntries(labels) }),
  };
}
