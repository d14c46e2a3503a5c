import type { SourceAct } from '#/domain/units/page-contract.ts';
import type { Language } from '#/platform/i18n/texts.ts';

type Paper = NonNullable<SourceAct['paper']>;

/** "12-QĐ/HU ngày 10/01/2020 của Huyện ủy A": a paper as one names it. */
export function paperWords({ type, number, issuedOn, issuer }: Paper, language: Language): string {
  const day = issuedOn === undefined ? '' : issuedOn.split('-').toReversed().join('/');
  const what = [type, number].filter(Boolean).join(' ');
  if (language === 'en') return `${what}${day === '' ? '' : ` of ${day}`}, ${issuer}`;
  return `${what}${day === '' ? '' : ` ngày ${day}`} của ${issuer}`;
}
