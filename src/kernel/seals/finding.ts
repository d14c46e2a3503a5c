import type { ClientBase } from 'pg';
import type { SealedLog } from './sealed-log.ts';

export interface FoundLine {
  id: string;
  /** Null where the line is no longer there to say. */
  kind: string | null;
  recordedAt: string | null;
}

/** One thing that is not as it was sealed. */
export interface SealFinding {
  /** About lines: changed, removed, inserted, truncated (all from one on are gone); the others are about the seals. */
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
  /** The line, or the first of those meant; of the access log as well. */
  act: FoundLine | null;
  message: string;
}

/** Collects findings up to a limit, each line once. */
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
    // A line whose time of recording was moved is missing in one seal and too many in another: it was changed.
    else if (finding.what === 'changed' && known.what === 'inserted') {
      this.#found.splice(at, 1);
      this.#found.push(finding);
    }
  }

  /** What names a line first, in the order of the seals and within one of the ids. */
  list(): SealFinding[] {
    const place = ({ act, seal }: SealFinding) => [act === null ? 1 : 0, seal ?? Number.POSITIVE_INFINITY] as const;
    return this.#found.toSorted((a, b) => {
      const [[actA, sealA], [actB, sealB]] = [place(a), place(b)];
      return actA - actB || (sealA === sealB ? 0 : sealA - sealB) || ((a.act?.id ?? '') < (b.act?.id ?? '') ? -1 : 1);
    });
  }
}

/** The line as it now stands there, if it does. */
export async function findLine(client: ClientBase, { lines }: SealedLog, id: string): Promise<FoundLine | null> {
  const { rows } = await client.query(
    `select id, ${lines.kind} as kind, ${lines.at} as "recordedAt" from ${lines.table} where id = $1`,
    [id],
  );
  return rows[0] ?? null;
}
