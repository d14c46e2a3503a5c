import { Button, Input } from 'antd';
import { useState } from 'react';
import { kindLabels, unitKinds } from '#/domain/units/contract.ts';
import type { NewUnitPlan, TablePlan } from '#/exchange/tables/plan.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { PickOne } from '#/platform/ui/PickOne.tsx';
import { writeNumber } from '#/platform/ui/written.ts';
import styles from './NewUnits.module.css';
import { changeUnit, dropUnit } from './plan-edits.ts';
import { useReadText } from './read-texts.ts';

interface NewUnitsProps {
  plan: TablePlan;
  change: (edit: (before: TablePlan) => TablePlan) => void;
}

/** A list of cells from a province has thousands: so many are drawn at first. */
const shownAtFirst = 50;

/** Units that the file names and the register does not have: their codes, names and kinds, to be looked over. */
export function NewUnits({ plan, change }: NewUnitsProps) {
  const say = useReadText();
  const { language } = useLanguage();
  const [most, setMost] = useState(shownAtFirst);
  const { newUnits } = plan;
  const title = say('newUnits', { count: writeNumber(newUnits.length, language) });
  return (
    <div className={styles.box}>
      <h3>{title}</h3>
      <p className={styles.soft}>{say('newUnitsWhat')}</p>
      <table className={styles.units} aria-label={title}>
        <thead>
          <tr>
            <th scope="col" className={styles.code}>
              {say('code')}
            </th>
            <th scope="col">{say('name')}</th>
            <th scope="col" className={styles.kind}>
              {say('kind')}
            </th>
            <th scope="col" className={styles.parent}>
              {say('parent')}
            </th>
            <th scope="col" className={styles.drop}>
              <span className="for-screen-readers">{say('drop')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {newUnits.slice(0, most).map((unit, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the code, the only other key, is what is being typed
            <Unit key={at} unit={unit} at={at} change={change} />
          ))}
        </tbody>
      </table>
      {newUnits.length > most ? (
        <Button onClick={() => setMost(most + 200)}>{`+ ${writeNumber(newUnits.length - most, language)}`}</Button>
      ) : null}
    </div>
  );
}

interface UnitProps {
  unit: NewUnitPlan;
  at: number;
  change: NewUnitsProps['change'];
}

function Unit({ unit, at, change }: UnitProps) {
  const say = useReadText();
  const { language } = useLanguage();
  const { code, name, kind, parent } = unit;
  // An empty code or name is no plan: it is kept here until something is typed.
  const [typed, setTyped] = useState<{ code?: string; name?: string }>({});
  const put = (edit: { code?: string; name?: string }) => {
    setTyped({ ...typed, ...edit });
    const told = Object.fromEntries(Object.entries(edit).filter(([, value]) => value.trim() !== ''));
    if (Object.keys(told).length > 0) change((plan) => changeUnit(plan, at, told));
  };
  const codeTyped = typed.code ?? code;
  const nameTyped = typed.name ?? name;
  return (
    <tr>
      <td className={styles.code}>
        <Input
          aria-label={say('codeOf', { name })}
          value={codeTyped}
          status={codeTyped.trim() === '' ? 'error' : undefined}
          maxLength={100}
          onChange={({ target }) => put({ code: target.value })}
          onBlur={() => setTyped({})}
        />
      </td>
      <td>
        <Input
          aria-label={say('nameOf', { code })}
          value={nameTyped}
          status={nameTyped.trim() === '' ? 'error' : undefined}
          maxLength={500}
          onChange={({ target }) => put({ name: target.value })}
          onBlur={() => setTyped({})}
        />
      </td>
      <td className={styles.kind}>
        <PickOne
          label={say('kindOf', { name })}
          shown={kindLabels[kind][language]}
          chosen={kind}
          align="end"
          groups={[{ label: say('kind'), picks: unitKinds.map((key) => ({ key, label: kindLabels[key][language] })) }]}
          choose={(next) => change((plan) => changeUnit(plan, at, { kind: next as NewUnitPlan['kind'] }))}
        />
      </td>
      <td className={styles.parent}>{parent}</td>
      <td className={styles.drop}>
        <Button
          size="small"
          aria-label={say('dropUnit', { name })}
          onClick={() => change((plan) => dropUnit(plan, at))}
        >
          {say('drop')}
        </Button>
      </td>
    </tr>
  );
}
