import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { kindLabels, typeLabels, unitKinds, unitTypes } from '#/domain/units/contract.ts';
import type { TablePlan } from '#/exchange/tables/plan.ts';
import { useLanguage } from '#/platform/i18n/texts.ts';
import { Field } from '#/platform/ui/Field.tsx';
import { PickOne } from '#/platform/ui/PickOne.tsx';
import { writeDay } from '#/platform/ui/written.ts';
import { readTypedDay } from '../../period/read-moment.ts';
import { UnitField } from '../../units/UnitField.tsx';
import { NewUnits } from './NewUnits.tsx';
import { changeSuperior } from './plan-edits.ts';
import { useReadText } from './read-texts.ts';
import styles from './WholeFile.module.css';

interface WholeFileProps {
  plan: TablePlan;
  tenant: string | null;
  change: (edit: (before: TablePlan) => TablePlan) => void;
}

/** Where the page is gone to for what holds for all sheets. */
export const wholeFile = 'import-whole-file';

/** What holds for all sheets: the opening day, where new cells go, and which units are new. */
export function WholeFile({ plan, tenant, change }: WholeFileProps) {
  const say = useReadText();
  return (
    <section id={wholeFile} tabIndex={-1} className={styles.whole} aria-labelledby="whole-file-title">
      <h2 id="whole-file-title">{say('whole')}</h2>
      <div className={styles.two}>
        <Opening plan={plan} change={change} />
        <Superior plan={plan} tenant={tenant} change={change} />
      </div>
      {plan.newUnits.length === 0 ? null : <NewUnits plan={plan} change={change} />}
    </section>
  );
}

function Opening({ plan, change }: Omit<WholeFileProps, 'tenant'>) {
  const say = useReadText();
  const [text, setText] = useState(plan.opening === undefined ? '' : writeDay(plan.opening));
  const put = (typed: string) => {
    setText(typed);
    const opening = readTypedDay(typed);
    if (opening !== null && opening <= today()) change((before) => ({ ...before, opening }));
    else if (typed.trim() === '') change(({ opening: _none, ...before }) => before);
  };
  const day = readTypedDay(text);
  const isFault = text.trim() !== '' && (day === null || day > today());
  return (
    <div className={styles.one}>
      <div className={styles.day}>
        <Field
          label={say('opening')}
          hint="dd/mm/yyyy"
          value={text}
          change={put}
          fault={isFault ? say('notADay') : null}
        />
      </div>
      <p className={styles.soft}>{say('openingWhat')}</p>
    </div>
  );
}

/** In Viet Nam. */
function today(): string {
  return new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
}

/** In an empty installation the superior is new, and the head of the register; otherwise it is one that the register has. */
function Superior({ plan, tenant, change }: WholeFileProps) {
  const say = useReadText();
  const { superior } = plan;
  const isNew = superior !== undefined && 'name' in superior;
  const put = (next: TablePlan['superior']) => change((before) => changeSuperior(before, next));
  return (
    <div className={styles.one}>
      <h3>{say('superior')}</h3>
      <p className={styles.soft}>{say(isNew ? 'superiorNew' : 'superiorWhat')}</p>
      {isNew ? <NewSuperior superior={superior} put={put} /> : null}
      {tenant === null && !isNew ? (
        <Button onClick={() => put({ code: 'DB', name: 'Đảng bộ', kind: 'grassroots-body' })}>
          {say('superiorMake')}
        </Button>
      ) : null}
      {tenant !== null && isNew ? <Button onClick={() => put(undefined)}>{say('superiorThere')}</Button> : null}
      {tenant !== null && !isNew ? (
        <UnitField
          label={say('superiorThere')}
          none={say('superiorNone')}
          code={superior?.code}
          tenant={tenant}
          placement="above"
          choose={(code) => put(code === undefined ? undefined : { code })}
        />
      ) : null}
    </div>
  );
}

type NewRoot = Extract<NonNullable<TablePlan['superior']>, { name: string }>;

function NewSuperior({ superior, put }: { superior: NewRoot; put: (superior: NewRoot) => void }) {
  const say = useReadText();
  const { language } = useLanguage();
  const { type: _type, ...bare } = superior;
  const typeWord = superior.type === undefined ? say('noType') : typeLabels[superior.type][language];
  return (
    <div className={styles.root}>
      <Told label={say('code')} value={superior.code} put={(code) => put({ ...superior, code })} />
      <Told label={say('name')} value={superior.name} put={(name) => put({ ...superior, name })} />
      <Labelled label={say('kind')}>
        <PickOne
          label={say('kind')}
          shown={kindLabels[superior.kind][language]}
          chosen={superior.kind}
          groups={[{ label: say('kind'), picks: unitKinds.map((key) => ({ key, label: kindLabels[key][language] })) }]}
          choose={(kind) => put({ ...superior, kind: kind as NewRoot['kind'] })}
        />
      </Labelled>
      <Labelled label={say('type')}>
        <PickOne
          label={say('type')}
          shown={typeWord}
          chosen={superior.type ?? ''}
          align="end"
          groups={[
            {
              label: say('type'),
              picks: [
                { key: '', label: say('noType') },
                ...unitTypes.map((key) => ({ key, label: typeLabels[key][language] })),
              ],
            },
          ]}
          choose={(type) => put(type === '' ? bare : { ...bare, type: type as NonNullable<NewRoot['type']> })}
        />
      </Labelled>
    </div>
  );
}

/** A text that cannot be empty: what is emptied while typing stays as it was until something is written. */
function Told({ label, value, put }: { label: string; value: string; put: (value: string) => void }) {
  const say = useReadText();
  const [typed, setTyped] = useState(value);
  const isEmpty = typed.trim() === '';
  const change = (text: string) => {
    setTyped(text);
    if (text.trim() !== '') put(text);
  };
  return <Field label={label} value={typed} change={change} fault={isEmpty ? say('notEmpty') : null} />;
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.labelled}>
      <span className={styles.soft}>{label}</span>
      {children}
    </div>
  );
}
