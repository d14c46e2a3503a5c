/** The keys of an address that name people or units chosen on one page for another. */
export interface HandedOver {
  /** People by their ids, where they are few. */
  people?: string[];
  /** Units by their codes, where they are few. */
  units?: string[];
  /** Where this tab keeps them, where they are many: an address is cut off at some thousand characters. */
  chosen?: string;
}

/** So many go into an address. */
const few = 50;

type Kept = Pick<Storage, 'getItem' | 'setItem'>;

/** Hands those chosen to the page that an address leads to: people (ids), or units (codes). */
export function handOver(
  chosen: readonly string[],
  of: 'people' | 'units' = 'people',
  kept: Kept = sessionStorage,
): HandedOver {
  if (chosen.length <= few) return { [of]: [...chosen] };
  const name = crypto.randomUUID().slice(0, 8);
  kept.setItem(`sotay.chosen.${name}`, JSON.stringify(chosen));
  return { chosen: name };
}

/** Those handed over; null: another tab's choice, or one that is long gone. Takes the address as it was parsed. */
export function readHandedOver(
  search: Readonly<Record<string, unknown>>,
  of: 'people' | 'units' = 'people',
  kept: Kept = sessionStorage,
): readonly string[] | null {
  const fits = of === 'people' ? isId : isCode;
  const those = (list: unknown) => [list].flat().filter((one): one is string => typeof one === 'string' && fits(one));
  if (typeof search.chosen !== 'string') return those(search[of]);
  const found = kept.getItem(`sotay.chosen.${search.chosen}`);
  return found === null ? null : those(JSON.parse(found));
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

const isCode = (text: string): boolean => text !== '' && text.length <= 60;
