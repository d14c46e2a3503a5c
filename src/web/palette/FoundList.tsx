import type { Found, Group } from './found.ts';
import styles from './Palette.module.css';
import { usePaletteText } from './palette-texts.ts';

interface FoundListProps {
  id: string;
  found: readonly [Group, Found[]][];
  here: Found | undefined;
  choose: (found: Found) => void;
}

/** What was found, by group; the field above has the keyboard. */
export function FoundList({ id, found, here, choose }: FoundListProps) {
  const say = usePaletteText();
  if (found.length === 0) return null;
  const all = found.flatMap(([, members]) => members);
  return (
    <div id={id} role="listbox" aria-label={say('results')} className={styles.results}>
      {found.map(([group, members]) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options, no fields
        <div key={group} role="group" aria-labelledby={`${id}-of-${group}`}>
          <div id={`${id}-of-${group}`} className={styles.group} role="presentation">
            {say(group)}
          </div>
          {members.map((one) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keyboard
            <div
              key={one.key}
              id={optionId(id, all, one)}
              role="option"
              tabIndex={-1}
              aria-selected={one === here}
              className={styles.found}
              ref={(item) => {
                if (one === here) item?.scrollIntoView({ block: 'nearest' });
              }}
              onClick={() => choose(one)}
            >
              <span className={styles.title}>{one.title}</span>
              {one.detail === undefined ? null : <span className={styles.detail}>{one.detail}</span>}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

/** What the field calls the option that it stands on. */
export function optionId(id: string, all: readonly Found[], one: Found): string {
  return `${id}-${all.indexOf(one)}`;
}
