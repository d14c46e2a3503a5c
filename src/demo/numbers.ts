import type { Sex } from './names.ts';

const padded = (value: number, width: number): string => String(value).padStart(width, '0');

/**
 * A citizen number in due form (Decree 137/2015/NĐ-CP, 31/12/2015, article 13): province, century and sex, year of birth, six digits.
 * No province has a code from 097 on, so nobody bears such a number.
 */
export function citizenId(serial: number, sex: Sex, birthYear: number): string {
  const century = (birthYear >= 2000 ? 2 : 0) + (sex === 'female' ? 1 : 0);
  return `${padded(99 - Math.floor(serial / 1_000_000), 3)}${century}${padded(birthYear % 100, 2)}${padded(serial % 1_000_000, 6)}`;
}

/** An identity number of the old kind, nine digits; 999 was no issuing office's. */
export function oldIdentityNumber(serial: number): string {
  return `999${padded(serial % 1_000_000, 6)}`;
}

/** A party card's number before the exchange of 2025: eight digits. */
export function oldCardNumber(serial: number): string {
  return padded(10_000_000 + ((serial * 37) % 89_000_000), 8);
}

/** A party card's number after it: twelve digits. */
export function newCardNumber(serial: number): string {
  return padded(990_000_000_000 + serial, 12);
}

/** A dossier's number: six digits and the letters of the province. */
export function dossierNumber(serial: number, letters: string): string {
  return `${padded((serial * 7 + 100_003) % 1_000_000, 6)}${letters}`;
}
