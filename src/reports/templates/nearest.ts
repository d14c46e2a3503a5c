/** Up to three of the keys that are likely meant: a few letters off, or holding what was typed. */
export function nearest(typed: string, keys: readonly string[]): string[] {
  const most = Math.max(2, Math.floor(typed.length / 3));
  const close = [...new Set(keys)]
    .map((key) => ({ key, off: holds(typed, key) ? 1 : distance(typed, key) }))
    .toSorted((a, b) => a.off - b.off);
  const best = close[0]?.off ?? 0;
  return close
    .filter(({ off }) => off <= most && off <= best + 1)
    .slice(0, 3)
    .map(({ key }) => key);
}

/** Whether one is a part of the other that says something. */
function holds(a: string, b: string): boolean {
  return Math.min(a.length, b.length) >= 4 && (a.includes(b) || b.includes(a));
}

/** Letters to put in, take out or change (Levenshtein). */
function distance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const now = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (before[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      now.push(Math.min(changed, (before[j] as number) + 1, (now[j - 1] as number) + 1));
    }
    before = now;
  }
  return before[b.length] as number;
}
