/** Brings the first field that is told wrong into sight, and the keyboard to it. */
export function goToFirst(form: HTMLElement | null): void {
  const wrong = form?.querySelector('[role="alert"]')?.closest('[data-field]');
  wrong?.scrollIntoView({ block: 'center' });
  wrong?.querySelector<HTMLElement>('input, select, button')?.focus({ preventScroll: true });
}
