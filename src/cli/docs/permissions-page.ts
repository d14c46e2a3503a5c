import { wordsOfClass } from '#/kernel/access/class-words.ts';
import { mayPropose, mayRecord, type Role, readRoles, sensitiveClasses } from '#/kernel/access/roles.ts';
import { register } from '#/server/parts.ts';
import { routes } from '#/server/routes.ts';

/** docs/permissions.md: who may do what, route by route and kind by kind. */
export function permissionsPage(): string {
  const { all, permissions } = readRoles();
  const held = (name: string) => all.map(({ permissions: own }) => mark(own.has(name)));
  const asked = routes.map(({ method, path, permission }) => ({ route: `\`${method} ${path}\``, permission }));
  return `# Who may do what

Generated from \`db/seed/roles.json\`, the routes and the kinds of acts by \`npm run docs\`; do not edit.

A **grant** gives an account a role at a unit for a span of days; it reaches all that lies under the unit in today's tree. One works in
one grant at a time. Outside its place nothing is there (404); what the role does not hold is refused with its name (403). A permission
says *what*, the place says *where*: both are asked of every request. Whoever owns the data folder (**operator**) may do everything until
there are accounts (decision 13).

## Roles

| role | what for | second factor | two people grant it | reveals |
|---|---|---|---|---|
${all.map(roleLine).join('\n')}

A role that two people grant waits, asked for by one administrator, until another one approves it who is not of the first's making (decision 20).

Sensitive values are revealed one reason at a time, and each time is in the access log first:
${sensitiveClasses.map((name) => `\`${name}\` ${wordsOfClass[name].vi} / ${wordsOfClass[name].en}`).join('; ')}.

## Permissions

${head(all, ['permission', 'what'])}
${permissions
  .map(({ name, vi, en, operatorOnly }) =>
    row([`\`${name}\``, `${vi} / ${en}${operatorOnly ? ' (operator only)' : ''}`, ...held(name)]),
  )
  .join('\n')}

## Routes

What needs a *session* only is one's own: who one is, and as what one works. Lists of names beside a number (\`list\`, \`notCounted\`,
the rows of a report, the first names of what is late) need \`members.read\` as well.

${head(all, ['route', 'permission'])}
${asked.map(({ route, permission }) => row([route, permission, ...open(permission, all)])).join('\n')}

## Kinds of acts

By whom a kind is recorded (✓), or proposed for the competent unit to record (đn); to take an act back one has to be able to record it.
Who records a kind may propose it as well. Kinds that the rule \`act.two-people\` of the rulebook names are proposed by one person and recorded
by another, whoever records them otherwise; the two are never one person, whatever their roles, and neither acts in the other's name.

Acts of these kinds, and who is behind the numbers of these figures, are told to no role but those that see the class; to the others there
is no such act, and the number alone is open (Quy định 58-QĐ/TW; which roles, is to be set in \`db/seed/roles.json\`):
${confidential()}.

${head(all, ['kind', 'what'])}
${kindRows(all)}
`;
}

function kindRows(all: readonly Role[]): string {
  const rows = [...register.kinds.values()].map(({ kind, title }) =>
    row([`\`${kind}\``, `${title.vi} / ${title.en}`, ...all.map((role) => markKind(role, kind))]),
  );
  return rows.join('\n');
}

function confidential(): string {
  const kinds = [...register.kinds.values()].flatMap(({ kind, confidential: needed }) =>
    needed ? [[kind, needed]] : [],
  );
  const counts = register.figures.flatMap((one) =>
    one.type === 'count' && one.namesNeed ? [[one.name, one.namesNeed]] : [],
  );
  return [...kinds, ...counts].map(([name, needed]) => `\`${name}\` (\`${needed}\`)`).join(', ');
}

const mark = (isHeld: boolean): string => (isHeld ? '✓' : '');
const markKind = (role: Role, kind: string): string =>
  mayRecord(role, kind) ? '✓' : mayPropose(role, kind) ? 'đn' : '';
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

function head(all: readonly Role[], first: readonly string[]): string {
  const names = all.map(({ role }) => role);
  return `${row([...first, ...names])}\n${row([...first, ...names].map(() => '---'))}`;
}

function open(permission: string, all: readonly Role[]): string[] {
  if (permission === 'public' || permission === 'signed-in') return all.map(() => '✓');
  return all.map(({ permissions }) => mark(permissions.has(permission)));
}

function roleLine({ role, vi, en, what, secondFactor, takesTwo, sensitive }: Role): string {
  const reveals = [...sensitive].map((name) => `\`${name}\``).join(', ');
  return row([`\`${role}\``, `**${vi}** / ${en}. ${what.vi} ${what.en}`, mark(secondFactor), mark(takesTwo), reveals]);
}
