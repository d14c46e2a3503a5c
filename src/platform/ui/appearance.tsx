import { createContext, type ReactNode, use, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { remember, remembered } from './remembered.ts';
import { type Appearance, applyTokens } from './theme.ts';

/** What somebody chose; `system`: as the machine is set. */
export const appearanceChoices = ['light', 'dark', 'system'] as const;
export type AppearanceChoice = (typeof appearanceChoices)[number];

interface AppearanceState {
  choice: AppearanceChoice;
  shown: Appearance;
  choose: (choice: AppearanceChoice) => void;
}

const Current = createContext<AppearanceState | null>(null);
const darkSystem = window.matchMedia('(prefers-color-scheme: dark)');

/** Keeps light or dark, and writes the tokens for our stylesheets. */
export function AppearanceProvider({ children }: { children: ReactNode }) {
  const [choice, setChoice] = useState(() => remembered('appearance', appearanceChoices) ?? 'system');
  const isSystemDark = useSyncExternalStore(listenToSystem, () => darkSystem.matches);
  const system = isSystemDark ? 'dark' : 'light';
  const shown = choice === 'system' ? system : choice;
  useLayoutEffect(() => applyTokens(document.documentElement, shown), [shown]);
  const choose = (next: AppearanceChoice) => {
    remember('appearance', next);
    setChoice(next);
  };
  return <Current value={{ choice, shown, choose }}>{children}</Current>;
}

export function useAppearance(): AppearanceState {
  const state = use(Current);
  if (state === null) throw new Error('useAppearance is called outside AppearanceProvider');
  return state;
}

function listenToSystem(changed: () => void): () => void {
  darkSystem.addEventListener('change', changed);
  return () => darkSystem.removeEventListener('change', changed);
}
