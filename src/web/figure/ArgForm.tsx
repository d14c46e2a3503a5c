import { useNavigate } from '@tanstack/react-router';
import type { FigureArgument, FigureDescription } from '#/kernel/figures/contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Select } from '#/platform/ui/Select.tsx';
import { TypedField } from '#/platform/ui/TypedField.tsx';
import { pairsOf } from '../opened.ts';
import styles from './ArgForm.module.css';
import { useArgText } from './arg-texts.ts';
import { useFigureText } from './figure-texts.ts';
import type { OpenedQuestion } from './question.ts';

interface ArgFormProps {
  described: FigureDescription;
  figures: readonly FigureDescription[];
  question: OpenedQuestion;
}

/** What the figure can be narrowed to: a sex, a level, a kind of unit … Each choice asks anew and stands in the address. */
export function ArgForm({ described, figures, question }: ArgFormProps) {
  const say = useFigureText();
  const navigate = useNavigate();
  const given = argsOf(question.arg);
  const isMissing = described.args.some(({ name, required }) => required && given[name] === undefined);
  const set = (name: string, value: string) => {
    const { [name]: _before, ...others } = given;
    const args = value === '' ? others : { ...others, [name]: value };
    void navigate({ to: '.', search: (before: object) => ({ ...before, arg: pairsOf(args) }), replace: true } as never);
  };
  if (described.args.length === 0) return null;
  return (
    <details className={`${styles.form} not-printed`} open={isMissing ? true : undefined}>
      <summary>{say('args')}</summary>
      <div className={styles.fields}>
        {described.args.map((argument) => (
          <ArgField
            key={argument.name}
            argument={argument}
            figures={figures}
            value={given[argument.name] ?? ''}
            set={(value) => set(argument.name, value)}
          />
        ))}
      </div>
    </details>
  );
}

interface ArgFieldProps {
  argument: FigureArgument;
  figures: readonly FigureDescription[];
  value: string;
  set: (value: string) => void;
}

/** One argument of a figure: a choice where its values are a closed list. */
export function ArgField({ argument, figures, value, set }: ArgFieldProps) {
  const say = useFigureText();
  const named = useArgText();
  const { language } = useLanguage();
  const { name, values, labels, required } = argument;
  const label = capital(named.name(name));
  const none = { value: '', label: say(required ? 'choose' : 'all') };
  // These two name another figure of the catalogue.
  const options =
    name === 'of' || name === 'among'
      ? figures.map((figure) => ({ value: figure.name, label: figure.title[language] }))
      : values?.map((one) => ({ value: one, label: labels?.[one]?.[language] ?? named.value(one) }));
  if (options === undefined) return <TypedField label={label} value={value} use={set} />;
  return <Select label={label} value={value} options={[none, ...options]} choose={set} />;
}

/** `key=value` pairs by key. */
export function argsOf(pairs: readonly string[] = []): Record<string, string> {
  return Object.fromEntries(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
