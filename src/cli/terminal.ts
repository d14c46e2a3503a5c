import { once } from 'node:events';
import { type Messages, messages } from './messages.ts';

export type Language = 'vi' | 'en';

/** Where a verb speaks to: people's text or JSON on stdout, everything else on stderr. */
export interface Terminal {
  language: Language;
  isJson: boolean;
  words: Messages;
  /** A line (or several) of the answer. */
  out: (text: string) => void;
  /** A piece of a long answer; waits while the reader is slow. */
  write: (piece: string | Uint8Array) => Promise<void>;
  /** The answer as JSON. */
  json: (value: unknown) => void;
  /** Something said beside the answer. */
  note: (text: string) => void;
}

/** Reads the language and form of the answer from arguments and environment, before anything is parsed: errors need them too. */
export function makeTerminal(argv: readonly string[], env: NodeJS.ProcessEnv = process.env): Terminal {
  const language = languageOf(argv, env);
  const isJson = argv.includes('--json');
  return {
    language,
    isJson,
    words: messages[language],
    out: (text) => process.stdout.write(`${text}\n`),
    write: async (piece) => {
      if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
    },
    json: (value) => process.stdout.write(`${JSON.stringify(value, null, 2)}\n`),
    note: (text) => process.stderr.write(`${text}\n`),
  };
}

function languageOf(argv: readonly string[], env: NodeJS.ProcessEnv): Language {
  const at = argv.findLastIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const asked = at === -1 ? undefined : (argv[at]?.split('=')[1] ?? argv[at + 1]);
  return (asked ?? env.LANG ?? '').toLowerCase().startsWith('en') ? 'en' : 'vi';
}
