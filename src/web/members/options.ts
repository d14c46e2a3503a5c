import { type CodedField, codedFields, namesOf } from '#/domain/catalogues/contract.ts';
import { UNTOLD } from '#/domain/members/list-contract.ts';
import { posts } from '#/domain/posts/contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { useArgText } from '../figure/arg-texts.ts';
import { postName } from './cells.ts';
import { useFieldText } from './field-texts.ts';
import type { FilterName } from './filters.ts';

export interface Option {
  value: string;
  label: string;
}

/** Kinds of units that members stand in, from the cell up. */
const kinds = [
  'cell',
  'grassroots-cell',
  'section',
  'sub-grassroots-body',
  'grassroots-body',
  'commune',
  'agency-body',
  'provincial',
];

/** The values of a filter by codes, in the order of the lists on paper. */
export function useOptions(): (name: FilterName) => readonly Option[] {
  const say = useFieldText();
  const { value } = useArgText();
  const { language } = useLanguage();
  return (name) => {
    const coded = codedFields.find((field) => field === name);
    if (coded !== undefined) return [...codeOptions(coded, language), { value: UNTOLD, label: say('untold') }];
    if (name === 'status')
      return [
        { value: 'official', label: say('official_') },
        { value: 'probationary', label: say('probationary') },
      ];
    if (name === 'post')
      return [
        { value: 'any', label: say('anyPost') },
        ...posts.map((post) => ({ value: post, label: postName(post, language) })),
      ];
    return kinds.map((kind) => ({ value: kind, label: capital(value(kind)) }));
  };
}

function codeOptions(field: CodedField, language: 'vi' | 'en'): Option[] {
  return namesOf(field).map((entry) => ({ value: entry.code, label: entry[language] }));
}

export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
