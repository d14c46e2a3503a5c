import type { ClientBase } from 'pg';
import type { Act } from './act.ts';
import { leafOf } from './line.ts';
import { readActs } from './read-acts.ts';
import { hashLists, readSealedActs, type SealedAct, type SealRow, sealHash } from './seal-chain.ts';
import { type Findings, findAct } from './seal-finding.ts';

interface Previous {
  no: number;
  hash: string;
  upto: string | null;
}

/** Whether a seal is whole, follows the one before, and holds exactly the acts recorded in its span. */
export async function checkSeal(
  client: ClientBase,
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
  await checkChain(client, seal, previous, isGap, findings);
  const acts = readActs(client, { after: previous.upto, upto: seal.upto });
  const sealed = readSealedActs(client, seal.no);
  try {
    await compare(client, seal.no, acts, sealed, isGap, findings);
  } finally {
    await acts.return(undefined);
    await sealed.return(undefined);
  }
}

async function checkChain(
  client: ClientBase,
  seal: SealRow,
  previous: Previous,
  isGap: boolean,
  findings: Findings,
): Promise<void> {
  const broken = (message: string) => findings.add({ what: 'seal-changed', seal: seal.no, act: null, message });
  const isOwn = sealHash({ ...seal, ...(await hashLists(client, seal.no)) }) === seal.hash;
  if (!isOwn) broken(`Seal ${seal.no} does not have the hash of its content.`);
  if (!isGap && seal.previousHash !== previous.hash)
    broken(`Seal ${seal.no} does not follow from seal ${previous.no}.`);
  if (previous.upto !== null && seal.upto <= previous.upto) broken(`Seal ${seal.no} ends before the one it follows.`);
}

/** Walks both lists, which are in order of id, side by side. */
async function compare(
  client: ClientBase,
  seal: number,
  acts: AsyncGenerator<Act>,
  sealed: AsyncGenerator<SealedAct>,
  isGap: boolean,
  findings: Findings,
): Promise<void> {
  let act: Act | undefined = (await acts.next()).value;
  let held: SealedAct | undefined = (await sealed.next()).value;
  while ((act !== undefined || held !== undefined) && !findings.isFull) {
    if (held === undefined || (act !== undefined && act.id < held.id)) {
      // Behind a gap nobody can tell which acts the missing seal held.
      if (!isGap)
        findings.add({
          what: 'inserted',
          seal,
          act: found(act as Act),
          message: `Seal ${seal} does not hold this act.`,
        });
      act = (await acts.next()).value;
    } else if (act === undefined || held.id < act.id) {
      await reportAbsent(client, seal, held.id, findings);
      held = (await sealed.next()).value;
    } else {
      if (!isSame(act, held))
        findings.add({ what: 'changed', seal, act: found(act), message: `The act is not what seal ${seal} holds.` });
      act = (await acts.next()).value;
      held = (await sealed.next()).value;
    }
  }
}

async function reportAbsent(client: ClientBase, seal: number, id: string, findings: Findings): Promise<void> {
  const moved = await findAct(client, id);
  if (moved !== null)
    findings.add({
      what: 'changed',
      seal,
      act: moved,
      message: `Seal ${seal} holds this act with another time of recording.`,
    });
  else
    findings.add({
      what: 'removed',
      seal,
      act: { id, kind: null, recordedAt: null },
      message: `Seal ${seal} holds an act that is gone.`,
    });
}

function isSame(act: Act, held: SealedAct): boolean {
  try {
    return leafOf(act).equals(held.leaf);
  } catch {
    return false; // changed into something that is not even a line
  }
}

function found({ id, kind, recordedAt }: Act) {
  return { id, kind, recordedAt };
}
