/** The keys of an address that name people chosen on one page for another. */
export interface HandedOver {
  /** Their ids, where they are few. */
  people?: string[];
  /** Where this tab keeps them, where they are many: an address is cut off at some thousand characters. */
  chosen?: string;
}

/** So many go into an address. */
const fewPeople = 50;

type Kept = Pick<Storage, 'getItem' | 'setItem'>;

/** Hands chosen people (ids) to the page that an address leads to. */
export function handOver(people: readonly string[], kept: Kept = sessionStorage): HandedOver {
  if (people.length <= fewPeople) return { people: [...people] };
  const chosen = crypto.randomUUID().slice(0, 8);
  kept.setItem(`sotay.chosen.${chosen}`, people.join(' '));
  return { chosen };
}

/** Who was handed over (ids); null: another tab's choice, or one that is long gone. Takes the address as it was parsed. */
export function readHandedOver(
  search: Readonly<Record<string, unknown>>,
  kept: Kept = sessionStorage,
): readonly string[] | null {
  if (typeof search.chosen === 'string') {
    const found = kept.getItem(`sotay.chosen.${search.chosen}`);
    return found === null ? null : found.split(' ').filter(isId);
  }
  return [search.people].flat().filter((one): one is string => typeof one === 'string' && isId(one));
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
