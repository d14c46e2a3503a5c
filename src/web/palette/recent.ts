import { remember, rememberedText } from '#/platform/ui/remembered.ts';

const NAME = 'palette';
const MOST_KEPT = 6;

/** What was chosen lately on this browser, the last first: codes and names of figures and pages, never of people. */
export function recentChoices(): string[] {
  try {
    const kept: unknown = JSON.parse(rememberedText(NAME) ?? '[]');
    return Array.isArray(kept) ? kept.filter((one) => typeof one === 'string').slice(0, MOST_KEPT) : [];
  } catch {
    return []; // somebody else wrote there
  }
}

export function keepChoice(choice: string): void {
  const others = recentChoices().filter((one) => one !== choice);
  remember(NAME, JSON.stringify([choice, ...others].slice(0, MOST_KEPT)));
}
