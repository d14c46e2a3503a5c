import type { Act, Subject } from '#/kernel/journal/act.ts';
import type { ActRow, ActSubject } from '#/kernel/journal/list-contract.ts';
import type { Register } from '#/kernel/register.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { namesOf } from './names.ts';
import { referencesOf } from './references.ts';
import { saysOf } from './says.ts';
import { fatesOf, titleOf } from './withdrawals.ts';

/** As many subjects of one act as a line can name. */
const subjectsShown = 5;

/** Acts as lines to read, in the same order. */
export async function actRows(tx: Tx, register: Register, acts: readonly Act[]): Promise<ActRow[]> {
  const ids = acts.map(({ id }) => id);
  const subjects = await subjectsOf(tx, ids);
  const fateOf = await fatesOf(tx, register, ids);
  const named = acts.map((act) => referencesOf(register, act));
  const shown = (id: string) => subjects.get(id)?.shown ?? [];
  const nameOf = await namesOf(
    tx,
    [...named.flatMap(({ persons }) => persons), ...ids.flatMap(shown).flatMap(only('person'))],
    [...named.flatMap(({ units }) => units), ...ids.flatMap(shown).flatMap(only('unit'))],
  );
  return acts.map((act, i): ActRow => {
    const own = shown(act.id).map(({ type, id }) => withBodyName(nameOf(type, id, act.effectiveOn), act));
    const isUnit = new Set(named[i]?.units);
    const { withdrawnBy } = fateOf(act.id);
    const nameOfId = (id: string) => nameOf(isUnit.has(id) ? 'unit' : 'person', id, act.effectiveOn).name;
    return {
      ...headOf(register, act),
      subjects: own.toSorted((a, b) => (a.name ?? '').localeCompare(b.name ?? '', 'vi')),
      subjectCount: subjects.get(act.id)?.count ?? 0,
      says: saysOf(register.kinds.get(act.kind), act, new Set(own.map(({ id }) => id)), nameOfId),
      withdrawnBy,
      can: { correct: withdrawnBy === null && act.kind !== 'act.withdrawn', withdraw: withdrawnBy === null },
    };
  });
}

function headOf(register: Register, act: Act) {
  const { id, kind, effectiveOn, recordedAt, recordedBy, source, paper, note, withdraws } = act;
  return {
    id,
    kind,
    title: titleOf(register, kind),
    effectiveOn,
    recordedAt,
    recordedBy,
    source: { ...source },
    paper,
    note,
    withdraws,
  };
}

/** Whom an act brought in that was withdrawn since is known by the act alone. */
function withBodyName(subject: ActSubject, act: Act): ActSubject {
  if (subject.name !== null) return subject;
  const own = [act.body.person, act.body.unit].find(
    (one): one is { id: string; name?: string; code?: string } =>
      typeof one === 'object' && one !== null && (one as { id?: string }).id === subject.id,
  );
  return own === undefined ? subject : { ...subject, name: own.name ?? null, code: subject.code ?? own.code ?? null };
}

const only = (type: Subject['type']) => (subject: Subject) => (subject.type === type ? [subject.id] : []);

interface Subjects {
  shown: Subject[];
  count: number;
}

async function subjectsOf({ client }: Tx, ids: readonly string[]): Promise<Map<string, Subjects>> {
  const { rows } = await client.query(
    `select act_id, subject_id, role, count from (
       select s.*, count(*) over w as count, row_number() over (w order by s.role, s.subject_id) as no
       from act_subject s where s.act_id = any($1::uuid[]) and s.role in ('person', 'unit')
       window w as (partition by s.act_id)
     ) n where no <= $2 order by act_id, no`,
    [ids, subjectsShown],
  );
  const found = new Map<string, Subjects>();
  for (const { act_id, subject_id, role, count } of rows) {
    const of: Subjects = found.get(act_id) ?? { shown: [], count };
    of.shown.push({ type: role, id: subject_id });
    found.set(act_id, of);
  }
  return found;
}
