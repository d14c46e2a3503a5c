import { type CodedField, codedFields, nameOf } from '#/domain/catalogues/contract.ts';
import type { MemberColumn, MemberRow } from '#/domain/members/list-contract.ts';
import { postLabels } from '#/domain/posts/contract.ts';
import type { Bilingual } from '#/platform/contract/shapes.ts';
import { type Language, type Say, useLanguage } from '#/platform/i18n/texts.ts';
import { writeDay, writePartialDay } from '#/platform/ui/written.ts';
import { useArgText } from '../figure/arg-texts.ts';
import { useFieldText } from './field-texts.ts';

/** What a cell of the list says; null: the record does not tell. */
export type WriteCell = (column: MemberColumn, row: MemberRow) => string | null;

type Words = { say: Say<Parameters<ReturnType<typeof useFieldText>>[0]>; value: (code: string) => string };

/** Writes the cells of the list in the language of the screen. */
export function useWriteCell(): WriteCell {
  const say = useFieldText();
  const { value } = useArgText();
  const { language } = useLanguage();
  return (column, row) => writeCell(column, row, language, { say, value });
}

function writeCell(column: MemberColumn, row: MemberRow, language: Language, { say, value }: Words): string | null {
  const told = row[column];
  if (told === null || told === undefined) return null;
  const coded = codedFields.find((field) => field === column);
  if (coded !== undefined) return codeName(coded, String(told), language);
  if (typeof told === 'boolean') return told ? say('yes') : say('no');
  switch (column) {
    case 'born':
    case 'admittedOn':
    case 'officialOn':
      return writePartialDay(String(told));
    case 'status':
      return say(row.status === 'official' ? 'official_' : 'probationary');
    case 'unit':
      return row.unit.name;
    case 'partyAge':
      return row.partyAge ? say('partyYears', row.partyAge) : null;
    case 'nextBadge':
      return row.nextBadge ? badgeText(row.nextBadge, say) : null;
    case 'posts':
      return (row.posts ?? []).map(({ post, unit }) => `${postName(post, language)}, ${unit.name}`).join('; ') || null;
    case 'exempt':
      return row.exempt ? [say(exemptKind(row.exempt.kind)), untilText(row.exempt.until, say)].join(' ').trim() : null;
    case 'away':
      return row.away
        ? [row.away.place ?? say('elsewhere'), untilText(row.away.until, say)].filter(Boolean).join(', ')
        : null;
    case 'classification':
      return row.classification
        ? say('ofYear', { level: value(row.classification.level), year: row.classification.year })
        : null;
    default:
      return String(told);
  }
}

export function codeName(field: CodedField, code: string, language: Language): string {
  return nameOf(field, code)?.[language] ?? code;
}

export function postName(post: string, language: Language): string {
  return (postLabels as Record<string, Bilingual>)[post]?.[language] ?? post;
}

function badgeText({ years, on, isDue }: { years: number; on: string; isDue: boolean }, say: Words['say']): string {
  return isDue ? say('badgeDue', { years }) : say('badgeOn', { years, day: writeDay(on) });
}

function untilText(until: string | null, say: Words['say']): string {
  return until === null ? '' : say('until', { day: writeDay(until) });
}

function exemptKind(kind: string): 'permanent' | 'temporary' {
  return kind === 'permanent' ? 'permanent' : 'temporary';
}
