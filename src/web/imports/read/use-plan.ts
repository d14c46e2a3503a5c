import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { planImport } from '#/exchange/intake/contract.ts';
import type { Intake } from '#/exchange/intake/shapes.ts';
import type { TablePlan } from '#/exchange/tables/plan.ts';
import { ask } from '../../ask.ts';
import { onComeBack } from '../../come-back.ts';
import { askAnew, isGone, keepIntake } from '../use-intake.ts';

/** So long after the last change it is sent. */
const restMs = 400;
const knockEveryMs = 2_000;

/**
 * Plans that could not be sent, by import: a server that comes back knows no session, and whoever signs in again on this
 * page finds their changes. Kept by the page alone, never by the browser.
 */
const unsent = new Map<string, TablePlan>();

/** A plan as it is being edited: every change is kept on the server soon after it was made, one after the other. */
export interface EditedPlan {
  plan: TablePlan;
  change: (edit: (before: TablePlan) => TablePlan) => void;
  /** Everything is kept, or why it is not. */
  keeping: 'kept' | 'keeping' | 'failing';
  error: unknown;
  /** Sends what is not sent yet, and tells where the import stands then; null: it could not be sent. */
  settle: () => Promise<Intake | null>;
  /** The plan on the screen is somebody else's, just now. */
  isFromElsewhere: boolean;
}

export function usePlan(intake: Intake): EditedPlan {
  const [plan, setPlan] = useState(unsent.get(intake.id) ?? intake.plan);
  const [isFromElsewhere, setFromElsewhere] = useState(false);
  const { wanted, kept, settle, wait, error, isKept, setKept } = useKeeping(intake, setPlan);
  const change = (edit: (before: TablePlan) => TablePlan) => {
    wanted.current = edit(wanted.current);
    setPlan(wanted.current);
    setKept(false);
    setFromElsewhere(false);
    wait(restMs);
  };
  useTaking(intake.plan, kept, (theirs) => {
    kept.current = theirs;
    if (!isKept) return; // what is being typed here goes before
    wanted.current = theirs;
    setPlan(theirs);
    setFromElsewhere(true);
  });
  const sendRest = useEffectEvent(() => void settle());
  useEffect(() => {
    sendRest(); // what could not be sent when the page was last here
    const stop = onComeBack(() => sendRest());
    return () => {
      stop();
      sendRest();
    };
  }, []);
  const keeping = isKept ? 'kept' : error === null ? 'keeping' : 'failing';
  return { plan, change, error, settle, isFromElsewhere, keeping };
}

/** Sends the wanted plan, one request after the other; what cannot be sent goes when the server is back. */
function useKeeping(intake: Intake, setPlan: (plan: TablePlan) => void) {
  const [error, setError] = useState<unknown>(null);
  const [isKept, setKept] = useState(!unsent.has(intake.id));
  const kept = useRef(intake.plan);
  const wanted = useRef(unsent.get(intake.id) ?? intake.plan);
  const sending = useRef<Promise<Intake | null> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wait = (ms: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void settle(), ms);
  };
  const send = async (): Promise<Intake | null> => {
    const sent = wanted.current;
    try {
      const answer = await ask(planImport, { id: intake.id, plan: sent });
      kept.current = answer.plan;
      unsent.delete(intake.id);
      setError(null);
      if (wanted.current !== sent) return send();
      wanted.current = answer.plan;
      setPlan(answer.plan);
      setKept(true);
      keepIntake(answer);
      return answer;
    } catch (failure) {
      setError(failure);
      unsent.set(intake.id, wanted.current);
      if (isGone(failure)) wait(knockEveryMs);
      else askAnew(intake.id);
      return null;
    }
  };
  const settle = async (): Promise<Intake | null> => {
    clearTimeout(timer.current);
    if (sending.current === null && wanted.current === kept.current) return intake;
    sending.current ??= send().finally(() => {
      sending.current = null;
    });
    return sending.current;
  };
  return { wanted, kept, settle, wait, error, isKept, setKept };
}

/** Takes over a plan that was changed by somebody else, or by forgetting. */
function useTaking(told: TablePlan, kept: { current: TablePlan }, take: (plan: TablePlan) => void): void {
  const look = useEffectEvent((plan: TablePlan) => {
    if (plan !== kept.current && JSON.stringify(plan) !== JSON.stringify(kept.current)) take(plan);
  });
  useEffect(() => look(told), [told]);
}
