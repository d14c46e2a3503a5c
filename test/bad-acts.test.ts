import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importJournal } from '#/exchange/import/import-journal.ts';
import type { ActInput } from '#/kernel/journal/act.ts';
import { Problem } from '#/platform/errors.ts';
import { derivedId } from '#/platform/ids.ts';
import { register } from '#/server/parts.ts';
import { badActs } from './random/parts/bad-acts.ts';
import { before, example, fitsKnown, known } from './random/parts/known-acts.ts';
import { testWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await testWorld();
  await world.post(known);
});
afterAll(() => world.close());

let files = 0;

/** What the register answers to lines that it does not keep; null: it would take them. */
async function answer(lines: readonly ActInput[]): Promise<unknown> {
  const source = {
    name: 'thu.ndjson',
    hash: derivedId('bad', String(files++)),
    read: () => lines.map((input, i) => ({ line: i + 1, input })),
  };
  try {
    await importJournal(world.journal, source, { actor: 'test', dryRun: true });
    return null;
  } catch (error) {
    return error;
  }
}

/** What is wrong with an answer; null: it is clear. */
function unclear(error: unknown, refusedAt: string | null): string | null {
  if (error === null) return refusedAt === null ? null : 'was taken';
  if (!(error instanceof Problem)) return `a fault of ours: ${error}`;
  if (error.status >= 500) return `${error.status} ${error.code}`;
  const [first] = error.fields;
  if (first === undefined) return `${error.code} names no field: ${error.message}`;
  if (!first.field) return `${first.code} names no field: ${first.message}`;
  if (!first.code || !first.message) return `${error.code} says nothing`;
  if (refusedAt !== null && !error.fields.some(({ field }) => field?.split('.')[0] === refusedAt))
    return `names ${error.fields.map(({ field }) => field).join(', ')}, not ${refusedAt} (${first.code})`;
  return null;
}

const kinds = [...register.kinds.values()].map((kind) => [kind.kind, kind] as const);
const ofParts = kinds.filter(([name]) => fitsKnown(name));

describe('the example of each kind', () => {
  it.each(ofParts)('%s fits a register that knows what it speaks of', async (name) => {
    expect(await answer([...(before[name] ?? []).map(example), example(name)])).toBeNull();
  });
});

describe('an act with something wrong', () => {
  it.each(kinds)(
    '%s is refused with the field and the rule, never with a fault',
    async (name, kind) => {
      const prelude = (before[name] ?? []).map(example);
      const wrong: string[] = [];
      for (const { what, act, refusedAt } of badActs(kind)) {
        const found = unclear(await answer([...prelude, act]), refusedAt);
        if (found !== null) wrong.push(`${what}: ${found}`);
      }
      expect(wrong).toEqual([]);
    },
    120_000,
  );
});
