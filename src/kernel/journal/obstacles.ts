import { z } from 'zod';
import type { Day } from '#/platform/day.ts';
import type { Tx } from '#/platform/db/transaction.ts';
import { type FieldProblem, Problem } from '#/platform/errors.ts';
import { uuidv7 } from '#/platform/ids.ts';
import { foldState } from '../facts/fold.ts';
import { loadActs, unitsNamed } from '../facts/load.ts';
import type { Act, Subject } from './act.ts';
import type { KindSpell } from './batch.ts';
import { checkContext, problemOf } from './check-context.ts';
import { envelopeKeys } from './envelope.ts';
import type { ActKind } from './kind.ts';
import type { Journal } from './posting.ts';
import { schemaPaths, visitPath } from './schema-paths.ts';

type Body = Record<string, unknown>;

/**
 * Why acts of some kinds cannot be recorded about a subject on a day, whatever else they would say; kinds without an
 * obstacle are left out. Asked of the kinds themselves: an act that says no more than its kind requires is folded after
 * the subject's own, and what the kind's reducer throws of the subject counts. Of the rulebook only what is judged by day
 * and record counts (`effectiveOn`, `person.born`): other rules depend on what would be typed.
 */
export async function obstacles(
  { client }: Tx,
  { register, rulebook }: Journal,
  subject: Subject,
  on: Day,
): Promise<Map<string, FieldProblem[]>> {
  const acts = ((await loadActs(client, subject.type, [subject.id])).get(subject.id) ?? []).map(({ act }) => act);
  const place = subject.type === 'unit' ? subject.id : [...unitsNamed(register, acts)].at(-1);
  const unitKinds = new Map<string, KindSpell[]>();
  const found = new Map<string, FieldProblem[]>();
  for (const kind of register.kinds.values()) {
    const tried = kind[subject.type] === undefined ? null : leastAct(kind, subject, on, place);
    if (tried === null) continue;
    const { problems } = foldState(register, subject, [...acts, tried]);
    const own = problems.filter(({ actId, field }) => actId === tried.id && isOf(subject, field));
    const told = own.length > 0 ? own : await brokenRules(kind, tried);
    if (told.length > 0) found.set(kind.kind, told);
  }
  return found;

  async function brokenRules(kind: ActKind, act: Act): Promise<FieldProblem[]> {
    const told: FieldProblem[] = [];
    const context = checkContext(client, rulebook, unitKinds, {
      broken: (rule, field, message) => {
        const isJudged = field === 'effectiveOn' || field.startsWith(`${subject.type}.`);
        if (rule.effect === 'block' && isJudged) told.push(problemOf(act.id, rule, field, message));
      },
      afterwards: () => {}, // of a group of acts, and here is one
    });
    try {
      await kind.check?.(act, context);
    } catch (error) {
      if (!(error instanceof Problem)) throw error; // of a field that the least act does not have
    }
    return told;
  }
}

const isOf = ({ type }: Subject, field = ''): boolean => field === type || field === `${type}s`;

/** The fields in which kinds name whom they are about: `person`, `unit`, or a list of `units`. */
const isSubjectAt = (path: readonly string[], type: Subject['type']): boolean =>
  path.join('.') === type || path.join('.') === `${type}s.*`;

/** An act of the kind about the subject that says what it must and nothing else; null: the kind names no such subject. */
function leastAct(kind: ActKind, { type, id }: Subject, on: Day, place: string | undefined): Act | null {
  const paths = schemaPaths(kind.schema);
  const names = (meaning: 'refers' | 'introduces') =>
    paths.some(({ path, meta }) => meta[meaning] === type && isSubjectAt(path, type));
  const isRef = names('refers');
  // A unit that an act founds is another one; a person who is brought in may be the same by mistake.
  if (!isRef && (type === 'unit' || !names('introduces'))) return null;
  const body = requiredOf(kind);
  for (const { path, meta } of paths)
    if (meta.refers !== undefined)
      visitPath(body, path, (value, { container, key }) => {
        if (typeof value !== 'string') return;
        const isSubject = meta.refers === type && isSubjectAt(path, type);
        container[key] = isSubject ? id : ((meta.refers === 'unit' ? place : undefined) ?? uuidv7());
      });
  for (const { path, meta } of paths)
    if (meta.introduces !== undefined)
      visitPath(body, path, (value, { container, key }) => {
        if (typeof value !== 'object') return;
        const isSubject = meta.introduces === type && isSubjectAt(path, type);
        container[key] = isSubject && isRef ? id : { ...value, id: isSubject ? id : uuidv7() };
      });
  const paper = kind.example.paper as Act['paper'] | undefined;
  return {
    id: uuidv7(),
    kind: kind.kind,
    effectiveOn: on,
    actor: { unit: null, body: 'committee' },
    paper: paper == null ? null : { ...paper, issuedOn: on },
    ...{ withdraws: null, after: null, note: null, body, recordedAt: on, recordedBy: '' },
    source: { via: 'screen' },
  };
}

function requiredOf({ schema, example }: ActKind): Body {
  const given = Object.entries(example).filter(
    ([key]) => !envelopeKeys.has(key) && !(schema.shape[key] instanceof z.ZodOptional),
  );
  return structuredClone(Object.fromEntries(given));
}
