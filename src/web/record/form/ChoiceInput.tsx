import { Checkbox } from 'antd';
import { useId } from 'react';
import { listFigures } from '#/kernel/figures/contract.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Choices } from '#/platform/ui/Choices.tsx';
import { PickOne } from '#/platform/ui/PickOne.tsx';
import { useAsk } from '../../ask.ts';
import { FieldBox, type FieldProps, ToldLines, useField } from './FieldBox.tsx';
import styles from './form.module.css';
import { useFormText } from './form-texts.ts';

/** One of a closed list: words side by side while they are few, else the machine's own list. */
export function ChoiceInput(props: FieldProps) {
  const { node } = props;
  const { language } = useLanguage();
  const say = useFormText();
  const { value, set } = useField(props);
  const { values = [], labels = {}, required } = node.field;
  const options = values.map((one) => ({ value: String(one), label: labels[String(one)]?.[language] ?? String(one) }));
  const choose = (text: string) => set(values.find((one) => String(one) === text));
  const isShort = options.length <= 4 && options.reduce((sum, { label }) => sum + label.length, 0) < 48;
  if (isShort) return <Side {...props} options={options} chosen={String(value ?? '')} choose={choose} />;
  return (
    <FieldBox {...props}>
      {({ id, describedBy, isWrong }) => (
        <select
          id={id}
          className={styles.select}
          value={String(value ?? '')}
          aria-invalid={isWrong}
          aria-required={required}
          aria-describedby={describedBy}
          onChange={({ target }) => choose(target.value)}
        >
          <option value="">{say('none')}</option>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldBox>
  );
}

/** Yes or no; where it may be left out, that too. */
export function YesNoInput(props: FieldProps) {
  const say = useFormText();
  const { value, set } = useField(props);
  const options = [
    { value: 'true', label: say('yes') },
    { value: 'false', label: say('no') },
  ];
  const chosen = value ?? props.node.field.default;
  return (
    <Side
      {...props}
      options={options}
      chosen={chosen === undefined ? '' : String(chosen)}
      choose={(text) => set(text === '' ? undefined : text === 'true')}
    />
  );
}

interface SideProps extends FieldProps {
  options: readonly { value: string; label: string }[];
  chosen: string;
  choose: (value: string) => void;
}

function Side({ options, chosen, choose, ...props }: SideProps) {
  const id = useId();
  const say = useFormText();
  const { key, title, told, hint } = useField(props);
  const mayBeLeft = !props.node.field.required;
  return (
    <div className={styles.field} data-field={key}>
      <span id={id} className={styles.label}>
        {title}
        {mayBeLeft ? <span className={styles.optional}> · {say('optional')}</span> : null}
      </span>
      <Choices
        labelledBy={id}
        value={chosen}
        choices={mayBeLeft ? [{ value: '', label: say('none') }, ...options] : options}
        choose={choose}
      />
      {hint === undefined ? null : <p className={styles.hint}>{hint}</p>}
      <ToldLines told={told} />
    </div>
  );
}

/** Several of a closed list. */
export function ManyChoicesInput(props: FieldProps) {
  const { language } = useLanguage();
  const { key, value, set, title, told } = useField(props);
  const { values = [], labels = {} } = props.node.field;
  const chosen = Array.isArray(value) ? value : [];
  return (
    <fieldset className={styles.many} data-field={key}>
      <legend className={styles.label}>{title}</legend>
      {values.map((one) => (
        <Checkbox
          key={one}
          checked={chosen.includes(one)}
          onChange={({ target }) => {
            const next = values.filter((other) => (other === one ? target.checked : chosen.includes(other)));
            set(next.length === 0 ? undefined : next);
          }}
        >
          {labels[String(one)]?.[language] ?? one}
        </Checkbox>
      ))}
      <ToldLines told={told} />
    </fieldset>
  );
}

/** A figure of the catalogue, found by typing. */
export function FigureInput(props: FieldProps) {
  const say = useFormText();
  const { language } = useLanguage();
  const { key, value, set, title, told } = useField(props);
  const { data } = useAsk(listFigures, {});
  const picks = (data?.figures ?? []).map((figure) => ({ key: figure.name, label: figure.title[language] }));
  const shown = picks.find((pick) => pick.key === value)?.label ?? say('figure');
  return (
    <div className={styles.field} data-field={key}>
      <span className={styles.label}>{title}</span>
      <PickOne
        label={title}
        shown={shown}
        chosen={typeof value === 'string' ? value : null}
        isEmpty={value === undefined}
        groups={[{ label: say('figures'), picks }]}
        choose={set}
      />
      <ToldLines told={told} />
    </div>
  );
}
