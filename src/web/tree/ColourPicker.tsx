import { listFigures } from '#/kernel/figures/contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { PickOne } from '#/platform/ui/PickOne.tsx';
import { Select } from '#/platform/ui/Select.tsx';
import { useAsk } from '../ask.ts';
import { usePlace } from '../place.ts';
import { useMay } from '../session.ts';
import { colouring, isOfDay, noColour, presets, readColour } from './colour-choice.ts';
import styles from './Picture.module.css';
import { usePictureText } from './picture-texts.ts';
import { useTreeSearch } from './tree-search.ts';
import { useColourTitle } from './use-colours.ts';

/** Which figure the shade tells, and for a figure of a period, of which year. */
export function ColourPicker() {
  const say = usePictureText();
  const { language } = useLanguage();
  const { day } = usePlace();
  const [{ colour: text = presets.women, year = day.slice(0, 4) }, change] = useTreeSearch();
  const mayCount = useMay()('figures.read');
  const { data } = useAsk(listFigures, mayCount ? {} : null);
  const titleOf = useColourTitle();
  const figures = data?.figures ?? [];
  const colour = readColour(text);
  const years = [0, 1, 2].map((by) => String(Number(day.slice(0, 4)) - by));
  const groups = [
    {
      label: say('often'),
      picks: [...Object.values(presets), noColour].map((key) => ({ key, label: titleOf(key) })),
    },
    {
      label: say('catalogue'),
      picks: colouring(figures).map(({ name, title }) => ({ key: name, label: title[language] })),
    },
  ];
  if (!mayCount) return null;
  return (
    <>
      <div className={styles.colour}>
        <span className={styles.label} aria-hidden>
          {say('colour')}
        </span>
        <PickOne
          label={say('colour')}
          shown={titleOf(text)}
          chosen={text}
          groups={groups}
          choose={(key) => change({ colour: key === presets.women ? undefined : key })}
        />
      </div>
      {colour === null || data === undefined || isOfDay(colour, figures) ? null : (
        <Select
          label={say('year')}
          value={year}
          options={[...new Set([year, ...years])].map((value) => ({ value, label: value }))}
          choose={(value) => change({ year: value })}
        />
      )}
    </>
  );
}
