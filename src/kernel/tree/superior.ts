import type { PoolClient } from 'pg';
import { parseRange } from '../facts/table.ts';
import { earlier, later } from './lines.ts';

export interface Line {
  ancestorId: string;
  depth: number;
  from: string | null;
  to: string | null;
}

/** Lines of units, loaded once a batch. */
export class LineCache {
  readonly #lines = new Map<string, Line[]>();
  /** Units somebody asked for that are not loaded: load them and ask again. */
  readonly missing = new Set<string>();

  async load(client: PoolClient, unitIds: Iterable<string>): Promise<void> {
    const wanted = [...unitIds].filter((id) => !this.#lines.has(id));
    this.missing.clear();
    if (wanted.length === 0) return;
    for (const id of wanted) this.#lines.set(id, []);
    const { rows } = await client.query(
      'select unit_id, ancestor_id, depth, valid from unit_line where unit_id = any($1::uuid[])',
      [wanted],
    );
    for (const row of rows)
      this.#lines.get(row.unit_id)?.push({ ancestorId: row.ancestor_id, depth: row.depth, ...parseRange(row.valid) });
  }

  of(unitId: string): Line[] {
    const lines = this.#lines.get(unitId);
    if (lines === undefined) this.missing.add(unitId);
    return lines ?? [];
  }

  /** Ancestors of a unit on a day, itself first. */
  on(unitId: string, day: string): string[] {
    return this.of(unitId)
      .filter(({ from, to }) => (from === null || from <= day) && (to === null || day < to))
      .toSorted((a, b) => a.depth - b.depth)
      .map(({ ancestorId }) => ancestorId);
  }

  /** The nearest unit above (or equal to) both, by spans of days that cover [from, to); null where there is none. */
  commonSuperior(
    a: string,
    b: string,
    from: string,
    to: string | null,
  ): { from: string; to: string | null; unitId: string | null }[] {
    const shared: (Line & { ancestorId: string })[] = [];
    for (const x of this.of(a))
      for (const y of this.of(b)) {
        if (x.ancestorId !== y.ancestorId) continue;
        const start = later(later(x.from, y.from), from) as string;
        const end = earlier(earlier(x.to, y.to), to);
        if (end === null || start < end)
          shared.push({ ancestorId: x.ancestorId, depth: x.depth + y.depth, from: start, to: end });
      }
    const cuts = [...new Set([from, ...shared.flatMap((s) => [s.from as string, ...(s.to === null ? [] : [s.to])])])]
      .filter((d) => to === null || d < to)
      .toSorted();
    const spans = cuts.map((start, i) => {
      const nearest = shared
        .filter((s) => (s.from as string) <= start && (s.to === null || start < s.to))
        .toSorted((p, q) => p.depth - q.depth)[0];
      return { from: start, to: cuts[i + 1] ?? to, unitId: nearest?.ancestorId ?? null };
    });
    const joined: typeof spans = [];
    for (const span of spans) {
      const last = joined.at(-1);
      if (last !== undefined && last.unitId === span.unitId) last.to = span.to;
      else joined.push(span);
    }
    return joined;
  }
}
