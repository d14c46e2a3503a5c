import { UserOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { labelPerson, type PersonLabel } from '#/kernel/journal/draft-contract.ts';
import { PickField } from '#/platform/ui/PickField.tsx';
import { useAsk } from '../ask.ts';
import styles from './PersonField.module.css';
import { PersonSearch } from './PersonSearch.tsx';
import { usePersonText } from './person-texts.ts';
import { useWho } from './who.ts';

interface PersonFieldProps {
  label: string;
  /** The id of who is chosen. */
  person: string | undefined;
  tenant: string | undefined;
  /** Whose cell and status of which day tell namesakes apart. */
  on: string;
  /** What is wrong with who is chosen. */
  fault?: string | null;
  choose: (person: string | undefined) => void;
}

/** Somebody of the register, found by name, code or card; birth and cell tell namesakes apart. */
export function PersonField({ label, person, tenant, on, fault, choose }: PersonFieldProps) {
  const say = usePersonText();
  const [open, setOpen] = useState(false);
  const { data } = useAsk(labelPerson, person === undefined ? null : { person, tenant, on });
  return (
    <PickField
      label={label}
      icon={<UserOutlined aria-hidden />}
      shown={person === undefined ? say('none') : <Chosen label={data} />}
      open={open}
      setOpen={setOpen}
      fault={fault}
      clear={person === undefined ? undefined : () => choose(undefined)}
    >
      <PersonSearch
        tenant={tenant}
        on={on}
        close={() => setOpen(false)}
        choose={(next) => {
          setOpen(false);
          choose(next);
        }}
      />
    </PickField>
  );
}

function Chosen({ label }: { label: PersonLabel | undefined }) {
  const who = useWho();
  if (label === undefined) return '…';
  return (
    <>
      <strong>{label.name}</strong> <span className={styles.who}>{who(label)}</span>
    </>
  );
}
