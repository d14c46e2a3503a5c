/** A choice of this browser's user, if it is still one of those there are. */
export function remembered<T extends string>(name: string, choices: readonly T[]): T | null {
  const kept = rememberedText(name);
  return choices.find((choice) => choice === kept) ?? null;
}

/** Keeps a choice for the next visit. */
export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`sotay.${name}`, value);
  } catch {
    // a browser that keeps nothing: the choice holds until the page is closed
  }
}

/** What is kept under a name, whatever it is: the reader leaves out what no longer belongs there. */
export function rememberedText(name: string): string | null {
  try {
    return localStorage.getItem(`sotay.${name}`);
  } catch {
    return null; // forbidden by the browser's settings
  }
}
