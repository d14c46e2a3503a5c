import { useState } from 'react';

/**
 * Files are sent only once somebody has declared that they are no secret. What is chosen or dropped before waits, and goes when
 * the declaration is made: nobody has to choose it again.
 */
export function useDeclared<F>(send: (file: F) => void) {
  const [isDeclared, setDeclared] = useState(false);
  const [waiting, setWaiting] = useState<F | null>(null);
  const take = (file: F) => {
    if (isDeclared) send(file);
    else setWaiting(() => file);
  };
  const declare = (is: boolean) => {
    setDeclared(is);
    if (!is || waiting === null) return;
    setWaiting(null);
    send(waiting);
  };
  return { take, waiting, declaration: { isDeclared, declare, isMissed: waiting !== null } };
}
