import type { KindForm } from '#/kernel/journal/contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { useRecordingText } from './record-texts.ts';
import { subjectOfMany } from './subject-of-many.ts';

/** Acts that a list may be recorded by, about people or about units: those recorded often first, then all by part of the work. */
export function useKindGroups(kinds: readonly KindForm[], subject: 'person' | 'unit') {
  const say = useRecordingText();
  const { language } = useLanguage();
  const fitting = kinds.filter((kind) => kind.about.includes(subject) && subjectOfMany(kind) === subject);
  const often = fitting.filter((kind) => kind.often !== undefined).sort((a, b) => (a.often ?? 0) - (b.often ?? 0));
  const pick = ({ kind, title }: KindForm) => ({ key: kind, label: title[language] });
  const others = Map.groupBy(
    fitting.filter((kind) => kind.often === undefined),
    ({ partTitle }) => partTitle[language],
  );
  return [
    { label: say('often'), picks: often.map(pick) },
    ...[...others].map(([label, some]) => ({ label, picks: some.map(pick) })),
  ].filter(({ picks }) => picks.length > 0);
}
