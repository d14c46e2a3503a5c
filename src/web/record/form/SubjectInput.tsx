import { Choices } from '#/platform/ui/Choices.tsx';
import { PersonField } from '../../people/PersonField.tsx';
import { UnitField } from '../../units/UnitField.tsx';
import { type FieldProps, ToldLines, useField } from './FieldBox.tsx';
import styles from './form.module.css';
import { useForm } from './form-context.ts';
import { useFormText } from './form-texts.ts';

/** A unit of the register, by its code. */
export function UnitInput(props: FieldProps) {
  const say = useFormText();
  const { tenant } = useForm();
  const { key, value, set, label, told } = useField(props);
  return (
    <div className={styles.field} data-field={key}>
      <UnitField
        label={label}
        none={say('noUnit')}
        code={typeof value === 'string' ? value : undefined}
        tenant={tenant}
        choose={set}
      />
      <ToldLines told={told} />
    </div>
  );
}

/** A person of the register, by id. */
export function PersonInput(props: FieldProps) {
  const { tenant, on } = useForm();
  const { key, value, set, label, told } = useField(props);
  return (
    <div className={styles.field} data-field={key}>
      <PersonField
        label={label}
        person={typeof value === 'string' ? value : undefined}
        tenant={tenant ?? undefined}
        on={on}
        choose={set}
      />
      <ToldLines told={told} />
    </div>
  );
}

/** Whether the act is about somebody in the register or brings somebody in. */
export function KnownOrFresh(props: FieldProps) {
  const say = useFormText();
  const { value, set, title } = useField(props);
  return (
    <Choices
      label={title}
      value={typeof value === 'object' ? 'fresh' : 'known'}
      choices={[
        { value: 'known', label: say('known') },
        { value: 'fresh', label: say('fresh') },
      ]}
      choose={(which) => set(which === 'fresh' ? {} : undefined)}
    />
  );
}
