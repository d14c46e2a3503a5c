import { valueWords } from '#/domain/words/value-words.ts';
import type { Act, Subject } from '#/kernel/journal/act.ts';
import { actColumns, actFromRow } from '#/kernel/journal/line.ts';
import type { ActMention, ActStory } from '#/kernel/journal/list-contract.ts';
import type { Register } from '#/kernel/register.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { Problem } from '#/platform/errors.ts';
import { isUuid } from '#/platform/ids.ts';
import { actRows } from './act-rows.ts';
import { withErased } from './erased.ts';
import { paperQuery } from './find-acts.ts';
import { laidFacts, laidWords, unitsOf } from './laid-facts.ts';
import { namesOf } from './names.ts';
import { referencesOf } from './references.ts';
import { storyFields } from './story-fields.ts';
import { fatesOf, mentionOf } from './withdrawals.ts';

/** A reorganisation may lay thousands of facts: the first of them are told. */
const factsShown = 60;
const subjectsAsked = 200;

/** Everything that is to be read of one act. Throws `act.unknown`. */
export async function storyOf(tx: Tx, register: Register, id: string): Promise<Omit<ActStory, 'tenant'>> {
  const act = await readOne(tx, id);
  const [row] = await actRows(tx, register, [act]);
  if (row === undefined) throw new Error('an act has no line');
  const kind = register.kinds.get(act.kind);
  const facts = await laidFacts(tx, register, id, await subjectsOf(tx, id));
  const shown = facts.slice(0, factsShown);
  const named = referencesOf(register, act);
  const acting = act.actor.unit === null ? [] : [act.actor.unit];
  const ofFacts = (type: string) =>
    shown.flatMap(({ table, subjectId }) => (table.subject === type ? [subjectId] : []));
  const nameOf = await namesOf(
    tx,
    [...named.persons, ...ofFacts('person')],
    [...named.units, ...ofFacts('unit'), ...acting, ...unitsOf(shown)],
  );
  const unitNamed = (unitId: string) => nameOf('unit', unitId, act.effectiveOn).name;
  return {
    ...row,
    description: kind?.description ?? row.title,
    about: (['unit', 'person'] as const).filter((type) => kind?.[type] !== undefined),
    actor: {
      unit: act.actor.unit === null ? null : nameOf('unit', act.actor.unit, act.effectiveOn),
      body: valueWords('body', act.actor.body) ?? { vi: act.actor.body, en: act.actor.body },
      department: act.actor.department ?? null,
    },
    fields: await withErased(tx, act, storyFields(kind, act, named, nameOf)),
    facts: shown.map((fact) => ({
      ...laidWords(fact, unitNamed),
      subject: nameOf(fact.table.subject, fact.subjectId, act.effectiveOn),
    })),
    factCount: facts.length,
    target: act.withdraws === null ? null : await targetOf(tx, register, act.withdraws),
    earlierWithdrawals: (await fatesOf(tx, register, [id]))(id).earlier,
    samePaper: await countSamePaper(tx, act),
    seal: await sealOf(tx, act.recordedAt),
  };
}

async function readOne({ client }: Tx, id: string): Promise<Act> {
  const found = isUuid(id) ? await client.query(`select ${actColumns} from act where id = $1`, [id]) : { rows: [] };
  if (found.rows.length === 0) throw new Problem('act.unknown', 'There is no such act.', { status: 404 });
  return actFromRow(found.rows[0]);
}

async function subjectsOf({ client }: Tx, id: string): Promise<Subject[]> {
  const { rows } = await client.query(
    `select role as type, subject_id as id from act_subject where act_id = $1 and role in ('person', 'unit') order by 1 desc, 2 limit ${subjectsAsked}`,
    [id],
  );
  return rows;
}

async function targetOf({ client }: Tx, register: Register, id: string): Promise<ActMention | null> {
  const { rows } = await client.query(
    'select id, kind, effective_on, recorded_at, recorded_by from act where id = $1',
    [id],
  );
  return rows[0] === undefined ? null : mentionOf(register, rows[0]);
}

/** How many other acts rest on the paper: same issuer, number and date. */
async function countSamePaper({ client }: Tx, act: Act): Promise<number> {
  if (act.paper === null) return 0;
  const { issuer, number, issuedOn } = act.paper;
  const words = paperQuery(`${number} ${issuer}`);
  if (words === null) return 0;
  const { rows } = await client.query(
    `select count(*) from acts_gathered(null, $1, null, null, null, 5001) f (id) join act a on a.id = f.id
     where a.id <> $2 and a.paper ->> 'issuer' = $3 and a.paper ->> 'number' = $4 and a.paper ->> 'issuedOn' is not distinct from $5`,
    [words, act.id, issuer, number, issuedOn ?? null],
  );
  return rows[0].count;
}

/** The seal that holds what was recorded at this instant; null: not sealed yet. */
async function sealOf({ client }: Tx, recordedAt: string): Promise<ActStory['seal']> {
  const { rows } = await client.query(
    `select no, sealed_at as "sealedAt", encode(hash, 'hex') as hash from seal where upto >= $1::timestamptz order by no limit 1`,
    [recordedAt],
  );
  return rows[0] ?? null;
}
