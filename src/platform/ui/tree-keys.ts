/** A line of a tree, as it is shown. */
export interface TreeLine {
  key: string;
  /** From 1. */
  level: number;
  /** Undefined: nothing is under it. */
  isOpen?: boolean;
  /** Its place among its siblings, from 1, and how many there are. */
  place: number;
  siblings: number;
}

interface Typed {
  text: string;
  at: number;
}

/** What a key does on a line: go to another, open or close it, choose it; null: nowhere to go; undefined: no key of a tree. */
export function keyTarget(
  key: string,
  here: number,
  lines: readonly TreeLine[],
  typed: Typed,
  begins: (at: number, typed: string) => boolean,
): number | 'toggle' | 'choose' | null | undefined {
  const line = lines[here];
  if (line === undefined) return undefined;
  const last = lines.length - 1;
  switch (key) {
    case 'ArrowDown':
      return here < last ? here + 1 : null;
    case 'ArrowUp':
      return here > 0 ? here - 1 : null;
    case 'PageDown':
      return Math.min(last, here + 15);
    case 'PageUp':
      return Math.max(0, here - 15);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'ArrowRight':
      return line.isOpen === false ? 'toggle' : line.isOpen === true && here < last ? here + 1 : null;
    case 'ArrowLeft':
      return line.isOpen === true ? 'toggle' : above(here, lines);
    case 'Enter':
    case ' ':
      return 'choose';
  }
  return key.length === 1 && key !== '/' ? typedTarget(key, here, lines.length, typed, begins) : undefined;
}

function above(here: number, lines: readonly TreeLine[]): number | null {
  const level = lines[here]?.level ?? 1;
  const at = lines.slice(0, here).findLastIndex((line) => line.level < level);
  return at < 0 ? null : at;
}

/** Letters typed within 0.7 s are one text, the same letter again the next line; from here on, and then from the top. */
function typedTarget(
  key: string,
  here: number,
  count: number,
  typed: Typed,
  begins: (at: number, typed: string) => boolean,
): number | null {
  const now = Date.now();
  typed.text = now - typed.at < 700 && typed.text !== key ? typed.text + key : key;
  typed.at = now;
  const first = typed.text.length > 1 ? here : here + 1;
  for (let step = 0; step < count; step += 1) {
    const at = (first + step) % count;
    if (begins(at, typed.text)) return at;
  }
  return null;
}
