import { usePersonText } from './person-texts.ts';

interface Known {
  born: string | null;
  unit: { name: string } | null;
  status: string | null;
}

/** What tells somebody from a namesake, in a line: birth, cell, status. */
export function useWho(): (person: Known) => string {
  const say = usePersonText();
  return ({ born, unit, status }) =>
    [
      born === null ? null : say('born', { day: born.split('-').reverse().join('/') }),
      unit?.name ?? say('noMember'),
      status === 'official' || status === 'probationary' ? say(status) : null,
    ]
      .filter((part) => part !== null)
      .join(' · ');
}
