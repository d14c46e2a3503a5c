import { ApartmentOutlined, DownOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { readUnit } from '#/domain/units/unit-contract.ts';
import { useHotkey } from '#/platform/ui/hotkey.ts';
import { Popup } from '#/platform/ui/Popup.tsx';
import { useAsk } from '../ask.ts';
import { useGoTo, usePlace } from '../place.ts';
import styles from './UnitPicker.module.css';
import { UnitSearch } from './UnitSearch.tsx';
import { UnitTree } from './UnitTree.tsx';
import { useUnitText } from './unit-texts.ts';

/** What a choice says: a code, and the register that it is looked up in. */
export interface ChosenUnit {
  code: string;
  tenant: string;
}

/** Where in the tree the page is, and the way to anywhere else: by walking the tree or by searching. `u` opens it. */
export function UnitPicker() {
  const say = useUnitText();
  const { unit, tenant, on } = usePlace();
  const goTo = useGoTo();
  const [open, setOpen] = useState(false);
  const shown = useAsk(readUnit, unit === null ? null : { code: unit, tenant, on });
  useHotkey('u', () => setOpen(true));
  const name = shown.data?.name ?? unit ?? '…';
  const choose = ({ code, tenant: register }: ChosenUnit) => {
    goTo({
      unit: code,
      tenant: register,
      open: undefined,
      arg: undefined,
      ofUnit: undefined,
      ofPeriod: undefined,
    } as never);
    setOpen(false);
  };
  return (
    <Popup
      open={open}
      setOpen={setOpen}
      size="large"
      label={say('choose')}
      hint={say('hint')}
      className={styles.button}
      button={
        <>
          <ApartmentOutlined aria-hidden className={styles.icon} />
          <span className={styles.where}>
            <span className={styles.above}>{above(shown.data?.path) || say('unit')}</span>
            <span className={styles.name} title={name}>
              {name}
            </span>
          </span>
          <DownOutlined aria-hidden className={styles.down} />
        </>
      }
    >
      <Chooser choose={choose} close={() => setOpen(false)} />
    </Popup>
  );
}

function Chooser({ choose, close }: { choose: (unit: ChosenUnit) => void; close: () => void }) {
  const { unit, tenant, on } = usePlace();
  const { data, isPending } = useAsk(readUnit, unit === null ? null : { code: unit, tenant, on });
  const along = (data?.path ?? []).map(({ code }) => code);
  const [text, setText] = useState('');
  return (
    <>
      <UnitSearch text={text} setText={setText} choose={choose} close={close} />
      {text.trim() === '' ? (
        <div className={styles.body}>
          {isPending && unit !== null ? null : <UnitTree on={on} along={along} chosen={unit} choose={choose} />}
        </div>
      ) : null}
    </>
  );
}

function above(path: readonly { name: string }[] | undefined): string {
  return (path ?? []).map(({ name }) => name).join(' › ');
}
