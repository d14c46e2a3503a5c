/** Which number of a figure is printed. */
export type Part =
  | 'value'
  | 'declared'
  | 'named'
  | 'share'
  | 'previous'
  | 'change'
  | 'change-percent'
  | 'points'
  | 'target'
  | 'attainment'
  | 'min'
  | 'max'
  | 'total'
  | 'not-counted';

/** Where a number stands in a text, and the figure that it opens. */
export interface Mark {
  start: number;
  end: number;
  /** The figure's key in the report. */
  key: string;
  part: Part;
}

/** A piece of text that knows its numbers. */
export interface Prose {
  text: string;
  marks: Mark[];
}

type Piece = Prose | string | null;

export const plain = (text: string): Prose => ({ text, marks: [] });

/** A number in the text. */
export function marked(text: string, key: string, part: Part): Prose {
  return { text, marks: [{ start: 0, end: text.length, key, part }] };
}

/** Puts text and numbers together; what is null is left out. */
export function say(strings: TemplateStringsArray, ...pieces: Piece[]): Prose {
  return glue(strings.flatMap((text, i) => (i < pieces.length ? [text, pieces[i] as Piece] : [text])));
}

/** One after the other. */
export function glue(pieces: readonly Piece[]): Prose {
  let text = '';
  const marks: Mark[] = [];
  for (const piece of pieces) {
    if (piece === null) continue;
    const { text: more, marks: numbers } = typeof piece === 'string' ? plain(piece) : piece;
    marks.push(...numbers.map((mark) => ({ ...mark, start: mark.start + text.length, end: mark.end + text.length })));
    text += more;
  }
  return { text, marks };
}

/** "a, b, c"; null where nothing is left. */
export function list(pieces: readonly (Prose | null)[], separator = ', '): Prose | null {
  const said = pieces.filter((piece) => piece !== null);
  if (said.length === 0) return null;
  return glue(said.flatMap((piece, i) => (i === 0 ? [piece] : [separator, piece])));
}

/** "a, b và c" */
export function listed(pieces: readonly (Prose | null)[]): Prose | null {
  const said = pieces.filter((piece) => piece !== null);
  const [last, ...before] = said.toReversed();
  if (last === undefined || before.length === 0) return last ?? null;
  return say`${list(before.toReversed())} và ${last}`;
}

/** Sentences one after the other, each with a capital and a full stop. */
export function paragraph(sentences: readonly (Prose | null)[]): Prose | null {
  return list(
    sentences.filter((one) => one !== null && one.text !== '').map((one) => sentence(one as Prose)),
    ' ',
  );
}

function sentence({ text, marks }: Prose): Prose {
  const [first = ''] = text;
  const isEnded = /[.:!?…]$/.test(text);
  return { text: first.toLocaleUpperCase('vi') + text.slice(first.length) + (isEnded ? '' : '.'), marks };
}
