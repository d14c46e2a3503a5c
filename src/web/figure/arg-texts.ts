import { codeWords } from '#/domain/words/code-words.ts';
import { texts } from '#/platform/i18n/texts.ts';

const useNames = texts('args', codeWords);

/** The names of arguments of figures and of their values; a code that has none is shown as it is. */
export function useArgText(): { name: (code: string) => string; value: (code: string) => string } {
  const say = useNames();
  // A value that an argument is called like has a name of its own, behind '='.
  const value = (code: string) => say((`=${code}` in codeWords.vi ? `=${code}` : code) as never);
  return { name: (code) => say(code as never), value };
}
