import type { ClientBase } from 'pg';
import type { SealedLine, SealRow } from './chain.ts';
import { type Findings, type FoundLine, findLine } from './finding.ts';
import { fingerprint, type Head, type HeadSeal, type Mark, marksOf } from './head.ts';
import type { SealableLine, SealedLog } from './sealed-log.ts';

/**
 * Whether the register still holds what it held when the head was printed. Where a seal is another one now, the lines
 * themselves are held against the head's marks, over the head's own spans: how the chain was made anew does not matter.
 */
export async function checkHead(
  client: ClientBase,
  log: SealedLog,
  head: Head,
  seals: readonly SealRow[],
  findings: Findings,
): Promise<void> {
  if (head.sealNo === 0) return;
  const hashes = new Map(seals.map(({ no, hash }) => [no, hash]));
  const strange = head.seals.filter(({ no, hash }) => hashes.get(no) !== hash);
  for (const seal of strange) {
    if (findings.isFull) return;
    await checkLines(client, log, seal, head.seals[seal.no - 2]?.upto ?? null, findings);
  }
  if (hashes.get(head.sealNo) === head.hash && strange.length === 0) return;
  const no = strange[0]?.no ?? head.sealNo;
  const [what, message] = hashes.has(no)
    ? (['seals-remade', `From seal ${no} on the chain is not the one that the head was printed from.`] as const)
    : (['seal-missing', `Seal ${no}, which the head knows, is gone.`] as const);
  findings.add({ what, seal: no, act: null, message });
}

/** Compares the lines of one seal's span with the marks. */
async function checkLines(
  client: ClientBase,
  log: SealedLog,
  seal: HeadSeal,
  after: string | null,
  findings: Findings,
): Promise<void> {
  const marks = marksOf(seal);
  let count = 0;
  let at = -1; // lines before the first mark belong to no slice
  let slice: SealedLine[] = [];
  for await (const line of log.read(client, { after, upto: seal.upto })) {
    count += 1;
    while (marks[at + 1] !== undefined && (marks[at + 1] as Mark).firstId <= line.id) {
      await checkSlice(client, log, seal.no, marks[at], slice, findings);
      at += 1;
      slice = [];
    }
    slice.push({ id: line.id, leaf: leafOrNothing(line) });
    if (findings.isFull) return;
  }
  if (count === 0) {
    const act = { id: seal.firstAct, kind: null, recordedAt: null };
    findings.add({
      what: 'truncated',
      seal: seal.no,
      act,
      message: `All ${seal.count} lines of seal ${seal.no}, recorded up to ${seal.upto}, are gone; this was the first.`,
    });
    return;
  }
  for (; at < marks.length; at += 1) {
    await checkSlice(client, log, seal.no, marks[at], slice, findings);
    slice = [];
  }
}

async function checkSlice(
  client: ClientBase,
  log: SealedLog,
  seal: number,
  mark: Mark | undefined,
  slice: readonly SealedLine[],
  findings: Findings,
): Promise<void> {
  const report = (what: 'changed' | 'removed' | 'inserted', act: FoundLine, message: string) =>
    findings.add({ what, seal, act, message });
  const named = async (id: string): Promise<FoundLine> =>
    (await findLine(client, log, id)) ?? { id, kind: null, recordedAt: null };
  const [first] = slice;
  if (mark === undefined) {
    for (const { id } of slice)
      report('inserted', await named(id), `Not among the lines that the head knows in seal ${seal}.`);
  } else if (first?.id !== mark.firstId) {
    const act = await named(mark.firstId);
    if (act.kind === null) report('removed', act, `The head knows this ${log.word} in seal ${seal}; it is gone.`);
    else report('changed', act, `The head knows this ${log.word} with another time of recording, in seal ${seal}.`);
  } else if (!fingerprint(slice).equals(mark.fingerprint)) {
    if (mark.count > 1)
      report(
        'changed',
        await named(first.id),
        `One of the ${mark.count} lines that begin here in seal ${seal} was changed, removed or inserted (${slice.length} are there).`,
      );
    else if (!fingerprint([first]).equals(mark.fingerprint))
      report('changed', await named(first.id), `The ${log.word} is not the one that the head knows in seal ${seal}.`);
    if (mark.count === 1)
      for (const { id } of slice.slice(1))
        report('inserted', await named(id), `Not among the lines that the head knows in seal ${seal}.`);
  }
}

function leafOrNothing(line: SealableLine): Buffer {
  try {
    return line.leaf();
  } catch {
    return Buffer.alloc(0); // changed into something that is not even a line
  }
}
