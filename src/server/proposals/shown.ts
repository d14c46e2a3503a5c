import type { ProposalShown } from '#/kernel/journal/proposal-contract.ts';
import type { Vault } from '#/kernel/journal/vault.ts';
import type { Day } from '#/platform/day.ts';
import { type Tx, wholeTenant } from '#/platform/db/transaction.ts';
import { titleOf as roleTitle } from '../access/shown.ts';
import { unitsCalled } from '../access/units-called.ts';
import type { Seat } from '../capacity.ts';
import { titleOf } from '../journal/withdrawals.ts';
import type { Workplace } from '../workplace.ts';
import { opened, type ProposalRow } from './rows.ts';

interface Reader {
  installation: Workplace;
  seat: Seat;
  actor: string;
  vault: Vault;
  on: Day;
  /** What the reader sees, and whose unit it is; null: nobody's, or the whole register. */
  path: string;
  unitId: string | null;
}

/** Whether somebody decides on it: the role records the kind, and the place holds the competent or the proposing unit. */
export function isTheirs({ kind, proposingPath, competentPath }: ProposalRow, seat: Seat, path: string): boolean {
  if (!seat.mayRecord(kind) || path === '') return false;
  return path === wholeTenant || [competentPath, proposingPath].some((one) => one?.startsWith(path));
}

/**
 * It waits for the unit of the role: the competent one, or one between it and the proposing unit, which may record it
 * just the same. Who stands above the competent unit sees it without being asked.
 */
function isOurs({ competentPath, proposingPath, competentUnitId }: ProposalRow, { unitId, path }: Reader): boolean {
  if (unitId !== null && unitId === competentUnitId) return true;
  if (competentPath === null) return path === wholeTenant || (proposingPath?.startsWith(path) ?? false);
  return !competentPath.startsWith(path) && (proposingPath?.startsWith(path) ?? false);
}

/** Proposals as their reader is told of them, with what units are called today. */
export async function shownProposals(tx: Tx, rows: readonly ProposalRow[], reader: Reader): Promise<ProposalShown[]> {
  const { installation, seat, actor, vault, on, path } = reader;
  const ids = rows.flatMap(({ proposingUnitId, competentUnitId }) => [proposingUnitId, competentUnitId]);
  const called = await unitsCalled(tx, ids, on);
  const unit = (id: string | null) => (id === null ? null : (called.get(id) ?? null));
  return rows.map((row): ProposalShown => {
    const { about, acts } = opened(row, vault);
    const isOwn = row.proposedBy === actor;
    const isOpen = row.state === 'open';
    const mayDecide = isOpen && !isOwn && isTheirs(row, seat, path);
    return {
      ...{ id: row.id, kind: row.kind, title: titleOf(installation.register, row.kind), about },
      count: acts.length,
      effectiveOn: String(acts[0]?.effectiveOn),
      state: row.state,
      isOwn,
      proposedBy: row.proposedBy,
      proposedAt: row.proposedAt,
      role: row.proposerRole === null ? null : roleTitle(installation.roles, row.proposerRole),
      from: unit(row.proposingUnitId),
      to: unit(row.competentUnitId),
      isOurs: !isOwn && isTheirs(row, seat, path) && isOurs(row, reader),
      decided:
        row.decidedBy === null || row.decidedAt === null
          ? null
          : { by: row.decidedBy, at: row.decidedAt, reason: row.reason },
      follows: row.followsId,
      can: {
        record: mayDecide,
        return: mayDecide,
        withdraw: isOpen && isOwn,
        again: isOwn && row.state === 'returned' && seat.mayPropose(row.kind),
      },
    };
  });
}
