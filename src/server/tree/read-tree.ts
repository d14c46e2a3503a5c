import type { TreeAnswer } from '#/domain/units/tree-contract.ts';
import type { CountFigure } from '#/kernel/figures/figure.ts';
import { type Frame, inFrame } from '#/kernel/figures/frame.ts';
import type { Day } from '#/platform/day.ts';
import type { Tenant } from '#/platform/db/migrate.ts';
import type { Room, Workplace } from '../workplace.ts';
import { layOut } from './lay-out.ts';
import { countOfEach } from './tree-members.ts';
import { otherRows, standingRows } from './tree-rows.ts';

interface Asked {
  room: Room;
  unitId: string;
  /** The path that the asker may see. */
  scope: string;
  actor: string;
  on: Day;
  knownAt: string | null;
  others: boolean;
}

/** The tree under a unit on a day. Answers of what is known now are kept until something is recorded. */
export async function readTree(installation: Workplace, asked: Asked): Promise<TreeAnswer> {
  const { room, unitId, scope, actor, on, knownAt, others } = asked;
  const members = installation.figures.get('members') as CountFigure;
  return room.read({ actor, scope }, ({ db }) =>
    inFrame(db, { unitId, on, from: null, to: null, args: {}, knownAt }, async (frame) => {
      const key = [frame.knownAt, unitId, on, scope, others].join(' ');
      const known = frame.isCurrent ? keptOf(room).get(key) : undefined;
      if (known !== undefined) return known;
      const answer = await makeTree(frame, { members, others, tenant: room.tenant.code });
      if (frame.isCurrent) keep(keptOf(room), key, answer);
      return answer;
    }),
  );
}

async function makeTree(
  frame: Frame,
  { members, others, tenant }: { members: CountFigure; others: boolean; tenant: string },
): Promise<TreeAnswer> {
  const standing = await standingRows(frame);
  const whole = await countOfEach(frame, members, standing);
  const rows = others ? [...standing, ...(await otherRows(frame))].sort(byCode) : standing;
  const tree = layOut(frame.unitId, rows, whole, ({ path }) => path.includes(frame.viewerScope));
  return { on: frame.on, knownAt: frame.knownAt, tenant, ...tree };
}

/** So many trees of a register are kept: of a province each takes some megabytes. */
const most = 12;

// By the tenant's own object, which a bounded room hands on: the room itself is another one for every request.
const kept = new WeakMap<Tenant, Map<string, TreeAnswer>>();

function keptOf({ tenant }: Room): Map<string, TreeAnswer> {
  const known = kept.get(tenant) ?? new Map<string, TreeAnswer>();
  kept.set(tenant, known);
  return known;
}

function keep(trees: Map<string, TreeAnswer>, key: string, answer: TreeAnswer): void {
  for (const [other, { knownAt }] of trees) if (knownAt !== answer.knownAt || trees.size >= most) trees.delete(other);
  trees.set(key, answer);
}

function byCode(a: { code: string }, b: { code: string }): number {
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
}
