import type { KindField, KindForm } from '#/kernel/journal/contract.ts';
import { readProposal } from '#/kernel/journal/proposal-contract.ts';
import { ask } from '../ask.ts';
import { envelopeOf } from '../record/envelope.ts';
import { nodesOf } from '../record/form/nodes.ts';
import { typedOf, type Values } from '../record/form/values.ts';
import { keptList } from './kept-list.ts';
import { rowOf, type SubjectKind } from './rows.ts';

interface Returned {
  kind: KindForm;
  envelope: readonly KindField[];
  subject: SubjectKind;
  follows: string;
  tenant: string | undefined;
}

/** A list that one has proposed and got back, as the form holds it. */
export async function takenUp({ kind, envelope, subject, follows, tenant }: Returned): Promise<Values> {
  const { acts } = await ask(readProposal, { id: follows, tenant });
  return listAgain({ kind, envelope, subject }, acts ?? []);
}

/** What differs from one act to the next is each one's own; the acts get ids of their own anew. */
export function listAgain(
  { kind, envelope, subject }: Pick<Returned, 'kind' | 'envelope' | 'subject'>,
  acts: readonly Values[],
): Values {
  const own = nodesOf(kind.fields).filter(({ name }) => name !== subject);
  const nodes = [...own, ...envelopeOf(envelope)];
  const typed = acts.map(({ id: _id, ...act }) => typedOf(nodes, act));
  const [first = {}] = typed;
  const differs = (name: string) => typed.some((one) => JSON.stringify(one[name]) !== JSON.stringify(first[name]));
  const ownNames = own.map(({ name }) => name).filter(differs);
  const part = (values: Values, isOwn: boolean) =>
    Object.fromEntries(Object.entries(values).filter(([name]) => ownNames.includes(name) === isOwn));
  const rows = acts.map((act, i) => ({ ...rowOf(String(act[subject])), own: part(typed[i] ?? {}, true) }));
  return keptList({ values: part(first, false), ownNames, rows });
}
