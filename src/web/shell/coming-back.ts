import { useCallback, useEffect, useRef, useState } from 'react';
import { readSession } from '#/kernel/access/contract.ts';
import { Problem } from '#/platform/errors.ts';
import { answers, ask } from '../ask.ts';
import { comeBack } from '../come-back.ts';

/**
 * A session has ended, and somebody has signed in again. The page stays shut until it is known who: the one before goes on where
 * they were, another one gets a page of their own and never sees this one.
 */
export function useComingBack(isIn: boolean, isOut: boolean) {
  const who = useWho(isIn && !isOut);
  const [isShut, setShut] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  if (isOut && isIn && !isShut) setShut(true);
  const look = useCallback(() => {
    setError(null);
    actorNow().then((actor) => {
      if (actor !== who.current) return window.location.assign('/');
      setShut(false);
      goOn();
    }, setError);
  }, [who]);
  const wasOut = useRef(false);
  useEffect(() => {
    if (isOut) wasOut.current = true;
    else if (wasOut.current) {
      wasOut.current = false;
      if (isShut) look();
      else goOn(); // nobody was in before
    }
  }, [isShut, isOut, look]);
  return { who, isShut, error, look };
}

const actorNow = async () => (await ask(readSession, {})).actor;

/** Who works here, kept for when the session ends: the first one who came in. */
function useWho(isIn: boolean) {
  const who = useRef<string | null>(null);
  useEffect(() => {
    if (!isIn || who.current !== null) return;
    actorNow().then(
      (actor) => {
        who.current ??= actor;
      },
      () => {}, // the session has just ended: the gate finds out by itself
    );
  }, [isIn]);
  return who;
}

/** What was asked and what was to be recorded while nobody was signed in; what was refused otherwise is so for good. */
function goOn(): void {
  void answers.refetchQueries({ type: 'active', predicate: ({ state }) => isSignedOut(state.error) });
  comeBack();
}

export const isSignedOut = (error: unknown) => error instanceof Problem && error.status === 401;
