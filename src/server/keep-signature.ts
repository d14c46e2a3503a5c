import { type Day, today } from '#/platform/day.ts';
import { blankSignature, type Signature, type SignatureBlock } from '#/reports/papers/signature.ts';
import { type PaperKind, rememberedSignature, rememberSignature } from '#/reports/papers/signatures.ts';
import { reportNamed } from '#/reports/reports.ts';
import { findUnit, type Place } from './find-unit.ts';
import { overlaid } from './read-signature.ts';
import type { Room, Workplace } from './workplace.ts';

/** Whose papers, from outside: the unit by its code of today. */
export interface AskedSignature extends Place {
  actor: string;
  report: string;
  unit: string;
}

/** What is kept, and the first day on which papers are signed so; null: nothing was ever kept. */
interface KeptSignature {
  signature: SignatureBlock;
  since: Day | null;
}

/** How the unit's forms, or its reports in prose, are signed today. */
export async function readKept(installation: Workplace, asked: AskedSignature): Promise<KeptSignature> {
  reportNamed(asked.report);
  const on = today(installation.clock);
  const { room, unitId, scope } = await findUnit(installation, asked.unit, on, asked);
  const kept = await room.read({ actor: asked.actor, scope }, (tx) =>
    rememberedSignature(tx, unitId, kindOf(asked.report), on),
  );
  const { signedOn: _day, ...block } = { ...blankSignature, ...kept?.block };
  return { signature: block, since: kept?.since ?? null };
}

/** Keeps what is told over what was kept. Throws `signature.incomplete`. */
export async function changeKept(
  installation: Workplace,
  asked: AskedSignature,
  told: Partial<Signature>,
): Promise<KeptSignature> {
  const { signature: kept } = await readKept(installation, asked);
  const { room, unitId, scope } = await findUnit(installation, asked.unit, today(installation.clock), asked);
  const signature = overlaid({ ...blankSignature, ...kept }, told);
  await keepSignature(installation, { ...asked, room, scope, unitId, signature });
  return readKept(installation, asked);
}

interface Kept {
  actor: string;
  report: string;
  room: Room;
  scope: string;
  unitId: string;
  signature: Signature;
}

/** From the day of the signature on, else from today; the day itself is of one paper only. */
export async function keepSignature(
  { clock }: Workplace,
  { actor, report, room, scope, unitId, signature }: Kept,
): Promise<void> {
  const { signedOn, ...block } = signature;
  const entered = {
    unitId,
    paper: kindOf(report),
    from: signedOn ?? today(clock),
    block,
    recordedAt: clock.now().toISOString(),
    recordedBy: actor,
  };
  await room.write({ actor, scope }, (tx) => rememberSignature(tx, entered));
}

/** Forms, and minutes, are often signed by others than reports in prose. */
export function kindOf(report: string): PaperKind {
  return reportNamed(report).isProse ? 'report' : 'form';
}
