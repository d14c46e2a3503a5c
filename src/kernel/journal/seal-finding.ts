import type { ClientBase } from 'pg';

export interface FoundAct {
  id: string;
  /** Null where the act is no longer there to say. */
  kind: string | null;
  recordedAt: string | null;
}

/** One thing that is not as it was sealed. */
export interface SealFinding {
  /** About lines of the journal: changed, removed, inserted, truncated (all from one on are gone); the others are about the seals. */
  what:
    | 'changed'
    | 'removed'
    | 'inserted'
    | 'truncated'
    | 'seal-changed'
    | 'seal-missing'
    | 'seals-remade'
    | 'head-missing';
  seal: number | null;
  /** The line, or the first of those meant. */
  act: FoundAct | null;
  message: string;
}

/** Collects findings up to a limit, each act once. */
export class Findings {
  readonly #limit: number;
  readonly #found: SealFinding[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  get isFull(): boolean {
    return this.#found.length >= this.#limit;
  }

  add(finding: SealFinding): void {
    if (this.isFull) return;
    const id = finding.act?.id;
    const at = id === undefined ? -1 : this.#found.findIndex(({ act }) => act?.id === id);
    const known = this.#found[at];
    if (known === undefined) this.#found.push(finding);
    // An act whose time of recording was moved is missing in one seal and too many in another: it was changed.
    else if (finding.what === 'changed' && known.what === 'inserted') {
      this.#found.splice(at, 1);
      this.#found.push(finding);
    }
  }

  /** What names a line first, in the order of the seals and within one of the acts' ids. */
  list(): SealFinding[] {
    const place = ({ act, seal }: SealFinding) => [act === null ? 1 : 0, seal ?? Number.POSITIVE_INFINITY] as const;
    return this.#found.toSorted((a, b) => {
      const [[actA, sealA], [actB, sealB]] = [place(a), place(b)];
      return actA - actB || (sealA === sealB ? 0 : sealA - sealB) || ((a.act?.id ?? '') < (b.act?.id ?? '') ? -1 : 1);
    });
  }
}

/** The act as it now stands in the journal, if it does. */
export async function findAct(client: ClientBase, id: string): Promise<FoundAct | null> {
  const { rows } = await client.query('select id, kind, recorded_at as "recordedAt" from act where id = $1', [id]);
  return rows[0] ?? null;
}
