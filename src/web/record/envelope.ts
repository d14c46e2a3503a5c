import type { KindField } from '#/kernel/journal/contract.ts';
import { type FieldNode, nodesOf } from './form/nodes.ts';

const asked = ['effectiveOn', 'actor', 'paper', 'note'];

/** The keys of every act that a form asks for: day, acting body, paper, note. */
export function envelopeOf(envelope: readonly KindField[]): FieldNode[] {
  return nodesOf(envelope).filter(({ name }) => asked.includes(name));
}
