import { type Demo, demos } from '#/demo/demo.ts';
import { type ImportReceipt, importJournal, type LineSource } from '#/exchange/import/import-journal.ts';
import type { ActInput } from '#/kernel/journal/act.ts';
import { sha256Hex } from '#/platform/canonical-json.ts';
import { Problem } from '#/platform/errors.ts';
import type { Installation } from './installation.ts';
import { importInto } from './room-for-import.ts';

export interface DemoOptions {
  seed?: number;
  members?: number;
}

/** `seeds` stands for all published cases; the others come with their parts of the work. */
const byName: Readonly<Record<string, Demo>> = { ...demos, seeds: demos['hai-hau'] };

/** The names that the command line takes. */
export const demoNames: readonly string[] = Object.keys(byName);

/** Fewest and most members that can be asked for; the others' number is given by the case. */
const sizes: Readonly<Record<string, readonly [number, number]>> = {
  ward: [500, 20_000],
  province: [1_000, 1_000_000],
};

/** Throws `demo.unknown`. */
export function demoNamed(name: string): Demo {
  const demo = Object.hasOwn(byName, name) ? byName[name] : undefined;
  if (demo !== undefined) return demo;
  const message = `There is no demo "${name}"; there are ${demoNames.join(', ')}.`;
  throw new Problem('demo.unknown', message, {
    status: 404,
    fields: [{ field: 'demo', code: 'demo.unknown', message }],
  });
}

/** Loads a demo the way a file is imported: doing it twice is harmless, and `import undo` takes it away again. */
export async function loadDemo(
  installation: Installation,
  name: string,
  options: DemoOptions & { actor: string; tenant?: string; progress?: (step: string, done: number) => void },
): Promise<ImportReceipt & { tenant: string }> {
  const demo = demoNamed(name);
  const { seed, members, actor, progress } = options;
  checkMembers(name, members);
  const source: LineSource = {
    name: `demo ${name}`,
    hash: sha256Hex(['demo', name, seed ?? '', members ?? ''].join(' ')),
    read: () => numbered(demo.lines({ seed, members })),
  };
  return importInto(installation, source, { tenant: options.tenant ?? demo.tenant.code }, async (room) => {
    const receipt = await importJournal(await room.journal(), source, { actor, progress, via: 'demo' });
    return { ...receipt, tenant: room.tenant.code };
  });
}

function checkMembers(name: string, asked: number | undefined): void {
  if (asked === undefined) return;
  const limits = sizes[name];
  const [least, most] = limits ?? [0, -1];
  if (asked >= least && asked <= most) return;
  const message =
    limits === undefined
      ? `The number of members of ${name} is given.`
      : `${name} has from ${least} to ${most} members.`;
  throw new Problem('demo.members', message, { fields: [{ field: 'members', code: 'demo.members', message }] });
}

function* numbered(lines: Iterable<ActInput>) {
  let line = 0;
  for (const input of lines) {
    line += 1;
    yield { line, input };
  }
}
