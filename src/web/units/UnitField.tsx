import { ApartmentOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { readUnit } from '#/domain/units/unit-contract.ts';
import type { NewUnitPlan } from '#/exchange/tables/plan.ts';
import { PickField } from '#/platform/ui/PickField.tsx';
import { useAsk } from '../ask.ts';
import { usePlace } from '../place.ts';
import styles from './UnitField.module.css';
import { UnitSearch } from './UnitSearch.tsx';
import { UnitTree } from './UnitTree.tsx';
import { useUnitText } from './unit-texts.ts';

interface UnitFieldProps {
  label: string;
  none: string;
  code: string | undefined;
  tenant: string | null;
  /** Those that the import sets up can be chosen too. */
  newUnits?: readonly NewUnitPlan[];
  /** above: where there is little room below. */
  placement?: 'above' | 'below';
  /** What is wrong with what is chosen. */
  fault?: string | null;
  choose: (code: string | undefined) => void;
}

/** One unit: of the register, found in its tree or by typing, or one that this import sets up. */
export function UnitField({ label, none, code, tenant, newUnits = [], placement, fault, choose }: UnitFieldProps) {
  const [open, setOpen] = useState(false);
  const fresh = newUnits.find((unit) => unit.code === code);
  const name = useName(fresh === undefined ? code : undefined, tenant);
  const shown = code === undefined ? none : `${fresh?.name ?? name ?? ''} (${code})`.trim();
  const pick = (next: string) => {
    setOpen(false);
    choose(next);
  };
  return (
    <PickField
      label={label}
      icon={<ApartmentOutlined aria-hidden />}
      shown={shown}
      open={open}
      setOpen={setOpen}
      placement={placement}
      fault={fault}
      clear={code === undefined ? undefined : () => choose(undefined)}
    >
      <Chooser
        newUnits={newUnits}
        hasRegister={tenant !== null}
        chosen={code ?? null}
        choose={pick}
        close={() => setOpen(false)}
      />
    </PickField>
  );
}

interface ChooserProps {
  newUnits: readonly NewUnitPlan[];
  hasRegister: boolean;
  chosen: string | null;
  choose: (code: string) => void;
  close: () => void;
}

function Chooser({ newUnits, hasRegister, chosen, choose, close }: ChooserProps) {
  const say = useUnitText();
  const { on } = usePlace();
  const [text, setText] = useState('');
  return (
    <>
      {hasRegister ? (
        <UnitSearch text={text} setText={setText} choose={({ code }) => choose(code)} close={close} />
      ) : null}
      {text.trim() === '' ? (
        <div className={styles.body}>
          {newUnits.length === 0 ? null : (
            <>
              <h3 className={styles.group}>{say('inFile')}</h3>
              <ul className={styles.units}>
                {newUnits.map((unit, at) => (
                  <li key={unit.code}>
                    <button
                      type="button"
                      className={styles.unit}
                      data-autofocus={hasRegister || at > 0 ? undefined : true}
                      aria-pressed={unit.code === chosen}
                      onClick={() => choose(unit.code)}
                    >
                      {unit.name} <span className={styles.code}>{unit.code}</span>
                    </button>
                  </li>
                ))}
              </ul>
            </>
          )}
          {hasRegister ? (
            <>
              <h3 className={styles.group}>{say('inRegister')}</h3>
              <UnitTree on={on} chosen={chosen} choose={({ code }) => choose(code)} />
            </>
          ) : null}
        </div>
      ) : null}
    </>
  );
}

/** What a unit of the register is called on the day of the page. */
function useName(code: string | undefined, tenant: string | null): string | undefined {
  const { on } = usePlace();
  const isAsked = code !== undefined && tenant !== null;
  const { data } = useAsk(readUnit, isAsked ? { code, tenant, on } : null);
  return isAsked ? data?.name : undefined;
}
