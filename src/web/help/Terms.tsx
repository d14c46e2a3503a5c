import type { Piece } from './phrases.ts';
import { Term } from './Term.tsx';

/** A text whose terms explain themselves: the pieces come from `termsIn`. */
export function Terms({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map(({ text, term }, at) =>
    term === undefined ? (
      text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text have nothing but their place
      <Term key={at} of={term}>
        {text}
      </Term>
    ),
  );
}
