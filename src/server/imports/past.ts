import type { Session } from '#/exchange/intake/session.ts';
import type { Intake, PastImport } from '#/exchange/intake/shapes.ts';
import type { Room, Workplace } from '../workplace.ts';

interface Row {
  id: string;
  name: string;
  at: string;
  by: string;
  acts: number;
  isUndone: boolean;
}

/** Recent imports, the latest first: sessions that lie here, and what the registers have recorded. */
export async function pastImports(
  installation: Workplace,
  sessions: readonly Session[],
  { tenant, limit, actor }: { tenant?: string; limit: number; actor: string },
): Promise<PastImport[]> {
  const codes = tenant === undefined ? (await installation.tenants()).map(({ code }) => code) : [tenant];
  const recorded = await Promise.all(
    codes.map(async (code) => {
      const rows = await batchesOf(await installation.room(code), actor, limit);
      return rows.map((row) => ofBatch(row, code));
    }),
  );
  const own = sessions.filter((session) => tenant === undefined || session.tenant === tenant).map(ofSession);
  const known = new Set(own.map((session) => session.import));
  const others = recorded.flat().filter((batch) => !known.has(batch.import));
  return [...own, ...others].toSorted((a, b) => (a.at < b.at ? 1 : -1)).slice(0, limit);
}

/** An import that a register has recorded, whose session lies here no longer (or never did). */
export async function recordedIntake(room: Room, importId: string, actor: string): Promise<Intake> {
  const [row] = await batchesOf(room, actor, 1, importId);
  if (row === undefined) throw new Error(`the import ${importId} went while it was read`);
  return {
    id: row.id,
    name: row.name,
    tenant: room.tenant.code,
    kind: 'acts',
    state: row.isUndone ? 'undone' : 'recorded',
    createdAt: row.at,
    keptUntil: row.at,
    plan: { sheets: [], newUnits: [] },
    sheets: [],
    planProblems: [],
    problems: { total: 0, byKind: [], first: [] },
    receipt: {
      import: row.id,
      recordedAt: row.at,
      recordedBy: row.by,
      added: row.acts,
      duplicates: 0,
      lines: row.acts,
      leftOut: 0,
      leftOutFirst: [],
      warnings: [],
    },
    remembered: false,
  };
}

async function batchesOf(room: Room, actor: string, limit: number, id?: string): Promise<Row[]> {
  return room.read({ actor }, async ({ client }) => {
    const { rows } = await client.query(
      `select id, file_name as name, recorded_at as at, recorded_by as by, act_count as acts, undone_at is not null as "isUndone"
       from import_batch where $1::uuid is null or id = $1 order by recorded_at desc limit $2`,
      [id ?? null, limit],
    );
    return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
  });
}

function ofBatch({ id, name, at, by, acts, isUndone }: Row, tenant: string): PastImport {
  return { id, name, tenant, state: isUndone ? 'undone' : 'recorded', at, by, acts, import: id };
}

function ofSession({ id, name, tenant, state, createdAt, by, receipt }: Session): PastImport {
  return {
    id,
    name,
    tenant,
    state,
    at: createdAt,
    by,
    acts: receipt?.added ?? null,
    import: receipt?.import ?? null,
  };
}
