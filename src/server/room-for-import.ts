import type { LineSource } from '#/exchange/import/import-journal.ts';
import { Problem } from '#/platform/errors.ts';
import { findRoom, type Place } from './find-unit.ts';
import type { Room, Workplace } from './workplace.ts';

interface Root {
  code: string;
  name: string;
}

/**
 * Runs an import in the room it belongs to. Into an empty installation the file brings its own: the tenant named (with
 * that name, or that of the file's first root), or the first unit that it establishes without a parent. A tenant that was made for an import which then records nothing
 * (refused, or only checked) goes again.
 */
export async function importInto<T>(
  installation: Workplace,
  source: LineSource,
  place: Place & { name?: string },
  work: (room: Room) => Promise<T>,
): Promise<T> {
  const wanted = await tenantToMake(installation, source, place);
  if (wanted === null) return work(await findRoom(installation, place));
  const room = await installation.addTenant(wanted);
  try {
    return await work(room);
  } finally {
    await installation.dropEmpty(wanted.code);
  }
}

async function tenantToMake(
  installation: Workplace,
  source: LineSource,
  { tenant, scope, name }: Place & { name?: string },
): Promise<Root | null> {
  const tenants = await installation.tenants();
  const isThere = tenant === undefined ? tenants.length > 0 : tenants.some(({ code }) => code === tenant);
  if (isThere || scope !== undefined) return null;
  const root = await firstRoot(source);
  // A name that nobody has yet, and a file that founds no tree: more likely a slip than a new tenant.
  if (root === null && tenants.length > 0) return null;
  if (tenant !== undefined) return { code: tenant, name: name ?? root?.name ?? tenant };
  if (root !== null) return root;
  throw new Problem(
    'tenant.none',
    `Nothing is recorded here yet, and ${source.name} establishes no unit without a parent. Name the tenant with --tenant.`,
    {
      fields: [{ field: 'tenant', code: 'tenant.none', message: 'no unit without a parent' }],
    },
  );
}

async function firstRoot(source: LineSource): Promise<Root | null> {
  for await (const { input } of source.read()) {
    if (input?.kind !== 'unit.established') continue;
    const unit = (input.unit ?? {}) as { code?: unknown; name?: unknown; parent?: unknown };
    if (unit.parent === undefined && typeof unit.code === 'string' && unit.code !== '')
      return { code: unit.code, name: typeof unit.name === 'string' ? unit.name : unit.code };
  }
  return null;
}
