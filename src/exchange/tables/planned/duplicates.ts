import { hash, randomBytes } from 'node:crypto';

/** Where a value was seen first. */
export interface Place {
  sheet: number;
  row: number;
}

/**
 * Values seen so far, as 52 bits of a salted hash each: 13 bytes a value, and nobody who has the memory has the values. Of
 * 400,000 values two meet by chance once in 50,000 files.
 */
export class Seen {
  readonly #salt = randomBytes(16).toString('hex');
  #keys = new Float64Array(1 << 12);
  #places = new Uint32Array(1 << 12);
  #count = 0;

  /** The place of the same value before; null when it is new, and kept from now on. */
  find(value: string, { sheet, row }: Place): Place | null {
    if (this.#count * 2 >= this.#keys.length) this.#grow();
    // 0 marks an empty slot.
    const key = Number.parseInt(hash('sha256', this.#salt + value, 'hex').slice(0, 13), 16) || 1;
    const at = this.#slot(key);
    if (this.#keys[at] !== 0) {
      const place = this.#places[at] ?? 0;
      return { sheet: Math.floor(place / rowsOfSheet), row: place % rowsOfSheet };
    }
    this.#keys[at] = key;
    this.#places[at] = sheet * rowsOfSheet + row;
    this.#count += 1;
    return null;
  }

  #slot(key: number): number {
    const size = this.#keys.length;
    let at = key % size;
    while (this.#keys[at] !== 0 && this.#keys[at] !== key) at = (at + 1) % size;
    return at;
  }

  #grow(): void {
    const [keys, places] = [this.#keys, this.#places];
    this.#keys = new Float64Array(keys.length * 2);
    this.#places = new Uint32Array(keys.length * 2);
    for (const [from, key] of keys.entries()) {
      if (key === 0) continue;
      const at = this.#slot(key);
      this.#keys[at] = key;
      this.#places[at] = places[from] ?? 0;
    }
  }
}

/** More than a sheet has rows; 2,000 sheets fit. */
const rowsOfSheet = 2 ** 21;
