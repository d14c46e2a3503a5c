import { useEffect, useEffectEvent } from 'react';

/** Calls when a single key is pressed while nobody is typing, and nothing but a page has the keyboard. */
export function useHotkey(key: string, pressed: () => void): void {
  const call = useEffectEvent(pressed);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      call();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [key]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
  );
}
