import { DownOutlined, UserOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { labelPerson, type PersonLabel } from '#/kernel/journal/draft-contract.ts';
import { Popup } from '#/platform/ui/Popup.tsx';
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
export function PersonField({ label, person, tenant, on, fault = null, choose }: PersonFieldProps) {
  const say = usePersonText();
  const id = useId();
  const [open, setOpen] = useState(false);
  const { data } = useAsk(labelPerson, person === undefined ? null : { person, tenant, on });
  return (
    <div className={styles.field}>
      <span id={id} className={styles.label}>
        {label}
      </span>
      <div className={styles.line}>
        <Popup
          open={open}
          setOpen={setOpen}
          size="large"
          label={label}
          hint={`, ${label}`}
          className={styles.button}
          button={
            <>
              <UserOutlined aria-hidden />
              <span className={styles.shown}>{person === undefined ? say('none') : <Chosen label={data} />}</span>
              <DownOutlined aria-hidden className={styles.down} />
            </>
          }
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
        </Popup>
        {person === undefined ? null : (
          <Button size="small" onClick={() => choose(undefined)}>
            {say('clear')}
          </Button>
        )}
      </div>
      {fault === null ? null : (
        <span role="alert" className={styles.fault}>
          {fault}
        </span>
      )}
    </div>
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
