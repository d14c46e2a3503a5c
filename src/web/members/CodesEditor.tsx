import { useId, useState } from 'react';
import { foldAccents } from '#/platform/ui/written.ts';
import styles from './FilterEditor.module.css';
import { useMembersText } from './members-texts.ts';
import type { Option } from './options.ts';

interface CodesEditorProps {
  label: string;
  options: readonly Option[];
  chosen: readonly string[];
  isMany: boolean;
  choose: (codes: string[]) => void;
}

/** So many are seen at a glance; more are searched. */
const searchedFrom = 9;

/** Codes of a closed list, one or several of them. */
export function CodesEditor({ label, options, chosen, isMany, choose }: CodesEditorProps) {
  const say = useMembersText();
  const name = useId();
  const [text, setText] = useState('');
  const wanted = foldAccents(text.trim());
  const found = options.filter((option) => foldAccents(option.label).includes(wanted));
  const press = (code: string) => {
    if (!isMany) choose([code]);
    else choose(chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code]);
  };
  return (
    <>
      {options.length < searchedFrom ? null : (
        <input
          className={styles.search}
          data-autofocus
          aria-label={say('searchValues', { name: label })}
          placeholder={say('searchValuesHint')}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      )}
      <fieldset className={styles.options} aria-label={label}>
        {found.map((option, at) => (
          <label key={option.value} className={styles.option}>
            <input
              type={isMany ? 'checkbox' : 'radio'}
              name={isMany ? undefined : name}
              data-autofocus={at === 0 && options.length < searchedFrom ? true : undefined}
              checked={chosen.includes(option.value)}
              onChange={() => press(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
        {found.length === 0 ? <p className={styles.none}>{say('noValue')}</p> : null}
      </fieldset>
    </>
  );
}
