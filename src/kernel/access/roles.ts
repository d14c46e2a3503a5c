import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type FieldProblem, Problem } from '#/platform/errors.ts';
import type { Bilingual } from '../journal/kind.ts';

/** What a role may see of values that are sealed in the journal. */
export const sensitiveClasses = [
  'identity-number',
  'contact',
  'address',
  'family',
  'health',
  'vetting',
  'complainant',
] as const;
export type SensitiveClass = (typeof sensitiveClasses)[number];

/** A right to do something, `noun.verb`, as routes name it. */
export interface PermissionText extends Bilingual {
  name: string;
  /** No role may hold it: only who owns the data folder does. */
  operatorOnly: boolean;
  /** It shows personal data of others, or gives rights: a role that holds it is granted by two people. */
  takesTwo: boolean;
}

/** What somebody may do in a capacity; where and when a grant says. */
export interface Role extends Bilingual {
  role: string;
  what: Bilingual;
  permissions: ReadonlySet<string>;
  /** Kinds of acts: `member.admitted`, or all of a noun: `meeting.*`. */
  records: readonly string[];
  /** Of those, the kinds that others record. */
  notRecords: readonly string[];
  /** Kinds that it may propose for the competent unit to record. What it records it may propose as well. */
  proposes: readonly string[];
  sensitive: ReadonlySet<SensitiveClass>;
  /** Whoever signs in to it needs more than a password. */
  secondFactor: boolean;
  /** Granted by one person and approved by another. */
  takesTwo: boolean;
}

/** The roles of an installation, in the order of the file. */
export interface Roles {
  permissions: readonly PermissionText[];
  all: readonly Role[];
  /** Null: there is no such role (any more). */
  get: (role: string) => Role | null;
}

/** The roles that hold a permission. */
export function holding({ all }: Roles, permission: string): string[] {
  return all.flatMap(({ role, permissions }) => (permissions.has(permission) ? [role] : []));
}

const file = fileURLToPath(new URL('../../../db/seed/roles.json', import.meta.url));

const text = z.string().trim().min(1);
const permission = z.string().regex(/^[a-z]+\.[a-z]+$/, { error: 'a permission is noun.verb' });
const pattern = z.string().regex(/^[a-z]+\.([a-zA-Z]+|\*)$/, { error: 'a kind, or noun.*' });
const shape = z.strictObject({
  permissions: z.array(
    z.strictObject({
      name: permission,
      vi: text,
      en: text,
      operatorOnly: z.boolean().default(false),
      takesTwo: z.boolean().default(false),
    }),
  ),
  roles: z.array(
    z.strictObject({
      role: z.string().regex(/^[a-z]+(-[a-z]+)*$/, { error: 'words in lower case, joined by -' }),
      vi: text,
      en: text,
      what: z.strictObject({ vi: text, en: text }),
      permissions: z.array(permission),
      records: z.array(pattern),
      notRecords: z.array(pattern),
      proposes: z.array(pattern),
      sensitive: z.array(z.enum(sensitiveClasses)),
      secondFactor: z.boolean(),
    }),
  ),
});

/** Reads the roles; a fault in the file stops the start. Throws `roles.invalid`. */
export function readRoles(json: string = readFileSync(file, 'utf8')): Roles {
  const parsed = shape.safeParse(parse(json));
  if (!parsed.success)
    throw invalid(parsed.error.issues.map(({ path, message }) => fault(path.map(String).join('.'), message)));
  const { permissions, roles } = parsed.data;
  const problems = contradictions(parsed.data);
  if (problems.length > 0) throw invalid(problems);
  const all = roles.map((one) => ({
    ...one,
    permissions: new Set(one.permissions),
    sensitive: new Set(one.sensitive),
    takesTwo:
      one.sensitive.length > 0 || permissions.some(({ name, takesTwo }) => takesTwo && one.permissions.includes(name)),
  }));
  const byName = new Map(all.map((one) => [one.role, one]));
  return { permissions, all, get: (role) => byName.get(role) ?? null };
}

/** Whether a role records acts of this kind. */
export function mayRecord({ records, notRecords }: Pick<Role, 'records' | 'notRecords'>, kind: string): boolean {
  return records.some((one) => covers(one, kind)) && !notRecords.some((one) => covers(one, kind));
}

/** Whether a role proposes acts of this kind for others to record. */
export function mayPropose(role: Pick<Role, 'records' | 'notRecords' | 'proposes'>, kind: string): boolean {
  return mayRecord(role, kind) || role.proposes.some((one) => covers(one, kind));
}

/** Whether a pattern, `member.admitted` or `member.*`, covers a kind. */
export function covers(pattern: string, kind: string): boolean {
  return pattern.endsWith('.*') ? kind.startsWith(pattern.slice(0, -1)) : kind === pattern;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw invalid([fault('', (error as Error).message)]);
  }
}

function contradictions({ permissions, roles }: z.infer<typeof shape>): FieldProblem[] {
  const known = new Map(permissions.map((one) => [one.name, one]));
  const problems: FieldProblem[] = [];
  if (new Set(roles.map(({ role }) => role)).size < roles.length)
    problems.push(fault('roles', 'a role is there twice'));
  if (known.size < permissions.length) problems.push(fault('permissions', 'a permission is there twice'));
  for (const { role, permissions: held, records, proposes } of roles) {
    for (const name of held)
      if (known.get(name)?.operatorOnly !== false)
        problems.push(fault(`${role}.permissions`, `${name} is not a permission that a role may hold`));
    if (records.length > 0 !== held.includes('acts.post'))
      problems.push(fault(`${role}.records`, 'kinds of acts and the permission acts.post go together'));
    if (proposes.length > 0 && !held.includes('acts.propose'))
      problems.push(fault(`${role}.proposes`, 'kinds that are proposed need the permission acts.propose'));
  }
  return problems;
}

const fault = (field: string, message: string): FieldProblem => ({ field, code: 'roles.invalid', message });

function invalid(fields: FieldProblem[]): Problem {
  const told = fields.map(({ field, message }) => `${field}: ${message}`).join('\n');
  return new Problem('roles.invalid', `db/seed/roles.json: ${told}`, { fields, status: 500 });
}
