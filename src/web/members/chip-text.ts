import { listFigures } from '#/kernel/figures/contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeDay } from '#/platform/ui/written.ts';
import { useAsk } from '../ask.ts';
import { useArgText } from '../figure/arg-texts.ts';
import { useFieldText } from './field-texts.ts';
import { type Asked, type Filter, valuesOf } from './filters.ts';
import { useMembersText } from './members-texts.ts';
import { useOptions } from './options.ts';

/** What a filter asks for, in a few words. */
export function useChipText(): (filter: Filter, asked: Asked) => string {
  const say = useMembersText();
  const named = useFieldText();
  const options = useOptions();
  const figureTitle = useFigureTitle();
  const { value } = useArgText();
  const argValue = (pair: string) => value(pair.slice(pair.indexOf('=') + 1));
  return (filter, asked) => {
    const one = (at: number) => valuesOf(asked, filter.keys[at] as Filter['keys'][number])[0];
    switch (filter.kind) {
      case 'yesNo':
        return named(one(0) === 'yes' ? 'yes' : 'no');
      case 'codes': {
        const label = (code: string) => options(filter.name).find(({ value }) => value === code)?.label ?? code;
        const [first = '', second, ...others] = valuesOf(asked, filter.keys[0]).map(label);
        if (second === undefined) return first;
        return `${first}, ${second}${others.length === 0 ? '' : ` +${others.length}`}`;
      }
      case 'figure':
        return [figureTitle(one(0) ?? ''), ...valuesOf(asked, 'arg').map(argValue)].join(', ');
      case 'days':
        return span(one(0) && writeDay(one(0) as string), one(1) && writeDay(one(1) as string), say);
      default:
        return span(one(0), one(1), say);
    }
  };
}

function span(from: string | undefined, to: string | undefined, say: ReturnType<typeof useMembersText>): string {
  if (from !== undefined && to !== undefined) return from === to ? from : `${from} – ${to}`;
  if (from !== undefined) return say('fromOn', { from });
  return to === undefined ? '…' : say('upTo', { to });
}

function useFigureTitle(): (name: string) => string {
  const { language } = useLanguage();
  const { data } = useAsk(listFigures, {});
  return (name) => data?.figures.find((figure) => figure.name === name)?.title[language] ?? name;
}
