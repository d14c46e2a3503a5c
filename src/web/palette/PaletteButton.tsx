import { SearchOutlined } from '@ant-design/icons';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useHotkey } from '#/platform/ui/hotkey.ts';
import { Palette } from './Palette.tsx';
import styles from './PaletteButton.module.css';
import { usePaletteText } from './palette-texts.ts';

const Shortcuts = lazy(async () => ({ default: (await import('./Shortcuts.tsx')).Shortcuts }));

/**
 * The way to everything: `/` and Ctrl+K open it from anywhere, `?` tells the keys. The palette comes with the first download:
 * fetched on the first `/`, it would lose the letters typed meanwhile.
 */
export function PaletteButton() {
  const say = usePaletteText();
  const [open, setOpen] = useState<'palette' | 'shortcuts' | null>(null);
  useHotkey('/', () => setOpen('palette'));
  useHotkey('?', () => setOpen('shortcuts'));
  useEffect(() => onControlK(() => setOpen('palette')), []);
  const close = () => setOpen(null);
  return (
    <>
      <button type="button" className={styles.button} aria-haspopup="dialog" onClick={() => setOpen('palette')}>
        <SearchOutlined aria-hidden className={styles.sign} />
        <span className={styles.word}>{say('open')}</span>
        <kbd className={styles.key} aria-hidden>
          /
        </kbd>
        <span className="for-screen-readers">{say('hint')}</span>
      </button>
      {open === 'palette' ? <Palette close={close} /> : null}
      <Suspense>{open === 'shortcuts' ? <Shortcuts close={close} /> : null}</Suspense>
    </>
  );
}

/** Also while somebody types; not over a dialog, which the palette would come from behind of. */
function onControlK(press: () => void): () => void {
  const listen = (event: KeyboardEvent): void => {
    if (event.key !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    if (document.querySelector('dialog[open]') === null) press();
  };
  document.addEventListener('keydown', listen);
  return () => document.removeEventListener('keydown', listen);
}
