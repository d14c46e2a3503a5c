/** A name as the register keeps it: composed (NFC), one blank between words, none around them. */
export function tidyName(name: string): string {
  return name.normalize('NFC').trim().replaceAll(/\s+/gu, ' ');
}

/** A name as it is searched: lower case, without accents (đ is a letter of its own, not an accented d), in natural order. */
export function nameKey(name: string): string {
  return tidyName(name).toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd');
}
