import { useNavigate } from '@tanstack/react-router';
import { keepPlace } from '../address.ts';

/** Goes to the page of a unit that was chosen in the tree, on the same day. */
export function useOpenUnit(): (code: string) => void {
  const navigate = useNavigate();
  return (code) =>
    void navigate({ to: '/unit', search: (before: object) => ({ ...keepPlace(before), unit: code }) } as never);
}
