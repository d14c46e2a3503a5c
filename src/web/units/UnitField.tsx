import { ApartmentOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { readUnit, searchDestinations } from '#/domain/units/unit-contract.ts';
import type { NewUnitPlan } from '#/exchange/tables/plan.ts';
import { PickField } from '#/platform/ui/PickField.tsx';
import { useAsk } from '../ask.ts';
import { usePlace } from '../place.ts';
import styles from './UnitField.module.css';
import { type Beyond, DestinationSearch, UnitSearch } from './UnitSearch.tsx';
import { UnitTree } from './UnitTree.tsx';
import { useUnitText } from './unit-texts.ts';

interface UnitFieldProps {
  label: string;
  none: string;
  code: string | undefined;
  tenant: string | null;
  /** Those that the import sets up can be chosen too. */
  newUnits?: readonly NewUnitPlan[];
  /** Cells elsewhere can be chosen too, found by typing. */
  beyond?: Beyond;
  /** above: where there is little room below. */
  placement?: 'above' | 'below';
  /** What is wrong with what is chosen. */
  fault?: string | null;
  choose: (code: string | undefined) => void;
}

/** One unit: of the register, found in its tree or by typing, or one that this import sets up. */
export function UnitField({
  label,
  none,
  code,
  tenant,
  newUnits = [],
  beyond,
  placement,
  fault,
  choose,
}: UnitFieldProps) {
  const [open, setOpen] = useState(false);
  const fresh = newUnits.find((unit) => unit.code === code);
  const name = useName(fresh === undefined ? code : undefined, tenant, beyond);
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
        beyond={beyond}
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
  beyond: Beyond | undefined;
  hasRegister: boolean;
  chosen: string | null;
  choose: (code: string) => void;
  close: () => void;
}

function Chooser({ newUnits, beyond, hasRegister, chosen, choose, close }: ChooserProps) {
  const say = useUnitText();
  const { on } = usePlace();
  const [text, setText] = useState('');
  const searched = { text, setText, close, choose: ({ code }: { code: string }) => choose(code) };
  return (
    <>
      {hasRegister ? (
        beyond === undefined ? (
          <UnitSearch {...searched} />
        ) : (
          <DestinationSearch {...searched} {...beyond} />
        )
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
              {beyond === undefined ? null : <p className={styles.beyond}>{say('beyond')}</p>}
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
function useName(code: string | undefined, tenant: string | null, beyond: Beyond | undefined): string | undefined {
  const { on } = usePlace();
  const isAsked = code !== undefined && tenant !== null;
  const far = useAsk(
    searchDestinations,
    isAsked && beyond !== undefined && code.length > 1 ? { ...beyond, q: code, on } : null,
  ).data?.units;
  const farName = far?.find((unit) => unit.code === code)?.name;
  const isNear = isAsked && farName === undefined && (beyond === undefined || far !== undefined);
  const { data } = useAsk(readUnit, isNear ? { code, tenant, on } : null);
  return isAsked ? (farName ?? data?.name) : undefined;
}
