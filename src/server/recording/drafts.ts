import type { DraftLine } from '#/kernel/journal/draft-contract.ts';
import { refuseOthersKinds } from '#/kernel/journal/not-yours.ts';
import { schemaPaths, visitPath } from '#/kernel/journal/schema-paths.ts';
import type { Vault } from '#/kernel/journal/vault.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import type { Api } from '../api.ts';
import { asProposer } from '../proposals/as-proposer.ts';
import type { Room } from '../workplace.ts';

type Body = Record<string, unknown>;

/** Who asks, and which part of the tree they may see. */
export interface Drafter {
  actor: string;
  scope: string;
}

export interface DraftToSave {
  id: string;
  kind: string;
  title: string;
  isShared: boolean;
  many?: number;
  body: Body;
}

interface DraftRow {
  id: string;
  kind: string;
  owner: string;
  is_shared: boolean;
  cipher: Buffer;
  saved_at: string;
}

const columns = 'id, kind, owner, is_shared, cipher, saved_at';

/** A list of 5,000 people takes half of it. */
const mostBytes = 2 ** 20;

/** The drafts that the asker may see, the latest first. */
export async function draftsOf(room: Room, drafter: Drafter): Promise<DraftLine[]> {
  const { vault } = await room.journal();
  const rows = await room.read(drafter, async ({ client }) => {
    const found = await client.query<DraftRow>(`select ${columns} from act_draft order by saved_at desc limit 200`);
    return found.rows;
  });
  return rows.map((row) => lineOf(row, drafter.actor, opened(row, vault)));
}

/** Throws `draft.unknown`. */
export async function draftNamed(room: Room, drafter: Drafter, id: string): Promise<DraftLine & { body: Body }> {
  const { vault } = await room.journal();
  const row = await room.read(drafter, (tx) => rowOf(tx, id));
  if (row === undefined) throw unknownDraft();
  const { body, ...about } = opened(row, vault);
  return { ...lineOf(row, drafter.actor, about), body };
}

/** Keeps a draft under its id, in place of what was kept; its first writer stays its owner. Throws `draft.too-large`, `draft.unknown`, `act.not-yours`. */
export async function keepDraft(
  { installation: { clock, register }, seat }: Pick<Api, 'installation' | 'seat'>,
  room: Room,
  drafter: Drafter,
  draft: DraftToSave,
): Promise<DraftLine> {
  const { id, kind, title, isShared, many } = draft;
  const declared = register.kinds.get(kind);
  if (declared === undefined) throw new Problem('kind.unknown', `There is no act kind "${kind}".`);
  if (JSON.stringify(draft.body).length > mostBytes)
    throw new Problem('draft.too-large', 'The draft is larger than 1 MB.');
  const body = isShared ? withoutSensitive(declared.schema, draft.body) : draft.body;
  const { vault, bound } = asProposer(await room.journal(), seat);
  refuseOthersKinds(bound, [declared]);
  const { cipher } = vault.conceal({ title, ...(many === undefined ? {} : { many }), body }, id, 'draft');
  const kept = room.write(drafter, async (tx) => {
    const before = await rowOf(tx, id);
    if (before !== undefined && before.kind !== kind) throw unknownDraft();
    const { rows } = await tx.client.query<DraftRow>(
      `insert into act_draft (id, kind, owner, is_shared, cipher, key_id, saved_at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (id) do update set is_shared = excluded.is_shared, cipher = excluded.cipher, key_id = excluded.key_id, saved_at = excluded.saved_at
       returning ${columns}`,
      [id, kind, drafter.actor, isShared, cipher, vault.keyId, clock.now().toISOString()],
    );
    return lineOf(rows[0] as DraftRow, drafter.actor, { title, many });
  });
  return kept.catch((error: { code?: string }) => {
    // Row-level security: the id is that of a draft which the asker does not see.
    throw error.code === '42501' ? unknownDraft() : error;
  });
}

/** Throws a draft away; whether there was one. */
export async function dropDraft(room: Room, drafter: Drafter, id: string): Promise<boolean> {
  return room.write(drafter, async ({ client }) => {
    const { rowCount } = await client.query('delete from act_draft where id = $1', [id]);
    return rowCount === 1;
  });
}

async function rowOf({ client }: Tx, id: string): Promise<DraftRow | undefined> {
  return (await client.query<DraftRow>(`select ${columns} from act_draft where id = $1`, [id])).rows[0];
}

/** What a draft is about: kept with it, encrypted. */
interface About {
  title: string;
  many?: number | undefined;
}

function lineOf({ id, kind, owner, is_shared, saved_at }: DraftRow, actor: string, { title, many }: About): DraftLine {
  const line = { id, kind, title, isShared: is_shared, isOwn: owner === actor, owner, savedAt: saved_at };
  return many === undefined ? line : { ...line, many };
}

function opened({ id, cipher }: DraftRow, vault: Vault): About & { body: Body } {
  return vault.reveal(cipher, id).value as About & { body: Body };
}

/** What others see of a draft holds no citizen id, address or family: they would be read without anybody noting it. */
function withoutSensitive(schema: Parameters<typeof schemaPaths>[0], body: Body): Body {
  const copy = structuredClone(body);
  for (const { path, meta } of schemaPaths(schema))
    if (meta.sensitive !== undefined)
      visitPath(copy, path, (_value, { container, key }) => {
        delete (container as Body)[key as string];
      });
  return copy;
}

function unknownDraft(): Problem {
  return new Problem('draft.unknown', 'There is no such draft.', { status: 404 });
}
