import { useCallback, useMemo } from 'react';
import { readTreeValues, type TreeAnswer } from '#/domain/units/tree-contract.ts';
import { listFigures } from '#/kernel/figures/contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { writeNumber } from '#/platform/ui/written.ts';
import { useAsk } from '../ask.ts';
import { pairsOf, type ToOpen } from '../opened.ts';
import { usePlace } from '../place.ts';
import { useMay } from '../session.ts';
import { type Bin, binsOf } from './colour-bins.ts';
import { daysOf, isOfDay, presets, readColour } from './colour-choice.ts';
import { usePictureText } from './picture-texts.ts';
import { useTreeSearch } from './tree-search.ts';

/** How the picture of a unit is coloured. */
export interface Colours {
  /** Of what; empty: nothing colours it. */
  title: string;
  bins: readonly Bin[];
  /** A unit's number; null: it has none; undefined: it was not asked for. */
  numberOf: (unit: number) => number | null | undefined;
  write: (value: number | null) => string;
  /** What opens behind a unit's number. */
  open: (code: string) => ToOpen | null;
  isWaiting: boolean;
  error: unknown;
}

export function useColours(tree: TreeAnswer, at: number): Colours {
  const { language } = useLanguage();
  const { tenant, known } = usePlace();
  const [{ colour: text = presets.women, year = tree.on.slice(0, 4) }] = useTreeSearch();
  // Whoever sees no figures sees the tree without a shade.
  const mayCount = useMay()('figures.read');
  const colour = useMemo(() => (mayCount ? readColour(text) : null), [text, mayCount]);
  const figures = useAsk(listFigures, mayCount ? {} : null).data?.figures;
  const title = useColourTitle()(text);
  const days = colour === null || figures === undefined ? null : daysOf(isOfDay(colour, figures), tree.on, year);
  const { data, error, isLoading } = useAsk(
    readTreeValues,
    colour === null || days === null
      ? null
      : {
          ...{ unit: tree.codes[at] as string, tenant, figure: colour.figure, arg: pairsOf(colour.args) },
          ...{ ...days, knownAt: known ?? undefined, levels: 2 },
        },
  );
  const values = useMemo(() => new Map(data?.values.map(({ code, value }) => [code, value])), [data]);
  const bins = useMemo(() => binsOf([...values.values()]), [values]);
  const numberOf = useCallback((unit: number) => values.get(tree.codes[unit] as string), [values, tree]);
  const decimals = data?.decimals ?? 0;
  const isPercent = data?.measure === 'percent';
  const write = useCallback(
    (value: number | null) => (value === null ? '–' : writeNumber(value, language, decimals) + (isPercent ? ' %' : '')),
    [language, decimals, isPercent],
  );
  return {
    title: colour === null ? '' : title,
    ...{ bins, numberOf, write, isWaiting: isLoading, error },
    open: (code) =>
      colour === null || days === null
        ? null
        : { open: colour.figure, args: colour.args, ofUnit: code, ofPeriod: `${days.from}..${days.to}` },
  };
}

/** What a colour is called. */
export function useColourTitle(): (text: string) => string {
  const say = usePictureText();
  const { language } = useLanguage();
  const { data } = useAsk(listFigures, useMay()('figures.read') ? {} : null);
  return (text) => {
    for (const [key, value] of Object.entries(presets)) if (value === text) return say(key as keyof typeof presets);
    const name = readColour(text)?.figure;
    if (name === undefined) return say('noColour');
    return data?.figures.find((one) => one.name === name)?.title[language] ?? name;
  };
}
