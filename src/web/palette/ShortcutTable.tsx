import { usePaletteText } from './palette-texts.ts';
import styles from './Shortcuts.module.css';

const shortcuts = [
  ['/ · Ctrl+K', 'k.palette'],
  ['u', 'k.unit'],
  ['?', 'k.shortcuts'],
  ['Tab', 'k.skip'],
  ['← ↑ → ↓', 'k.arrows'],
  ['Enter', 'k.enter'],
  ['Esc', 'k.esc'],
] as const;

/** Every key that does something, and what. */
export function ShortcutTable() {
  const say = usePaletteText();
  return (
    <table className={styles.table} aria-label={say('shortcuts')}>
      <thead>
        <tr>
          <th scope="col">{say('key')}</th>
          <th scope="col">{say('does')}</th>
        </tr>
      </thead>
      <tbody>
        {shortcuts.map(([key, does]) => (
          <tr key={key}>
            <th scope="row">
              <kbd>{key}</kbd>
            </th>
            <td>{say(does)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
