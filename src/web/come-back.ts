// A session that ends leaves the page standing behind the sign-in. What could not be sent meanwhile goes once somebody has
// signed in again.

const waiting = new Set<() => void>();

/** Is called whenever somebody has signed in again on this page; returns what ends that. */
export function onComeBack(again: () => void): () => void {
  waiting.add(again);
  return () => void waiting.delete(again);
}

export function comeBack(): void {
  for (const again of waiting) again();
}
