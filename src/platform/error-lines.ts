/** Where an error came from, without a word of what it was about. */
export interface ErrorLines {
  type: string;
  /** Of the system, of Node, of PostgreSQL (SQLSTATE) or of a problem. */
  code?: string;
  /** What of the database was touched. */
  table?: string;
  constraint?: string;
  routine?: string;
  /** Frames of the stack. */
  at: string[];
  cause?: ErrorLines;
}

const named = /^[\w.-]{1,100}$/;
const frame = /^\s+at .{1,300}(:\d+:\d+\)?|<anonymous>\)?|\(native\))$/;
const deepest = 5;

/**
 * An error as the log keeps it. Its message may hold a name or a number that somebody typed (PostgreSQL repeats the value
 * that is no date, JSON.parse the text that is no JSON), so it is left out: the place in the code and the code of the
 * error say what to look for.
 */
export function withoutWords(error: unknown): ErrorLines {
  return linesOf(error, 0);
}

function linesOf(error: unknown, depth: number): ErrorLines {
  if (!(error instanceof Error)) return { type: typeof error, at: [] };
  const { name, message, stack = '', cause } = error;
  const words = error as unknown as Record<string, unknown>;
  const told = Object.fromEntries(
    ['code', 'table', 'constraint', 'routine']
      .map((key) => [key, words[key]] as const)
      .filter(([, value]) => typeof value === 'string' && named.test(value)),
  );
  // The message stands in the stack as well, and may have lines that look like its frames.
  const from = stack.indexOf(message) < 0 ? 0 : stack.indexOf(message) + message.length;
  const at = stack
    .slice(from)
    .split('\n')
    .filter((line) => frame.test(line))
    .map((line) => line.trim());
  const lines: ErrorLines = { type: named.test(name) ? name : 'Error', ...told, at };
  return cause === undefined || depth >= deepest ? lines : { ...lines, cause: linesOf(cause, depth + 1) };
}
