import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { v7 } from 'uuid';

/**
 * The id of what a form will record, made before anything is typed: it is the draft's too, and sending twice records once.
 * It comes into the address with the first letter; another one there is another form.
 */
export function useFormId<Search extends { draft?: string }>(search: Search): { id: string; search: Search } {
  const start = () => ({ id: search.draft ?? v7(), search, isNamed: search.draft !== undefined });
  const [made, setMade] = useState(start);
  const isHere = search.draft === made.id;
  if (isHere && !made.isNamed) setMade({ ...made, isNamed: true });
  if (!isHere && (made.isNamed || search.draft !== undefined)) setMade(start());
  return made;
}

/** Whether something was typed; from the first letter on the address names the draft, so that a reload finds it again. */
export function useTouched(id: string): { isTouched: boolean; touch: () => void } {
  const navigate = useNavigate();
  const [isTouched, setTouched] = useState(false);
  const touch = () => {
    if (isTouched) return;
    setTouched(true);
    void navigate({ to: '.', search: (before: object) => ({ ...before, draft: id }), replace: true } as never);
  };
  return { isTouched, touch };
}
