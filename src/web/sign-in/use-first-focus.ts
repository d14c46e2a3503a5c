import { type RefObject, useEffect, useRef } from 'react';

/** The field that is marked as first has the keyboard when its form appears. */
export function useFirstFocus<T extends HTMLElement>(): RefObject<T | null> {
  const form = useRef<T>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), []);
  return form;
}
