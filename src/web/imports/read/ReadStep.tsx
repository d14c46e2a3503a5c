import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { checkImport, forgetMapping } from '#/exchange/intake/contract.ts';
import type { Intake } from '#/exchange/intake/shapes.ts';
import { keepPlace } from '../../address.ts';
import { ActionBar } from '../ActionBar.tsx';
import { Refusal } from '../Refusal.tsx';
import { useChange } from '../use-intake.ts';
import { type PlanPlace, PlanProblems } from './PlanProblems.tsx';
import styles from './ReadStep.module.css';
import { useReadText } from './read-texts.ts';
import { SheetList } from './SheetList.tsx';
import { SheetPart, sheetPart } from './SheetPart.tsx';
import { type EditedPlan, usePlan } from './use-plan.ts';
import { WholeFile, wholeFile } from './WholeFile.tsx';

/** How the file is read: proposed, looked over, corrected. */
export function ReadStep({ intake }: { intake: Intake }) {
  const say = useReadText();
  const edited = usePlan(intake);
  const { plan, change } = edited;
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      plan.sheets.findIndex(({ use }) => use !== 'none'),
    ),
  );
  const problems = useRef<HTMLDivElement>(null);
  const shown = plan.sheets[at];
  const go = (place: PlanPlace) => {
    const index = place === 'whole-file' ? -1 : plan.sheets.findIndex(({ sheet }) => sheet === place.sheet);
    if (index >= 0) setAt(index);
    // The sheet that is gone to is on the page only after this.
    setTimeout(() => arrive(index >= 0 ? sheetPart : wholeFile));
  };
  return (
    <>
      <p className={styles.lead}>{say('lead')}</p>
      {edited.isFromElsewhere ? (
        <p role="status" className={styles.note}>
          {say('changedElsewhere')}
        </p>
      ) : null}
      {intake.remembered ? <Remembered id={intake.id} /> : null}
      <div ref={problems} tabIndex={-1} className={styles.problems}>
        <PlanProblems planProblems={intake.planProblems} findings={intake.sheets} go={go} />
      </div>
      <div className={plan.sheets.length > 1 ? styles.split : styles.single}>
        {plan.sheets.length > 1 ? (
          <SheetList
            sheets={plan.sheets}
            findings={intake.sheets}
            problems={intake.planProblems}
            shown={at}
            show={setAt}
          />
        ) : null}
        {shown === undefined ? null : (
          <SheetPart
            key={at}
            sheet={shown}
            finding={intake.sheets.find(({ sheet }) => sheet === shown.sheet)}
            plan={plan}
            tenant={intake.tenant}
            at={at}
            change={change}
          />
        )}
      </div>
      <WholeFile plan={plan} tenant={intake.tenant} change={change} />
      <Bar intake={intake} edited={edited} showProblems={() => problems.current?.focus()} />
    </>
  );
}

/** Brings a part of the page into view, and the keyboard with it. */
function arrive(id: string): void {
  const part = document.getElementById(id);
  part?.scrollIntoView({ block: 'start' });
  part?.focus({ preventScroll: true });
}

function Remembered({ id }: { id: string }) {
  const say = useReadText();
  const { mutate, isPending, error } = useChange(forgetMapping);
  return (
    <div className={styles.note}>
      <span>{say('remembered')}</span>
      <Button size="small" loading={isPending} onClick={() => mutate({ id })}>
        {say('forget')}
      </Button>
      <Refusal error={error} />
    </div>
  );
}

interface BarProps {
  intake: Intake;
  edited: EditedPlan;
  showProblems: () => void;
}

/** Whether everything is kept, and on to the check. */
function Bar({ intake, edited, showProblems }: BarProps) {
  const say = useReadText();
  const navigate = useNavigate();
  const { mutateAsync, isPending, error } = useChange(checkImport);
  const { keeping, settle } = edited;
  const check = async () => {
    const settled = await settle();
    if (settled === null) return;
    if (settled.planProblems.some(({ isBlocking }) => isBlocking)) return showProblems();
    await mutateAsync({ id: intake.id }).catch(() => null); // told below
    await navigate({
      to: '/imports/$import/$step',
      params: { import: intake.id, step: 'check' },
      search: keepPlace,
    } as never);
  };
  const state = { kept: say('saved'), keeping: say('saving'), failing: say('unsaved') }[keeping];
  return (
    <ActionBar
      said={
        <>
          <span role="status">{state}</span>
          <Refusal error={keeping === 'failing' ? edited.error : error} />
        </>
      }
    >
      <Button type="primary" size="large" loading={isPending} onClick={() => void check()}>
        {say('check')}
      </Button>
    </ActionBar>
  );
}
