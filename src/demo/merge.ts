import type { ActInput } from '#/kernel/journal/act.ts';

/** Several journals as one, in the order of days; on one day the earlier of the list comes first. */
export function* mergeByDay(...journals: Iterable<ActInput>[]): Generator<ActInput> {
  const heads = journals.map((journal) => {
    const lines = journal[Symbol.iterator]();
    return { lines, next: lines.next() };
  });
  for (;;) {
    let first: (typeof heads)[number] | undefined;
    for (const head of heads)
      if (!head.next.done && (first === undefined || dayOf(head.next) < dayOf(first.next))) first = head;
    if (first === undefined) return;
    yield first.next.value;
    first.next = first.lines.next();
  }
}

const dayOf = ({ value }: IteratorResult<ActInput>): string => (value as ActInput).effectiveOn as string;
