import type { ReactNode } from 'react';
import { useId } from 'react';
import { useLanguage } from '#/platform/i18n/texts.ts';
import styles from './form.module.css';
import { type Told, useForm } from './form-context.ts';
import { useFormText } from './form-texts.ts';
import type { FieldNode } from './nodes.ts';
import { keyOf, type Path, valueAt } from './values.ts';

/** A field of the form: where its value stands, and what is known of it. */
export interface FieldProps {
  node: FieldNode;
  path: Path;
}

/** What a field of the form has and says. */
export function useField({ node, path }: FieldProps) {
  const { language } = useLanguage();
  const { values, change, told, isTried } = useForm();
  const say = useFormText();
  const key = keyOf(path);
  const value = valueAt(values, path);
  const all = told(key);
  return {
    key,
    value,
    set: (next: unknown) => change(path, next),
    title: node.field.title[language],
    label: `${node.field.title[language]}${node.field.required ? '' : ` (${say('optional')})`}`,
    hint: node.field.hint?.[language],
    told: all,
    fault: all.find(({ tone }) => tone === 'wrong')?.text ?? null,
    isTried,
  };
}

interface FieldBoxProps extends FieldProps {
  /** Draws the field itself. */
  children: (field: { id: string; describedBy: string | undefined; isWrong: boolean }) => ReactNode;
}

/** A label, its field, and under it what helps and what is wrong. */
export function FieldBox({ node, path, children }: FieldBoxProps) {
  const id = useId();
  const { key, title, hint, told } = useField({ node, path });
  const say = useFormText();
  const isWrong = told.some(({ tone }) => tone === 'wrong');
  const isDescribed = told.length > 0 || hint !== undefined;
  return (
    <div className={styles.field} data-field={key}>
      <label htmlFor={id}>
        {title}
        {node.field.required ? null : <span className={styles.optional}> · {say('optional')}</span>}
      </label>
      {children({ id, describedBy: isDescribed ? `${id}-told` : undefined, isWrong })}
      <div id={`${id}-told`}>
        {hint === undefined || told.length > 0 ? null : <p className={styles.hint}>{hint}</p>}
        <ToldLines told={told} />
      </div>
    </div>
  );
}

/** What is wrong, in red; what a rule warns of, in gold; each with its instrument. */
export function ToldLines({ told }: { told: readonly Told[] }) {
  const say = useFormText();
  return told.map(({ text, rule, tone }) => (
    <p key={text} role={tone === 'wrong' ? 'alert' : 'status'} className={styles[tone]}>
      {tone === 'wrong' ? '✕' : '!'} {text}
      {rule === undefined || text.includes(rule) ? null : (
        <span className={styles.rule}>
          {say('rule')}: {rule}
        </span>
      )}
    </p>
  ));
}
