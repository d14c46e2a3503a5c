import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { PreviewRow } from '#/exchange/intake/shapes.ts';
import styles from './CellEditor.module.css';
import { useCheckText } from './check-texts.ts';
import type { Edits } from './use-edits.ts';

interface CellEditorProps {
  row: PreviewRow;
  letter: string;
  edits: Edits;
  close: () => void;
  /** What will be recorded now, where the problem does not say what stands there. */
  value?: string;
}

/** One cell, written over: what stands there (of a sensitive cell too: this is the place to see it), and the proposal. */
export function CellEditor({ row, letter, edits, close, value }: CellEditorProps) {
  const say = useCheckText();
  const field = useRef<HTMLInputElement>(null);
  const place = { sheet: row.sheet, row: row.row, column: letter };
  const problem = row.problems.find(
    ({ column, value: told, repair }) => column === letter && (told ?? repair) !== undefined,
  );
  const now = edits.of(place)?.value ?? problem?.value ?? value ?? '';
  const [text, setText] = useState(now);
  const proposal = problem?.repair?.value ?? null;
  useEffect(() => {
    const cell = field.current?.closest<HTMLElement>('[data-cell]');
    field.current?.focus();
    field.current?.select();
    return () => cell?.focus({ preventScroll: true });
  }, []);
  const save = (next: string) => {
    edits.say(place, next);
    close();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter') save(text);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.editor}>
      <input
        ref={field}
        className={styles.input}
        aria-label={say('editCell', { cell: `${letter}${row.row}` })}
        value={text}
        maxLength={32_767}
        autoComplete="off"
        spellCheck={false}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={press}
      />
      <div className={styles.actions}>
        <Button size="small" type="primary" onClick={() => save(text)}>
          {say('save')}
        </Button>
        <Button size="small" onClick={close}>
          {say('cancel')}
        </Button>
        {proposal === null || proposal === text ? null : (
          <Button size="small" onClick={() => save(proposal)}>
            {say('proposed', { value: proposal })}
          </Button>
        )}
      </div>
    </div>
  );
}
