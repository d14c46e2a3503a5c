import { type Demo, demos } from '#/demo/demo.ts';
import { nation } from '#/demo/nation.ts';
import { seeds } from '#/demo/seeds.ts';
import { type ImportReceipt, importIdOf, importJournal, type LineSource } from '#/exchange/import/import-journal.ts';
import type { ActInput } from '#/kernel/journal/act.ts';
import { sha256Hex } from '#/platform/canonical-json.ts';
import { Problem } from '#/platform/errors.ts';
import type { Installation } from './installation.ts';
import { importInto } from './room-for-import.ts';

export interface DemoOptions {
  seed?: number;
  members?: number;
}

/** What each name loads: one register or several, in the order of loading. */
const byName: Readonly<Record<string, readonly Demo[]>> = {
  ...Object.fromEntries(Object.entries(demos).map(([name, demo]) => [name, [demo]])),
  seeds,
  nation,
};

/** The names that the command line takes. */
export const demoNames: readonly string[] = Object.keys(byName);

/** Fewest and most members that can be asked for; the others' number is given by the case. */
const sizes: Readonly<Record<string, readonly [number, number]>> = {
  ward: [500, 20_000],
  province: [1_000, 1_000_000],
  nation: [200_000, 6_000_000],
};

/** The registers of a demo. Throws `demo.unknown`. */
export function demoNamed(name: string): readonly Demo[] {
  const demo = Object.hasOwn(byName, name) ? byName[name] : undefined;
  if (demo !== undefined) return demo;
  const message = `There is no demo "${name}"; there are ${demoNames.join(', ')}.`;
  throw new Problem('demo.unknown', message, {
    status: 404,
    fields: [{ field: 'demo', code: 'demo.unknown', message }],
  });
}

export interface DemoReceipt extends ImportReceipt {
  tenant: string;
}

/** A register of a demo with the tenant that it goes into. */
interface Wanted {
  demo: Demo;
  tenant: string;
}

/**
 * Loads a demo the way a file is imported, one register after the other: `import undo` takes it away again. A register
 * that is there already is passed over, so that doing it twice is harmless and a demo that was killed half way goes on.
 * `tenant`: where a demo of one register goes; of a demo of several, the one register to load.
 */
export async function loadDemo(
  installation: Installation,
  name: string,
  options: DemoOptions & {
    actor: string;
    tenant?: string;
    progress?: (step: string, done: number) => void;
    whenLoaded?: (receipt: DemoReceipt) => void;
  },
): Promise<DemoReceipt[]> {
  const { seed, members, actor, progress, whenLoaded } = options;
  const wanted = registersOf(name, options.tenant);
  checkMembers(name, members);
  const hash = hashOf(name, options);
  const receipts: DemoReceipt[] = [];
  for (const { demo, tenant } of wanted) {
    const source: LineSource = {
      name: `demo ${name}`,
      hash,
      read: () => numbered(demo.lines({ seed, members })),
    };
    const receipt =
      (await earlierLoad(installation, tenant, source)) ??
      (await importInto(installation, source, { tenant, name: demo.tenant.name }, async (room) => {
        const imported = await importJournal(await room.journal(), source, { actor, progress, via: 'demo' });
        return { ...imported, tenant: room.tenant.code };
      }));
    receipts.push(receipt);
    whenLoaded?.(receipt);
  }
  return receipts;
}

function registersOf(name: string, tenant: string | undefined): Wanted[] {
  const all = demoNamed(name);
  const [first] = all;
  if (first !== undefined && all.length === 1) return [{ demo: first, tenant: tenant ?? first.tenant.code }];
  const chosen = all.filter((demo) => tenant === undefined || demo.tenant.code === tenant);
  if (chosen.length > 0) return chosen.map((demo) => ({ demo, tenant: demo.tenant.code }));
  const message = `${name} has the registers ${all.map((demo) => demo.tenant.code).join(', ')}, not ${tenant}.`;
  throw new Problem('demo.register', message, { fields: [{ field: 'tenant', code: 'demo.register', message }] });
}

const hashOf = (name: string, { seed, members }: DemoOptions): string =>
  sha256Hex(['demo', name, seed ?? '', members ?? ''].join(' '));

/** The receipt of a load that was finished earlier, whatever was withdrawn of it since; null: there was none. */
async function earlierLoad(
  installation: Installation,
  tenant: string,
  { name, hash }: Pick<LineSource, 'name' | 'hash'>,
): Promise<DemoReceipt | null> {
  const { rows } = await installation.hall.query('select from public.tenant where code = $1', [tenant]);
  if (rows.length === 0) return null;
  const id = importIdOf(tenant, hash);
  const room = await installation.room(tenant);
  const found = await room.read({ actor: 'demo' }, ({ client }) =>
    client.query('select act_count, recorded_at, recorded_by from import_batch where id = $1', [id]),
  );
  const [batch] = found.rows;
  if (batch === undefined) return null;
  const { act_count: lines, recorded_at: recordedAt, recorded_by: recordedBy } = batch;
  const nothing = { added: 0, acts: [], duplicates: lines, warnings: [], leftOut: [] };
  return { ...nothing, tenant, recordedAt, recordedBy, import: id, file: name, lines };
}

/**
 * What is still to be loaded of the demo that a new installation begins with: all of it where nothing is recorded yet,
 * the rest where it was begun, nothing where the registers are somebody's own.
 */
export async function missingOf(installation: Installation, name: string): Promise<string[]> {
  const codes = demoNamed(name).map(({ tenant }) => tenant.code);
  const hash = hashOf(name, {});
  const loaded: string[] = [];
  for (const { code } of await installation.tenants()) {
    if (!codes.includes(code)) return [];
    if ((await earlierLoad(installation, code, { name, hash })) !== null) loaded.push(code);
    else if (!(await isEmpty(installation, code))) return [];
  }
  return codes.filter((code) => !loaded.includes(code));
}

async function isEmpty(installation: Installation, tenant: string): Promise<boolean> {
  const room = await installation.room(tenant);
  const { rowCount } = await room.read({ actor: 'demo' }, ({ client }) => client.query('select from act limit 1'));
  return rowCount === 0;
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
