const marks = /\p{M}/gu;
const isPlain = /^[ -~]*$/;

/** Lower case, without accents, đ as d: for comparing what people typed, not for searching (where đ is a letter of its own). */
export function withoutAccents(text: string): string {
  const lower = text.toLowerCase();
  return isPlain.test(lower) ? lower : lower.normalize('NFD').replaceAll(marks, '').replaceAll('đ', 'd');
}

const onset = '(?:ngh|ng|nh|n|ch|c|kh|k|gh|gi|g|ph|p|qu|th|tr|t|b|d|đ|h|l|m|r|s|v|x)?';
const nucleus =
  '(?:uyê|uya|uyu|uây|uôi|oai|oay|oao|oeo|iêu|yêu|ươi|ươu|uynh|iê|yê|ia|ya|ua|uô|uơ|ươ|ưa|ưi|ưu|ui|uy|uâ|uê|oa|oă|oe|oi|ôi|ơi|oo|ai|ay|ây|ao|au|âu|eo|êu|iu|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y)';
const coda = '(?:ch|c|ng|nh|n|m|p|t)?';
const syllable = new RegExp(`^${onset}${nucleus}${coda}$`, 'u');
const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** Whether the word can be one of Vietnamese, by how its syllables are built: at most one tone, on a rhyme that exists. */
export function isSyllable(word: string): boolean {
  const parts = word.toLowerCase().normalize('NFD');
  const bare = parts.replaceAll(tones, '');
  return parts.length - bare.length <= 1 && syllable.test(bare.normalize('NFC'));
}

/** A name with a capital at the head of each word, the rest small. */
export function properCase(name: string): string {
  return name.toLowerCase().replaceAll(/(?<=^|[\s\-'’.(])\p{L}/gu, (letter) => letter.toUpperCase());
}
