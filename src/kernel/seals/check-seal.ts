import type { ClientBase } from 'pg';
import { hashLists, readSealedLines, type SealedLine, type SealRow, sealHash } from './chain.ts';
import { type Findings, findLine } from './finding.ts';
import type { SealableLine, SealedLog } from './sealed-log.ts';

interface Previous {
  no: number;
  hash: string;
  upto: string | null;
}

/** Whether a seal is whole, follows the one before, and holds exactly the lines recorded in its span. */
export async function checkSeal(
  client: ClientBase,
  log: SealedLog,
  seal: SealRow,
  previous: Previous,
  findings: Findings,
): Promise<void> {
  const isGap = seal.no !== previous.no + 1;
  if (isGap)
    findings.add({
      what: 'seal-missing',
      seal: previous.no + 1,
      act: null,
      message: `Seal ${previous.no + 1} is gone.`,
    });
  await checkChain(client, log, seal, previous, isGap, findings);
  const lines = log.read(client, { after: previous.upto, upto: seal.upto });
  const sealed = readSealedLines(client, log, seal.no);
  try {
    await compare(client, log, seal.no, { lines, sealed }, isGap, findings);
  } finally {
    await lines.return(undefined);
    await sealed.return(undefined);
  }
}

async function checkChain(
  client: ClientBase,
  log: SealedLog,
  seal: SealRow,
  previous: Previous,
  isGap: boolean,
  findings: Findings,
): Promise<void> {
  const broken = (message: string) => findings.add({ what: 'seal-changed', seal: seal.no, act: null, message });
  const isOwn = sealHash({ ...seal, ...(await hashLists(client, log, seal.no)) }) === seal.hash;
  if (!isOwn) broken(`Seal ${seal.no} does not have the hash of its content.`);
  if (!isGap && seal.previousHash !== previous.hash)
    broken(`Seal ${seal.no} does not follow from seal ${previous.no}.`);
  if (previous.upto !== null && seal.upto <= previous.upto) broken(`Seal ${seal.no} ends before the one it follows.`);
}

/** Walks both lists, which are in order of id, side by side. */
async function compare(
  client: ClientBase,
  log: SealedLog,
  seal: number,
  { lines, sealed }: { lines: AsyncGenerator<SealableLine>; sealed: AsyncGenerator<SealedLine> },
  isGap: boolean,
  findings: Findings,
): Promise<void> {
  let line: SealableLine | undefined = (await lines.next()).value;
  let held: SealedLine | undefined = (await sealed.next()).value;
  while ((line !== undefined || held !== undefined) && !findings.isFull) {
    if (held === undefined || (line !== undefined && line.id < held.id)) {
      // Behind a gap nobody can tell which lines the missing seal held.
      if (!isGap)
        findings.add({
          what: 'inserted',
          seal,
          act: found(line as SealableLine),
          message: `Seal ${seal} does not hold this ${log.word}.`,
        });
      line = (await lines.next()).value;
    } else if (line === undefined || held.id < line.id) {
      await reportAbsent(client, log, seal, held.id, findings);
      held = (await sealed.next()).value;
    } else {
      if (!isSame(line, held))
        findings.add({
          what: 'changed',
          seal,
          act: found(line),
          message: `The ${log.word} is not what seal ${seal} holds.`,
        });
      line = (await lines.next()).value;
      held = (await sealed.next()).value;
    }
  }
}

async function reportAbsent(
  client: ClientBase,
  log: SealedLog,
  seal: number,
  id: string,
  findings: Findings,
): Promise<void> {
  const moved = await findLine(client, log, id);
  if (moved !== null)
    findings.add({
      what: 'changed',
      seal,
      act: moved,
      message: `Seal ${seal} holds this ${log.word} with another time of recording.`,
    });
  else
    findings.add({
      what: 'removed',
      seal,
      act: { id, kind: null, recordedAt: null },
      message: `Seal ${seal} holds an ${log.word} that is gone.`,
    });
}

function isSame(line: SealableLine, held: SealedLine): boolean {
  try {
    return line.leaf().equals(held.leaf);
  } catch {
    return false; // changed into something that is not even a line
  }
}

function found({ id, kind, recordedAt }: SealableLine) {
  return { id, kind, recordedAt };
}
