import type { KindField } from '#/kernel/journal/contract.ts';

/** A field of a form with the fields inside it. */
export interface FieldNode {
  field: KindField;
  /** The key under which its value stands. */
  name: string;
  children: readonly FieldNode[];
  /** Its values are kept sealed, it itself or what it stands in. */
  isSensitive: boolean;
}

/** The tree of a kind's fields, in the order of declaration. Ids that the server makes are left out. */
export function nodesOf(fields: readonly KindField[], above = '', isSensitive = false): FieldNode[] {
  return fields.flatMap((field) => {
    const at = field.field.lastIndexOf('.');
    const parent = at === -1 ? '' : field.field.slice(0, at).replace(/\[\]$/, '');
    const name = field.field.slice(at + 1);
    if (parent !== above || (name === 'id' && field.types.includes('id'))) return [];
    const secret = isSensitive || field.sensitive !== undefined;
    return [{ field, name, isSensitive: secret, children: nodesOf(fields, field.field, secret) }];
  });
}

/** What it mostly is: a field that names somebody or brings somebody in has two types. */
export function isType(node: FieldNode, ...types: KindField['types']): boolean {
  return node.field.types.some((type) => types.includes(type));
}

/** Whether it holds fields of its own. */
export function isGroup(node: FieldNode): boolean {
  return isType(node, 'object', 'new-person', 'new-unit');
}
