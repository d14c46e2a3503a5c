import { extname } from 'node:path';
import type { Readable } from 'node:stream';
import { inTransaction } from '#/platform/db/transaction.ts';
import { hashFile } from '../import/lines.ts';
import type { SheetFinding, TablePlan } from '../tables/plan.ts';
import { proposePlan } from '../tables/propose-plan.ts';
import { type Doors, unitLookup } from './doors.ts';
import { receiveFile } from './receive.ts';
import { forget, recall, signatureOf } from './remembered.ts';
import type { Session } from './session.ts';

export interface Upload {
  name: string;
  tenant?: string;
  scope?: string;
  /** Who sends it. */
  by: string;
  /** In which capacity. */
  capacity?: string;
  /** The length that the sender announced. */
  declared?: number;
}

const journalEndings = new Set(['.ndjson', '.jsonl']);

/** Takes a file in and proposes how to read it: as the last file of its form was read, where there was one. */
export async function receive(
  doors: Doors,
  body: Readable,
  { name, tenant, scope, by, capacity, declared }: Upload,
  { id, folder }: { id: string; folder: string },
): Promise<Session> {
  const register = await doors.registerOf({ tenant, scope });
  const file = await receiveFile(body, { folder, name, declared });
  const isJournal = journalEndings.has(extname(name).toLowerCase());
  const about = { tenant: register, by, ...(scope === undefined ? {} : { scope }) };
  const read = isJournal ? noPlan : await propose(doors, file, about);
  return {
    id,
    name,
    kind: isJournal ? 'acts' : 'table',
    createdAt: doors.clock.now().toISOString(),
    ...about,
    ...(capacity === undefined ? {} : { capacity }),
    state: 'recognised',
    file,
    fileHash: await hashFile(file),
    ...read,
    planProblems: [],
    repairs: [],
  };
}

type Proposed = Pick<Session, 'plan' | 'sheets' | 'signature' | 'remembered'>;

const noPlan: Proposed = { plan: { sheets: [], newUnits: [] }, sheets: [], signature: null, remembered: false };

export async function propose(
  doors: Doors,
  file: string,
  about: Pick<Session, 'tenant' | 'scope' | 'by'>,
): Promise<Proposed> {
  const { plan, findings } = await proposePlan(file, { lookup: unitLookup(doors, about) });
  const signature = signatureOf(plan);
  const before = await remembered(doors, about, signature, plan);
  return { plan: before ?? plan, sheets: usesOf(findings, before ?? plan), signature, remembered: before !== null };
}

/** What is found of a sheet goes on saying how the sheet is used. */
export function usesOf(findings: readonly SheetFinding[], plan: TablePlan): SheetFinding[] {
  return findings.map((finding) => {
    const sheet = plan.sheets.find((one) => one.sheet === finding.sheet);
    return sheet === undefined ? finding : { ...finding, use: sheet.use };
  });
}

async function remembered(
  doors: Doors,
  { tenant, scope, by }: Pick<Session, 'tenant' | 'scope' | 'by'>,
  signature: string,
  plan: TablePlan,
): Promise<TablePlan | null> {
  const room = tenant === null ? null : await doors.room(tenant, scope);
  if (room === null) return null;
  return inTransaction(room.journal.pool, { actor: by, scope: room.scope, readOnly: true }, ({ client }) =>
    recall(client, signature, plan),
  );
}

/** Forgets how files of this form were read, and proposes anew. */
export async function forgetAndPropose(doors: Doors, session: Session): Promise<Proposed> {
  const { tenant, scope, by, signature, file } = session;
  const room = tenant === null ? null : await doors.room(tenant, scope);
  if (room !== null && signature !== null)
    await inTransaction(room.journal.pool, { actor: by, scope: room.scope }, ({ client }) => forget(client, signature));
  return propose(doors, file, session);
}
