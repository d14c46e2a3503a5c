import type { KindForm } from '#/kernel/journal/contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { useMembersText } from './members-texts.ts';

/** Acts about people who are in the register: those recorded often first, then all by part of the work. */
export function useKindGroups(kinds: readonly KindForm[]) {
  const say = useMembersText();
  const { language } = useLanguage();
  const fitting = kinds.filter(isAboutPeople);
  const often = fitting.filter((kind) => kind.often !== undefined).sort((a, b) => (a.often ?? 0) - (b.often ?? 0));
  const pick = ({ kind, title }: KindForm) => ({ key: kind, label: title[language] });
  const others = Map.groupBy(
    fitting.filter((kind) => kind.often === undefined),
    ({ partTitle }) => partTitle[language],
  );
  return [
    { label: say('oftenRecorded'), picks: often.map(pick) },
    ...[...others].map(([label, some]) => ({ label, picks: some.map(pick) })),
  ].filter(({ picks }) => picks.length > 0);
}

function isAboutPeople({ about, fields }: KindForm): boolean {
  return about.includes('person') && fields.some(({ field, types }) => field === 'person' && types.includes('person'));
}
