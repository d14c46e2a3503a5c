import type { Values } from './form/values.ts';

// A paper often decides several acts: what the last one said is offered to the next. Nothing of it is sensitive.
const key = 'sotay.last-paper';

export function lastPaper(): Values | null {
  try {
    const kept = sessionStorage.getItem(key);
    return kept === null ? null : (JSON.parse(kept) as Values);
  } catch {
    return null; // forbidden by the browser, or not ours
  }
}

export function rememberPaper(paper: Values): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(paper));
  } catch {
    // a browser that keeps nothing: the next paper is typed anew
  }
}
