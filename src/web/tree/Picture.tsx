import { useMemo } from 'react';
import type { TreeAnswer } from '#/domain/units/tree-contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Chart } from '#/platform/ui/Chart.tsx';
import { Choices } from '#/platform/ui/Choices.tsx';
import { useNarrow } from '#/platform/ui/narrow.ts';
import { writeNumber } from '#/platform/ui/written.ts';
import { ColourPicker } from './ColourPicker.tsx';
import { strengthOf } from './colour-bins.ts';
import { Legend } from './Legend.tsx';
import styles from './Picture.module.css';
import { PictureTable } from './PictureTable.tsx';
import { pictureOption } from './picture-option.ts';
import { usePictureText } from './picture-texts.ts';
import { pathTo } from './tree-model.ts';
import { useTreeSearch } from './tree-search.ts';
import { type Colours, useColours } from './use-colours.ts';
import { useOpenUnit } from './use-open-unit.ts';

/** What is under a unit as a picture: area is members, shade a figure; a press walks down, the way back stands above. */
export function Picture({ tree }: { tree: TreeAnswer }) {
  const say = usePictureText();
  const [{ at: code, shape }, change] = useTreeSearch();
  const found = code === undefined ? 0 : tree.codes.indexOf(code);
  const at = Math.max(0, found);
  const colours = useColours(tree, at);
  const isTreemap = shape === 'treemap';
  const walk = (unit: number) => change({ at: unit === 0 ? undefined : tree.codes[unit] }, { push: true });
  return (
    <section className={styles.part} aria-label={say('picture')}>
      <div className={styles.tools}>
        <Choices
          label={say('shape')}
          value={isTreemap ? 'treemap' : 'sunburst'}
          choices={[
            { value: 'sunburst', label: say('sunburst') },
            { value: 'treemap', label: say('treemap') },
          ]}
          choose={(value) => change({ shape: value === 'treemap' ? value : undefined })}
        />
        <ColourPicker />
      </div>
      <Way tree={tree} at={at} walk={walk} />
      <Drawing tree={tree} at={at} isTreemap={isTreemap} colours={colours} walk={walk} />
      <Legend colours={colours} />
      <PictureTable tree={tree} at={at} colours={colours} walk={walk} />
    </section>
  );
}

interface WayProps {
  tree: TreeAnswer;
  at: number;
  walk: (unit: number) => void;
}

/** From the page's unit down to the one that is drawn; each leads back to itself. */
function Way({ tree, at, walk }: WayProps) {
  const say = usePictureText();
  const path = pathTo(tree, at);
  return (
    <nav aria-label={say('way')} className={styles.way}>
      <ol>
        {path.map((unit) => (
          <li key={tree.keys[unit]}>
            {unit === at ? (
              <span aria-current="true">{tree.names[unit]}</span>
            ) : (
              <button type="button" className={styles.step} onClick={() => walk(unit)}>
                {tree.names[unit]}
              </button>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Drawing({ tree, at, isTreemap, colours, walk }: WayProps & { isTreemap: boolean; colours: Colours }) {
  const say = usePictureText();
  const { language } = useLanguage();
  const isNarrow = useNarrow();
  const openUnit = useOpenUnit();
  const { bins, numberOf, title, write } = colours;
  const option = useMemo(
    () =>
      pictureOption({
        tree,
        at,
        isTreemap,
        strength: (unit) => strengthOf(bins, numberOf(unit)),
        say: (unit) => {
          const lines = [tree.names[unit], say('membersAre', { count: writeNumber(tree.members[unit], language) })];
          const value = numberOf(unit);
          if (value !== undefined) lines.push(`${title}: ${write(value)}`);
          return lines.join('\n');
        },
      }),
    [tree, at, isTreemap, bins, numberOf, title, write, say, language],
  );
  if ((tree.children[at] as number) === 0) return <p className={styles.none}>{say('nothingUnder')}</p>;
  const label = say(isTreemap ? 'treemapOf' : 'sunburstOf', {
    name: tree.names[at] ?? '',
    title: title || say('noColour'),
  });
  return (
    <Chart
      label={label}
      option={option}
      height={isNarrow ? 340 : 430}
      table={null}
      onPick={({ data }) => {
        const unit = (data as { unit?: number } | null)?.unit;
        if (unit === undefined) return;
        if ((tree.children[unit] as number) > 0) walk(unit);
        else openUnit(tree.codes[unit] as string);
      }}
    />
  );
}
