import { useLanguage } from '#/platform/i18n/texts.ts';
import type { RowState } from './judged.ts';
import styles from './ListTable.module.css';
import { useManyText } from './many-texts.ts';
import type { SubjectKind } from './rows.ts';

const signs = { good: '✓', waiting: '…', wrong: '✕', warned: '!', choose: '?', unmatched: '✕', twice: '✕' } as const;

/** How it stands with a row, by sign and word; what is wrong, and by which instrument. */
export function Problems({ state, subject }: { state: RowState | undefined; subject: SubjectKind }) {
  const say = useManyText();
  const { language } = useLanguage();
  if (state === undefined) return null;
  const word = {
    good: say('good'),
    warned: say('good'),
    waiting: say('waiting'),
    unmatched: say('unmatched'),
    twice: say(`${subject}.twice`),
    choose: say('chooseWhich'),
    wrong: '',
  }[state.state];
  return (
    <div className={styles.problems}>
      <span data-sign={state.state}>
        {signs[state.state]} {word}
      </span>
      {state.unread.map((text) => (
        <p key={text}>{say('notReadable', { text })}</p>
      ))}
      {state.problems.map(({ code, field, message, rule }) => (
        <p key={`${code} ${field ?? ''}`}>
          {message[language]}
          {rule === undefined || message[language].includes(rule) ? '' : ` (${rule})`}
        </p>
      ))}
    </div>
  );
}
