import { Choices } from '#/platform/ui/Choices.tsx';
import { PersonField } from '../../people/PersonField.tsx';
import { useMay } from '../../session.ts';
import { UnitField } from '../../units/UnitField.tsx';
import { type FieldProps, ToldLines, useField } from './FieldBox.tsx';
import styles from './form.module.css';
import { useForm } from './form-context.ts';
import { useFormText } from './form-texts.ts';

/** A unit of the register, by its code; where somebody goes may lie beyond one's own place. */
export function UnitInput(props: FieldProps) {
  const say = useFormText();
  const { tenant, kind } = useForm();
  const may = useMay();
  const { key, value, set, label, told } = useField(props);
  const isBeyond = kind !== undefined && props.node.field.beyond === true && may('acts.propose');
  return (
    <div className={styles.field} data-field={key}>
      <UnitField
        label={label}
        none={say('noUnit')}
        code={typeof value === 'string' ? value : undefined}
        tenant={tenant}
        beyond={isBeyond ? { kind, tenant: tenant ?? undefined } : undefined}
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
